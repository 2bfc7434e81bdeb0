import { beforeEach, expect, test } from 'vitest';
import { Book } from '../../../client/i18n/book.ts';
import { en } from '../../../client/i18n/en.ts';
import {
  allTexts,
  firstTexts,
  keepPageLanguage,
  languageNow,
  languageStore,
  setLanguage,
  startLanguage,
  withTexts,
} from '../../../client/i18n/language.ts';
import { nl } from '../../../client/i18n/nl.ts';
import { firstTextsNow } from '../../../client/i18n/use-text.ts';
import { chooseLanguage } from '../../../shared/text/language.ts';

let kept: Map<string, string>;
const memory = {
  get: (key: string) => kept.get(key) ?? null,
  set: (key: string, value: string) => void kept.set(key, value),
};

beforeEach(() => {
  kept = new Map();
});

test.each([
  [['nl-BE', 'fr'], 'nl'],
  [['fr', 'en-GB', 'nl'], 'en'],
  [['NL'], 'nl'],
  [['', 'nl'], 'nl'],
  [['de', 'fr'], 'en'],
  [[], 'en'],
])('a browser that asks for %j reads in %s', (wishes, language) => {
  expect(chooseLanguage(wishes)).toBe(language);
});

test('a choice is kept on the device and goes before what the browser asks for', async () => {
  await startLanguage(memory, ['en']);
  expect(languageNow()).toBe('en');
  await setLanguage('nl');
  expect(languageNow()).toBe('nl');
  languageStore.setState({ language: 'en' });
  await startLanguage(memory, ['en']);
  expect(languageNow()).toBe('nl');
});

test('whatever stands in the memory, there is a language', async () => {
  kept.set('tafelkleed.language', '<script>');
  await startLanguage(memory, ['nl-NL']);
  expect(languageNow()).toBe('nl');
});

test('the page says which language it is in, before and after a switch', async () => {
  await startLanguage(memory, ['nl']);
  const attributes = new Map<string, string>();
  keepPageLanguage({
    setAttribute: (name: string, value: string) => attributes.set(name, value),
  } as unknown as HTMLElement);
  expect(attributes.get('lang')).toBe('nl');
  await setLanguage('en');
  expect(attributes.get('lang')).toBe('en');
});

test('who changes their mind while a language is still on its way reads on in the last they asked for', async () => {
  await startLanguage(memory, ['nl']);
  const late = setLanguage('en');
  const last = setLanguage('nl');
  expect(languageNow()).toBe('nl');
  await Promise.all([late, last]);
  expect(languageNow()).toBe('nl');
  expect(memory.get('tafelkleed.language')).toBe('nl');
});

test('a language begins with what a cloth’s first screen says, all of which stands among all its texts too', async () => {
  await startLanguage(memory, ['en']);
  expect(firstTextsNow()).toBe(firstTexts.in('en').first);
  await withTexts([allTexts], async () => undefined)();
  expect(allTexts.in('en')).toBe(en);
  await setLanguage('nl');
  expect(allTexts.in('nl')).toBe(nl);
  expect(nl).toMatchObject(firstTexts.in('nl').first);
  expect(en).toMatchObject(firstTexts.in('en').first);
});

test('a book comes with what is shown from it, in the language that is read, and from then on with each that is read on in', async () => {
  const fetched: string[] = [];
  const fetch = (language: string) => async () => {
    fetched.push(language);
    return `${language} words`;
  };
  const book = new Book({ nl: fetch('nl'), en: fetch('en') });
  await startLanguage(memory, ['nl']);
  expect(() => book.in('nl')).toThrow('before it was brought');
  expect(await withTexts([book], async () => 'a panel')()).toBe('a panel');
  expect(book.in('nl')).toBe('nl words');
  expect(fetched).toEqual(['nl']);
  await setLanguage('en');
  await setLanguage('nl');
  expect(book.in('en')).toBe('en words');
  expect(fetched).toEqual(['nl', 'en']);
});

test('what is asked for with a book that cannot be fetched fails, and may be asked for again', async () => {
  const files = [Promise.reject(new Error('no network')), Promise.resolve('words')];
  const next = () => files.shift() ?? Promise.reject(new Error('asked for too often'));
  const book = new Book({ nl: next, en: next });
  await startLanguage(memory, ['nl']);
  const panel = withTexts([book], async () => 'a panel');
  await expect(panel()).rejects.toThrow('no network');
  expect(await panel()).toBe('a panel');
  expect(book.in('nl')).toBe('words');
  // For the tests after this one: it is wanted in each language now.
  files.push(Promise.resolve('words'));
  await book.bring('en');
});

test('who changes their language while a panel is on its way gets it at once in the one, and then goes on in the other', async () => {
  const arrive = new Map<string, (words: string) => void>();
  const wait = (language: string) => () => new Promise<string>((come) => arrive.set(language, come));
  const book = new Book({ nl: wait('nl'), en: wait('en') });
  await startLanguage(memory, ['nl']);
  const shown = withTexts([book], async () => undefined)().then(() => book.in(languageNow()));
  const changed = setLanguage('en');
  arrive.get('nl')?.('nl words');
  expect(await shown).toBe('nl words');
  arrive.get('en')?.('en words');
  await changed;
  expect(book.in(languageNow())).toBe('en words');
});

test('a page that gets no words in its own language is shown in another', async () => {
  languageStore.setState({ language: null });
  const missing = new Book<string>({ nl: () => Promise.reject(new Error('no network')), en: async () => 'words' });
  void withTexts([missing], async () => undefined)().catch(() => undefined);
  await startLanguage(memory, ['nl']);
  expect(languageNow()).toBe('en');
});
