import { expect, test } from 'vitest';
import { createCloth } from '../../../shared/commands/create.ts';
import { addItems } from '../../../shared/commands/items.ts';
import { layTogether } from '../../../shared/commands/lay-together.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { clothFileOf } from '../../../shared/formats/cloth-file.ts';
import { holds, overlaps } from '../../../shared/layout/box.ts';
import { BOXES, type BoxId, boxAt, NAME_PLACE, placeInBox, placeNearInBox } from '../../../shared/layout/boxes.ts';
import { layTable } from '../../../shared/layout/table.ts';
import type { Point } from '../../../shared/model/schema.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { emptyCloth, item } from '../../support/cloth.ts';

const WORDS = [
  'voorlezen',
  'een boek dat iedereen kent',
  'w',
  'Ouders die zelf nooit lezen, wat doen we daarmee? '.repeat(4),
];

function themeSheet() {
  const cloth = emptyCloth();
  createCloth(cloth.doc, { sheet: 'theme', title: 'Leesplezier', seats: 3, createdAt: 1 });
  return cloth;
}

/** A sheet on which so many slips were written in each box, a few at a time, as people do. */
function writtenSheet(perBox: number) {
  const cloth = themeSheet();
  const boxOf = new Map<string, BoxId>();
  for (let nth = 0; nth < perBox; nth++) {
    for (const box of BOXES) {
      const text = WORDS[(nth + box.length) % WORDS.length] ?? '';
      const [pos = [0, 0]] = placeInBox(readSnapshot(cloth), box, [text], fontMeasure);
      boxOf.set(`${box}${nth}`, box);
      addItems(cloth, [item(`${box}${nth}`, { text, pos })]);
    }
  }
  return { cloth, boxOf };
}

test.each([3, 40])('%i slips a box lie in the box they were written in, on the sheet, and over nothing', (perBox) => {
  const { cloth, boxOf } = writtenSheet(perBox);
  const scene = buildScene(readSnapshot(cloth), fontMeasure);
  for (const shape of scene.items) {
    expect(boxAt(shape.centre), shape.id).toBe(boxOf.get(shape.id));
    expect(holds(scene.sheet.box, shape.box), shape.id).toBe(true);
    expect(overlaps(shape.box, NAME_PLACE), shape.id).toBe(false);
    for (const other of scene.items) {
      expect(other !== shape && overlaps(shape.box, other.box), `${shape.id} ${other.id}`).toBe(false);
    }
  }
  for (const { box } of scene.sheet.boxes ?? []) expect(holds(scene.sheet.box, box)).toBe(true);
});

test('what grows moves no line between boxes, and what lies far off the sheet does not pull it out', () => {
  const empty = layTable(readSnapshot(themeSheet()));
  const cloth = writtenSheet(40).cloth;
  const grown = layTable(readSnapshot(cloth));
  expect(grown.sheet.box.w).toBeGreaterThan(empty.sheet.box.w);
  const far = themeSheet();
  addItems(far, [item('ver', { pos: [9_000, 0] })]);
  expect(layTable(readSnapshot(far)).sheet.box).toEqual(empty.sheet.box);
});

test('a whole list goes in one box as one by one', () => {
  const cloth = themeSheet();
  const places = placeInBox(readSnapshot(cloth), 'remarks', Array<string>(30).fill(WORDS[1] ?? ''), fontMeasure);
  expect(new Set(places.map(boxAt))).toEqual(new Set(['remarks']));
  expect(new Set(places.map(String)).size).toBe(30);
});

test('a slip asked for at a place stands there, or else in the same box', () => {
  const cloth = themeSheet();
  const wanted: Point = [300, -500];
  expect(placeNearInBox(readSnapshot(cloth), wanted, 'eerste', fontMeasure)).toEqual(wanted);
  addItems(cloth, [item('eerste', { pos: wanted })]);
  const next = placeNearInBox(readSnapshot(cloth), wanted, 'tweede', fontMeasure);
  expect(next).not.toEqual(wanted);
  expect(boxAt(next)).toBe(boxAt(wanted));
});

test('sheets made alone are laid together box by box', () => {
  const joint = themeSheet();
  const [a, b] = readSnapshot(joint).seats;
  const alone = ['a', 'b'].map((who) => {
    const sheet = themeSheet();
    for (const box of BOXES) {
      const [pos = [0, 0]] = placeInBox(readSnapshot(sheet), box, ['woord'], fontMeasure);
      addItems(sheet, [item(`${who}-${box}`, { text: 'woord', pos })]);
    }
    return clothFileOf(readSnapshot(sheet));
  });
  const sheets = alone.map((file, nth) => ({ seat: (nth === 0 ? a : b)?.id ?? '', file }));
  layTogether(joint, sheets, fontMeasure);
  const { items } = readSnapshot(joint);
  expect(items).toHaveLength(14);
  for (const { id, pos } of items) expect(id).toMatch(new RegExp(`-${boxAt(pos)}$`));
  expect(new Set(items.map(({ pos }) => String(pos))).size).toBe(14);
});

test('the name stands at its place, as large as it fits, and pressing it is pressing the initiative', () => {
  const cloth = themeSheet();
  const { initiative } = buildScene(readSnapshot(cloth), fontMeasure);
  expect(initiative.radius).toBe(0);
  expect(initiative.box).toEqual(NAME_PLACE);
  expect(initiative.text.lines).toEqual(['Leesplezier']);
  expect(initiative.text.width).toBeLessThanOrEqual(NAME_PLACE.w);
});
