import { describe, expect, test } from 'vitest';
import { readRows } from '../../../client/panels/bring-in/read-rows.ts';
import { LIMITS } from '../../../shared/model/schema.ts';

const wordsOf = (text: string) => readRows(text)?.entries.map((entry) => [entry.kind, entry.text]);

describe('a list that is brought in', () => {
  test('of plain lines has a thing on each, without its bullets', () => {
    expect(wordsOf('boeken\n\n  films, en meer \n')).toEqual([
      [null, 'boeken'],
      [null, 'films, en meer'],
    ]);
    expect(wordsOf('• boeken\n• films')).toEqual([
      [null, 'boeken'],
      [null, 'films'],
    ]);
  });

  test.each([
    ['semicolons', 'soort;woorden\r\ningrediënt;boeken\r\nSchakel;Heleen; de mediathecaris\r\n'.replace('; de', ' de')],
    ['tabs', 'kind\twords\ningredient\tboeken\nconnector\tHeleen de mediathecaris'],
    [
      'commas and quotation marks',
      '\ufeff"kind","words"\n"ingredient","boeken"\n"connector","Heleen de mediathecaris"',
    ],
    ['no names above its columns', 'boeken;ingrediënt\nHeleen de mediathecaris;schakel'],
  ])('as a table with %s says what is what', (_name, text) => {
    expect(wordsOf(text)).toEqual([
      ['ingredient', 'boeken'],
      ['connector', 'Heleen de mediathecaris'],
    ]);
  });

  test('keeps a line end and a separator that stand between quotation marks', () => {
    expect(wordsOf('naam;wie\n"boeken; nieuwe\nen oude";Theo\nfilms;Gemma')).toEqual([
      [null, 'boeken; nieuwe\nen oude'],
      [null, 'films'],
    ]);
  });

  test('leaves out the middle of a cloth that was taken home as a list', () => {
    expect(wordsOf('id;soort;woorden\n0;initiatief;leesplezier\n1;schakel;Heleen')).toEqual([['connector', 'Heleen']]);
  });

  test('names each row that cannot be laid, and lays the others', () => {
    const long = 'w'.repeat(LIMITS.itemText + 1);
    const read = readRows(`soort;woorden\nschakel;Heleen\nolifant;boeken\ningrediënt;${long}\ningrediënt;films`);
    expect(read?.entries.map(({ text }) => text)).toEqual(['Heleen', 'films']);
    expect(read?.bad).toEqual([
      { row: 3, why: 'kind', words: 'boeken' },
      { row: 4, why: 'long', words: `${'w'.repeat(40)}…` },
    ]);
  });

  test('that is hostile or huge does no harm', () => {
    expect(wordsOf('=HYPERLINK("http://x")\n<script>alert(1)</script>')).toEqual([
      [null, '=HYPERLINK("http://x")'],
      [null, '<script>alert(1)</script>'],
    ]);
    expect(readRows('a'.repeat(2_000_001))).toBeNull();
    const many = readRows(Array.from({ length: LIMITS.items + 5 }, (_, nth) => `ding ${nth}`).join('\n'));
    expect([many?.entries.length, many?.tooMany]).toEqual([LIMITS.items, 5]);
    expect(readRows('')?.entries).toEqual([]);
    expect(readRows('\u0000\u0001')?.entries).toEqual([]);
  });
});
