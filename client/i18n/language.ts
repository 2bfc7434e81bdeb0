import { createStore } from 'zustand/vanilla';
import { chooseLanguage, LANGUAGES, type Language } from '../../shared/text/language.ts';
import { Book } from './book.ts';

/** Where the choice is kept on this device. */
interface Memory {
  get(key: string): string | null;
  set(key: string, value: string): void;
}

/** What a cloth's first screen says, and what of all texts reads otherwise where a theme lies in the middle. */
export const firstTexts = new Book({
  nl: () => import('./nl/first.ts').then(({ beginNl }) => beginNl),
  en: () => import('./en/first.ts').then(({ beginEn }) => beginEn),
});
/** Everything. */
export const allTexts = new Book({
  nl: () => import('./nl.ts').then(({ nl }) => nl),
  en: () => import('./en.ts').then(({ en }) => en),
});

/** The books that whatever language is read in must have: those that something has been shown from. */
const wanted = new Set<Book<unknown>>([firstTexts]);
const STORED_AS = 'tafelkleed.language';
/** Between two attempts to fetch a first language, ms. */
const ASK_AGAIN_MS = 2_000;
let memory: Memory | null = null;
/** The language last asked for: what arrives after a change of mind is not shown. */
let wished: Language = 'nl';

/** The language this page reads in; null before one has come. */
export const languageStore = createStore<{ readonly language: Language | null }>(() => ({ language: null }));

/** The language this page reads in. Nothing is shown before there is one. */
export function languageNow(): Language {
  const { language } = languageStore.getState();
  if (language === null) throw new Error('something is shown before there is a language');
  return language;
}

/**
 * Begins in the language chosen before on this device, else the first that the browser asks for and we have.
 *
 * @returns settles when the page can be shown, in that language or in another that could be had
 */
export async function startLanguage(kept: Memory, wishes: readonly string[]): Promise<void> {
  memory = kept;
  const language = chooseLanguage([kept.get(STORED_AS) ?? '', ...wishes]);
  await readOnInAny([language, ...LANGUAGES]);
}

/** The first that can be had: without a word no page can be shown, so they are asked for until one comes. */
async function readOnInAny(languages: readonly Language[]): Promise<void> {
  for (const language of languages) {
    await readOnIn(language);
    if (languageStore.getState().language !== null) return;
  }
  await new Promise((over) => setTimeout(over, ASK_AGAIN_MS));
  await readOnInAny(languages);
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

/**
 * Adds the texts of some books to what is fetched: for whatever shows other texts than a cloth's first screen. From then on
 * these books come along with every language. What is fetched so fails when the texts cannot be fetched.
 */
export function withTexts<T>(books: readonly Book<unknown>[], load: () => Promise<T>): () => Promise<T> {
  return async () => {
    const [loaded] = await Promise.all([load(), bringBooks(books)]);
    return loaded;
  };
}

async function bringBooks(books: readonly Book<unknown>[]): Promise<void> {
  for (const book of books) wanted.add(book);
  const lacking = () => {
    const { language } = languageStore.getState();
    return language === null || books.some((book) => !book.has(language));
  };
  // Once more when another language was asked for meanwhile.
  while (lacking()) {
    const language = wished;
    await bring(language);
    if (wished === language) languageStore.setState({ language });
  }
}

/** At once when the texts are there. When they cannot be fetched the page goes on in the language it has. */
async function readOnIn(language: Language): Promise<void> {
  wished = language;
  try {
    if ([...wanted].some((book) => !book.has(language))) await bring(language);
    if (wished === language) languageStore.setState({ language });
  } catch {
    if (wished === language) wished = languageStore.getState().language ?? language;
  }
}

async function bring(language: Language): Promise<void> {
  await Promise.all([...wanted].map((book) => book.bring(language)));
}

/** Tells the page (and so screen readers and hyphenation) which language it is in, now and on every change. */
export function keepPageLanguage(page: HTMLElement): void {
  const tell = () => page.setAttribute('lang', languageStore.getState().language ?? wished);
  tell();
  languageStore.subscribe(tell);
}
