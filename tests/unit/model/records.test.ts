import { expect, test } from 'vitest';
import { importClothFile } from '../../../shared/commands/import-file.ts';
import { addItems } from '../../../shared/commands/items.ts';
import { mergeItems } from '../../../shared/commands/merge.ts';
import { addTies } from '../../../shared/commands/ties.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { clothFileOf, readClothFile, writeClothFile } from '../../../shared/formats/cloth-file.ts';
import { snapshotOfFile } from '../../../shared/formats/file-snapshot.ts';
import { maskSnapshot } from '../../../shared/model/mask.ts';
import {
  DETAILS,
  type DetailValue,
  detailsBy,
  ITEM_FIELDS,
  MOMENT_FIELDS,
  NO_DETAILS,
  type Row,
  SEAT_FIELDS,
  type Table,
  TIE_FIELDS,
} from '../../../shared/model/records.ts';
import { CIRCLES } from '../../../shared/model/schema.ts';
import type { Item } from '../../../shared/model/snapshot.ts';
import { emptyCloth, item } from '../../support/cloth.ts';

/** Something that this detail can say. */
function said({ kept, ...detail }: Row): DetailValue {
  if (kept === 'place') return [12, 34];
  if (kept === 'colour') return '#123456';
  if (kept === 'time' || kept === 'order') return 7;
  if (kept === 'id') return 'other';
  if (kept === 'letters') return 'of' in detail ? detail.of.slice(1, 3) : [];
  if (kept === 'choice') return ('of' in detail && detail.of[0]) || null;
  return kept === 'mark' ? true : kept === 'ids' ? ['other'] : 'gezegd';
}

/** A cloth file with one item of which everything is said, and another. */
function toldFile() {
  const cloth = emptyCloth();
  addItems(cloth, [item('told', { createdAt: 1 }), item('other', { createdAt: 2 }), item('third', { createdAt: 3 })]);
  const snapshot = readSnapshot(cloth);
  const told = (each: Item): Item =>
    each.id === 'told' ? { ...each, ...detailsBy((_, detail) => said(detail)) } : each;
  return clothFileOf({ ...snapshot, items: snapshot.items.map(told) });
}

const first = (items: readonly Item[]) => Object.fromEntries(DETAILS.map(([key]) => [key, items[0]?.[key]]));

test('whatever is said of an item stands in its file, on the cloth it is laid on, and in the file of that', () => {
  const everything = Object.fromEntries(DETAILS.map(([key, detail]) => [key, said(detail)]));
  const file = toldFile();
  expect(first(snapshotOfFile(file).items)).toEqual(everything);
  const cloth = emptyCloth();
  importClothFile(cloth, file);
  expect(first(readSnapshot(cloth).items)).toEqual(everything);
  const again = readClothFile(writeClothFile(readSnapshot(cloth)));
  expect(again.ok && again.file.items).toEqual(file.items);
});

test('of an item of which nothing is said the file keeps the bytes it always had', () => {
  const [, other] = toldFile().items;
  const always = DETAILS.filter(([, { file }]) => file === 'always').map(([key]) => key);
  expect(always).toEqual(['clarification', 'story', 'approach', 'contacted']);
  expect(DETAILS.map(([key]) => key).filter((key) => key in (other ?? {}))).toEqual(always);
  expect(first(snapshotOfFile({ ...toldFile(), items: [{ ...toldFile().items[1] } as never] }).items)).toEqual(
    NO_DETAILS,
  );
});

test('two items made one hold what their rows say, also of what the other did not say', () => {
  const cloth = emptyCloth();
  importClothFile(cloth, toldFile());
  mergeItems(cloth, 'third', 'told', 9);
  const { items } = readSnapshot(cloth);
  const third = items.find(({ id }) => id === 'third');
  for (const [key, detail] of DETAILS) {
    expect(third?.[key], key).toEqual(detail.merged === 'own' ? NO_DETAILS[key] : said(detail));
  }
});

test('what is hidden says nothing in words', () => {
  const snapshot = snapshotOfFile(toldFile());
  const [masked] = maskSnapshot(snapshot, () => true).items;
  for (const [key, detail] of DETAILS) {
    expect(masked?.[key], key).toEqual(detail.kept === 'text' ? '' : said(detail));
  }
});

/** A record of which each row that stands in a file says something. */
function whole(table: Table, id: string): Record<string, DetailValue> {
  const rows = Object.entries(table).filter(([, { file }]) => file !== 'never');
  return { id, ...Object.fromEntries(rows.map(([key, row]) => [key, said(row)])) };
}

test('whatever is said of a seat, a tie, a moment or an item itself goes through file and document by its rows', () => {
  const at = clothFileOf(readSnapshot(emptyCloth()));
  const file = {
    ...at,
    meta: { ...at.meta, circles: CIRCLES },
    seats: [whole(SEAT_FIELDS, 'seat')],
    items: [
      { ...toldFile().items[1], ...whole(ITEM_FIELDS, 'item'), kind: 'connector', seat: 'seat' },
      { ...toldFile().items[1], id: 'other' },
    ],
    ties: [{ ...whole(TIE_FIELDS, 'tie'), from: 'item', to: 'other' }],
    moments: [{ ...whole(MOMENT_FIELDS, 'moment'), cloth: at }],
  };
  const read = readClothFile(JSON.stringify(file));
  if (!read.ok) throw new Error(JSON.stringify(read.why));
  expect(JSON.parse(JSON.stringify(read.file))).toEqual(file);
  expect(clothFileOf(snapshotOfFile(read.file)).ties).toEqual(file.ties);
  const cloth = emptyCloth();
  importClothFile(cloth, read.file);
  const laid = readSnapshot(cloth);
  expect(laid.seats).toEqual([{ ...file.seats[0], holder: null }]);
  expect(laid.items.find(({ id }) => id === 'item')).toMatchObject({
    ...whole(ITEM_FIELDS, 'item'),
    kind: 'connector',
    seat: 'seat',
  });
  expect(laid.ties).toEqual(file.ties);
  expect(laid.moments).toEqual([whole(MOMENT_FIELDS, 'moment')]);
});

test('of two ties that become one a mark stands where both had it', () => {
  for (const [own, others] of [
    [true, true],
    [true, false],
    [false, true],
  ] as const) {
    const cloth = emptyCloth();
    addItems(cloth, [item('keep'), item('double'), item('end'), item('far')]);
    addTies(cloth, [
      { id: 'own', from: 'keep', to: 'end', createdAt: 1, expected: own },
      { id: 'others', from: 'double', to: 'end', createdAt: 2, expected: others },
      { id: 'far', from: 'double', to: 'far', createdAt: 3, expected: others },
    ]);
    mergeItems(cloth, 'keep', 'double', 9);
    const { ties } = readSnapshot(cloth);
    expect(ties.map(({ to, expected }) => [to, expected])).toEqual([
      ['end', own && others],
      ['far', others],
    ]);
  }
});
