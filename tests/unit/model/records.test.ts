import { expect, test } from 'vitest';
import { importClothFile } from '../../../shared/commands/import-file.ts';
import { addItems } from '../../../shared/commands/items.ts';
import { mergeItems } from '../../../shared/commands/merge.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { clothFileOf, readClothFile, writeClothFile } from '../../../shared/formats/cloth-file.ts';
import { snapshotOfFile } from '../../../shared/formats/file-snapshot.ts';
import { maskSnapshot } from '../../../shared/model/mask.ts';
import { DETAILS, type Detail, type DetailValue, detailsBy, NO_DETAILS } from '../../../shared/model/records.ts';
import type { Item } from '../../../shared/model/snapshot.ts';
import { emptyCloth, item } from '../../support/cloth.ts';

/** Something that this detail can say. */
function said({ kept, ...detail }: Detail): DetailValue {
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
