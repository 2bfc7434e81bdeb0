import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FONT_FILES, runsOf } from '../../../shared/text/font-runs.ts';

test('the files of the font are for what its package says they are', () => {
  const said = JSON.parse(readFileSync('node_modules/@fontsource/shantell-sans/unicode.json', 'utf8'));
  expect(FONT_FILES).toEqual(said);
});

test('text is cut where its letters lie in another file, and nothing of it is lost', () => {
  expect(runsOf('Łódź')).toEqual([
    { text: 'Ł', file: 'latin-ext' },
    { text: 'ód', file: 'latin' },
    { text: 'ź', file: 'latin-ext' },
  ]);
  expect(runsOf('Нина 读')).toEqual([
    { text: 'Нина', file: 'cyrillic' },
    { text: ' ', file: 'latin' },
    { text: '读', file: null },
  ]);
  expect(runsOf('')).toEqual([]);
});
