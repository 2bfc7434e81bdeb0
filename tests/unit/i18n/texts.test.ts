import { describe, expect, test } from 'vitest';
import { en } from '../../../client/i18n/en.ts';
import { nl } from '../../../client/i18n/nl.ts';
import { listsOf, pluralsOf } from '../../../shared/text/plural.ts';

/** Every text of a dictionary by its path, functions as they read for some number or name. */
function flat(texts: object, path = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    const at = path ? `${path}.${key}` : key;
    if (typeof value === 'string') all.set(at, value);
    else if (typeof value === 'function') all.set(at, spoken(value));
    else for (const [deeper, text] of flat(value, at)) all.set(deeper, text);
  }
  return all;
}

/** A text as it reads for some numbers or names; one that sums things up refuses those and gets lists. */
function spoken(text: (...about: unknown[]) => unknown): string {
  try {
    return String(text(2, 3, 4));
  } catch {
    return String(text(['p', 's'], ['i']));
  }
}

const dutch = flat(nl);
const english = flat(en);

test('both languages have the same texts, and no text is empty', () => {
  expect([...english.keys()].sort()).toEqual([...dutch.keys()].sort());
  for (const [path, text] of [...dutch, ...english]) expect(text.trim(), path).not.toBe('');
});

test('what is the same in both languages is a name, a key or a picture', () => {
  const same = [...dutch].filter(([path, text]) => english.get(path) === text).map(([path]) => path);
  const allowed =
    /^(app\.(name|languages\..*)|home\.samples\..*|positions\..*\.(name|broken)|.*\.partner|action\.position-p|people\.more|tools\.zoom|shortcuts\.keys\..*|share\.codeWhere|home\.open|empty.*|top\.offline|takeHome\.vectors\.pdf\.name)$/;
  expect(same.filter((path) => !allowed.test(path))).toEqual([]);
});

test('texts speak of nothing but the product itself', () => {
  for (const [path, text] of [...dutch, ...english]) {
    expect(text, path).not.toMatch(/undefined|null|\[object|NaN|lorem/i);
    expect(text, path).not.toMatch(/ {2}|\s$|^\s/);
  }
});

test('the five positions have the words of the method', () => {
  expect(Object.values(nl.positions).flatMap((each) => (typeof each === 'string' ? [] : [each.name]))).toEqual([
    'initiatiefnemer',
    'partner',
    'schakel',
    'leverancier',
    'gebruiker',
  ]);
  // The broken name is the name with soft hyphens in it, and nothing else.
  for (const texts of [nl, en]) {
    for (const letter of ['i', 'p', 's', 'l', 'g'] as const) {
      expect(texts.positions[letter].broken.replaceAll('\u00ad', '')).toBe(texts.positions[letter].name);
    }
  }
});

test('a word under a tool stands in its name too', () => {
  for (const texts of [nl, en]) {
    for (const [id, caption] of Object.entries(texts.tools.captions)) {
      expect(texts.action[id as keyof typeof texts.action]).toContain(caption);
    }
  }
});

describe('numbers and lists', () => {
  test('one is one, all else is many', () => {
    const count = pluralsOf('nl');
    const forms = { one: '{n} schakel', other: '{n} schakels' };
    expect([0, 1, 2, 1_000].map((n) => count(n, forms))).toEqual([
      '0 schakels',
      '1 schakel',
      '2 schakels',
      '1.000 schakels',
    ]);
    expect(pluralsOf('en')(1_000, { one: '{n} tie', other: '{n} ties' })).toBe('1,000 ties');
  });

  test('a list ends as the language ends it', () => {
    expect(listsOf('nl')(['Gemma', 'Theo', 'Thomas'])).toBe('Gemma, Theo en Thomas');
    expect(listsOf('en')(['Gemma'])).toBe('Gemma');
  });
});
