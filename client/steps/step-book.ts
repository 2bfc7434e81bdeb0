import { Book } from '../i18n/book.ts';

/** What the steps say, each from its own folder. */
export const stepTexts = new Book({
  nl: () => import('./nl.ts').then(({ stepsNl }) => stepsNl),
  en: () => import('./en.ts').then(({ stepsEn }) => stepsEn),
});

/** What the method advises in each of them. */
export const stepTips = new Book({
  nl: () => import('./nl-tips.ts').then(({ tipsNl }) => tipsNl),
  en: () => import('./en-tips.ts').then(({ tipsEn }) => tipsEn),
});
