import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createCloth } from '../../../shared/commands/create.ts';
import { importClothFile } from '../../../shared/commands/import-file.ts';
import { addItems } from '../../../shared/commands/items.ts';
import { openCloth } from '../../../shared/document/cloth-doc.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { clothFileOf } from '../../../shared/formats/cloth-file.ts';
import { differentiatie } from '../../support/cases/differentiatie.ts';
import { item } from '../../support/cloth.ts';

const file = clothFileOf(differentiatie());

function cloth(title: string) {
  const doc = new Y.Doc();
  createCloth(doc, { title, seats: 6, createdAt: 1 });
  return openCloth(doc);
}

const seatsOn = (laid: ReturnType<typeof cloth>) => readSnapshot(laid).seats.map(({ name, order }) => [name, order]);
const inFile = file.seats.map(({ name, order }) => [name, order]);

test('a cloth that was only named takes on the file of that name whole: words lie before whose they are', () => {
  const named = cloth(file.initiative);
  importClothFile(named, file);
  expect(seatsOn(named)).toEqual(inFile);
});

test('to a cloth of another name, or with something on it, a file is added', () => {
  const [other, used] = [cloth('leesplezier'), cloth(file.initiative)];
  addItems(used, [item('films')]);
  for (const laid of [other, used]) {
    importClothFile(laid, file);
    expect(seatsOn(laid)).not.toEqual(inFile);
    expect(seatsOn(laid).map(([name]) => name)).toEqual(expect.arrayContaining(inFile.map(([name]) => name)));
  }
});
