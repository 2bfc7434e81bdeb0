import { Book } from '../i18n/book.ts';

/** What the steps say, each from its own folder. */
export const stepTexts = new Book({
  nl: () => import('./nl.ts').then(({ stepsNl }) => stepsNl),
  en: () => import('./en.ts').then(({ stepsEn }) => stepsEn),
});
