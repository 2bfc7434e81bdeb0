import { describe, expect, test } from 'vitest';
import { en } from '../../../client/i18n/en.ts';
import { nl } from '../../../client/i18n/nl.ts';
import { outlineEn } from '../../../client/panels/outline/en.ts';
import { outlineNl } from '../../../client/panels/outline/nl.ts';
import { outlineOf } from '../../../client/panels/outline/outline-of.ts';
import { descriptionOfRow, nameOfRow, tiedLine, wordsOfRow } from '../../../client/panels/outline/row-words.ts';
import { type Opened, rowAfter, rowsOf, rowWith } from '../../../client/panels/outline/rows.ts';
import { setContactBy, setContacted } from '../../../shared/commands/contacts.ts';
import { addItems, setAsked, setPosition } from '../../../shared/commands/items.ts';
import { setExpected } from '../../../shared/commands/ties.ts';
import { editWords } from '../../../shared/commands/words.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { maskSnapshot } from '../../../shared/model/mask.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { emptyCloth, item, smallCloth } from '../../support/cloth.ts';

const none: Opened = new Map();
const inDutch = (snapshot: ClothSnapshot) => ({ page: nl, own: outlineNl, snapshot });
const rowsIn = (snapshot: ClothSnapshot, opened = none) => rowsOf(outlineOf(snapshot), opened);

/** The rows as a screen reader tells them. */
function told(snapshot: ClothSnapshot, opened = none): string[] {
  return rowsIn(snapshot, opened).map(
    (row) =>
      `${row.level}.${row.at}/${row.of}${row.open === null ? '' : row.open ? '-' : '+'} ${nameOfRow(row, inDutch(snapshot))}`,
  );
}

describe('the rows of the outline', () => {
  test('are the initiative, connectors and edges, with things under them and ties under those that are opened', () => {
    const cloth = smallCloth();
    cloth.initiative.insert(0, 'Leesplezier');
    expect(told(readSnapshot(cloth))).toEqual([
      '1.1/3 Leesplezier, initiatief',
      '1.2/3- 1 schakel',
      '2.1/1+ Heleen',
      '1.3/3- In het midden, 1 ingrediënt',
      '2.1/1+ boeken',
    ]);
    setExpected(cloth, ['a'], true);
    expect(told(readSnapshot(cloth), new Map([['Heleen', true]])).slice(2, 5)).toEqual([
      '2.1/1- Heleen',
      '3.1/2 verbonden met boeken, verwacht',
      '3.2/2 verbonden met het initiatief',
    ]);
    expect(told(readSnapshot(cloth), new Map([['connectors', false]])).slice(1, 3)).toEqual([
      '1.2/3+ 1 schakel',
      '1.3/3- In het midden, 1 ingrediënt',
    ]);
  });

  test('every row has a key of its own, also the two of one tie', () => {
    const keys = rowsIn(
      readSnapshot(smallCloth()),
      new Map([
        ['Heleen', true],
        ['boeken', true],
      ]),
    ).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => key.endsWith(' a'))).toEqual(['Heleen a', 'boeken a']);
  });

  test('a row is called by its words and positions, and says the rest when asked', () => {
    const cloth = smallCloth();
    setPosition(cloth, ['Heleen'], 'p', true);
    setPosition(cloth, ['Heleen'], 'i', true);
    editWords(cloth, { of: 'clarification', item: 'Heleen' }, 'de bibliothecaris');
    setAsked(cloth, 'Heleen', true);
    setContacted(cloth, 'Heleen', 'planned');
    setContactBy(cloth, 'Heleen', 'Theo');
    const snapshot = readSnapshot(cloth);
    const row = rowsIn(snapshot).find(({ key }) => key === 'Heleen');
    if (!row) throw new Error('Heleen has a row');
    expect(nameOfRow(row, inDutch(snapshot))).toBe('Heleen, initiatiefnemer, partner');
    const said = descriptionOfRow(row, inDutch(snapshot));
    for (const part of ['Bedoeld: de bibliothecaris', 'wat bedoel je?', 'door Theo', 'Geschreven door Gemma']) {
      expect(said).toContain(part);
    }
    const english = { page: en, own: outlineEn, snapshot };
    expect(nameOfRow(row, english)).toBe('Heleen, initiator, partner');
    expect(descriptionOfRow(row, english)).toContain('Meant: de bibliothecaris');
    expect(tiedLine(row, english)).toBe('Tied to boeken and the initiative');
  });

  test('hidden words are counted, and their bars are read nowhere', () => {
    const cloth = emptyCloth();
    addItems(cloth, [item('a', { text: 'een lange boekenlijst', clarification: 'geheim' })]);
    const snapshot = maskSnapshot(readSnapshot(cloth), () => true);
    const row = rowsIn(snapshot).at(-1);
    if (!row) throw new Error('what is hidden has a row');
    expect(nameOfRow(row, inDutch(snapshot))).toBe('3 woorden, verborgen');
    expect(descriptionOfRow(row, inDutch(snapshot))).toContain('nog verborgen');
    expect(JSON.stringify([nameOfRow(row, inDutch(snapshot)), descriptionOfRow(row, inDutch(snapshot))])).not.toMatch(
      /█|geheim/,
    );
  });
});

describe('the keyboard in the outline', () => {
  test('goes on to what takes the place of a row that is gone, and to the last when it was that', () => {
    const rows = rowsIn(readSnapshot(smallCloth()));
    expect(rowAfter(rows, 'boeken', 0)).toBe(4);
    expect(rowAfter(rows, 'gone', 2)).toBe(2);
    expect(rowAfter(rows, 'gone', 9)).toBe(rows.length - 1);
    expect(rowAfter([], 'gone', 3)).toBe(0);
  });

  test('finds a row by the first letters of a word in it, and goes round', () => {
    const cloth = emptyCloth();
    addItems(
      cloth,
      ['lange boekenlijst', 'Élan', 'boekhandel', 'in het midden van mei'].map((text, at) =>
        item(`${at}`, { text, createdAt: at }),
      ),
    );
    const snapshot = readSnapshot(cloth);
    const rows = rowsIn(snapshot);
    const find = (letters: string, from: number) => {
      const at = rowWith(rows, (row) => wordsOfRow(row, inDutch(snapshot)), letters, { from, ends: false });
      return at < 0 ? null : rows[at]?.key;
    };
    expect(find('boek', 0)).toBe('0');
    expect(find('boek', 4)).toBe('2');
    expect(find('boek', rows.length - 2)).toBe('2');
    expect(find('elan', 0)).toBe('1');
    // A thing before what gathers things; but all words of a row mean that row, though another has words like them.
    expect(find('midden', 0)).toBe('3');
    expect(find('In het midden', 0)).toBe('edge ');
    const end = (letters: string) =>
      rowWith(rows, (row) => wordsOfRow(row, inDutch(snapshot)), letters, { from: 0, ends: true });
    expect(rows[end('in het midden')]?.key).toBe('3');
    expect(end('rand')).toBe(-1);
    expect(find('zzz', 0)).toBeNull();
    expect(find('', 0)).toBeNull();
  });
});
