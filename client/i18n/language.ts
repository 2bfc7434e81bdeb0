import { createStore } from 'zustand/vanilla';
import { en } from './en.ts';
import { nl, type Texts } from './nl.ts';

export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Where the choice is kept on this device. */
interface Memory {
  get(key: string): string | null;
  set(key: string, value: string): void;
}

const TEXTS: Readonly<Record<Language, Texts>> = { nl, en };
const STORED_AS = 'tafelkleed.language';
let memory: Memory | null = null;

/** The language this page reads in, and all texts in it. */
export const languageStore = createStore<{ readonly language: Language; readonly texts: Texts }>(() => ({
  language: 'nl',
  texts: nl,
}));

/** Begins in the language chosen before on this device, else the first that the browser asks for and we have. */
export function startLanguage(kept: Memory, wishes: readonly string[]): void {
  memory = kept;
  const language = chooseLanguage([kept.get(STORED_AS) ?? '', ...wishes]);
  languageStore.setState({ language, texts: TEXTS[language] });
}

/** The first wish we can meet (`nl-BE` is Dutch); English where there is none. */
export function chooseLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const language = wish.toLowerCase().split('-')[0];
    const known = LANGUAGES.find((candidate) => candidate === language);
    if (known) return known;
  }
  return 'en';
}

/** Reads on in another language, now and next time. */
export function setLanguage(language: Language): void {
  memory?.set(STORED_AS, language);
  languageStore.setState({ language, texts: TEXTS[language] });
}

/** Reads on in the language that a group has chosen for its cloth, unless this device's reader chose one themselves. */
export function suggestLanguage(wish: string): void {
  const language = LANGUAGES.find((candidate) => candidate === wish);
  if (language && !memory?.get(STORED_AS)) languageStore.setState({ language, texts: TEXTS[language] });
}

/** Tells the page (and so screen readers and hyphenation) which language it is in, now and on every change. */
export function keepPageLanguage(page: HTMLElement): void {
  const tell = () => page.setAttribute('lang', languageStore.getState().language);
  tell();
  languageStore.subscribe(tell);
}
