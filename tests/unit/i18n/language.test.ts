import { beforeEach, expect, test } from 'vitest';
import {
  chooseLanguage,
  keepPageLanguage,
  languageStore,
  setLanguage,
  startLanguage,
} from '../../../client/i18n/language.ts';
import { nl } from '../../../client/i18n/nl.ts';

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
  expect(languageStore.getState().language).toBe('en');
  await setLanguage('nl');
  expect(languageStore.getState()).toEqual({ language: 'nl', texts: nl });
  languageStore.setState({ language: 'en' });
  await startLanguage(memory, ['en']);
  expect(languageStore.getState().language).toBe('nl');
});

test('whatever stands in the memory, there is a language', async () => {
  kept.set('tafelkleed.language', '<script>');
  await startLanguage(memory, ['nl-NL']);
  expect(languageStore.getState().language).toBe('nl');
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
  expect(languageStore.getState()).toEqual({ language: 'nl', texts: nl });
  await Promise.all([late, last]);
  expect(languageStore.getState()).toEqual({ language: 'nl', texts: nl });
  expect(memory.get('tafelkleed.language')).toBe('nl');
});
