import { createStore } from 'zustand/vanilla';
import { nl, type Texts } from './nl.ts';

export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Where the choice is kept on this device. */
interface Memory {
  get(key: string): string | null;
  set(key: string, value: string): void;
}

/** Dutch comes with the page; whoever reads in another language gets that one besides. */
const BROUGHT = new Map<Language, Texts>([['nl', nl]]);
const BRING: Readonly<Record<Language, () => Promise<Texts>>> = {
  nl: async () => nl,
  en: async () => (await import('./en.ts')).en,
};
const STORED_AS = 'tafelkleed.language';
let memory: Memory | null = null;
/** The language last asked for: what arrives after a change of mind is not shown. */
let wished: Language = 'nl';

/** The language this page reads in, and all texts in it. */
export const languageStore = createStore<{ readonly language: Language; readonly texts: Texts }>(() => ({
  language: 'nl',
  texts: nl,
}));

/**
 * Begins in the language chosen before on this device, else the first that the browser asks for and we have.
 *
 * @returns settles when the page can be shown in it, or without a network in the one that came with the page
 */
export function startLanguage(kept: Memory, wishes: readonly string[]): Promise<void> {
  memory = kept;
  return readOnIn(chooseLanguage([kept.get(STORED_AS) ?? '', ...wishes]));
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

/** Reads on in another language, as soon as its texts are there and next time. */
export function setLanguage(language: Language): Promise<void> {
  memory?.set(STORED_AS, language);
  return readOnIn(language);
}

/** Reads on in the language that a group has chosen for its cloth, unless this device's reader chose one themselves. */
export async function suggestLanguage(wish: string): Promise<void> {
  const language = LANGUAGES.find((candidate) => candidate === wish);
  if (language && !memory?.get(STORED_AS)) await readOnIn(language);
}

/** At once when the texts are there. When they cannot be fetched the page goes on in the language it has. */
async function readOnIn(language: Language): Promise<void> {
  wished = language;
  const texts = BROUGHT.get(language) ?? (await BRING[language]().catch(() => null));
  if (!texts) return;
  BROUGHT.set(language, texts);
  if (wished === language) languageStore.setState({ language, texts });
}

/** Tells the page (and so screen readers and hyphenation) which language it is in, now and on every change. */
export function keepPageLanguage(page: HTMLElement): void {
  const tell = () => page.setAttribute('lang', languageStore.getState().language);
  tell();
  languageStore.subscribe(tell);
}
