import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pageWords } from '../../../shared/formats/pictures/page-words.ts';
import { maskSnapshot } from '../../../shared/model/mask.ts';
import type { ClothSnapshot, Item } from '../../../shared/model/snapshot.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { layPage } from '../../../shared/scene/page.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { plainCloth, plainItem, plainSeats } from '../layout/plain-cloth.ts';

const shapeOf = (cloth: ClothSnapshot, id: string) => {
  const shape = buildScene(cloth, fontMeasure).items.find((item) => item.id === id);
  if (!shape) throw new Error(`${id} is on the cloth`);
  return shape;
};

describe('whose word it is', () => {
  const seats = plainSeats(6);
  const [first, second] = seats;
  if (!first || !second) throw new Error('there are seats');
  const items = [
    plainItem('of the first', [-400, 300], { seat: first.id, colour: '#a5311d' }),
    plainItem('of nobody', [0, 300]),
    plainItem('Paul', [300, 300], { kind: 'connector', seat: first.id }),
  ];
  const cloth = plainCloth({ seats, items });

  test('is told by the colour of the seat, whatever pen it was written with', () => {
    expect(shapeOf(cloth, 'of the first').writer).toBe(first.colour);
    expect(shapeOf(cloth, 'of nobody').writer).toBeUndefined();
    expect(shapeOf(cloth, 'Paul').writer).toBeUndefined();
  });

  test('follows the seat, and leaves every other shape the very same', () => {
    const before = buildScene(cloth, fontMeasure).items;
    const repainted = {
      ...cloth,
      seats: seats.map((seat) => (seat === first ? { ...seat, colour: '#123456' } : seat)),
    };
    expect(shapeOf(repainted, 'of the first').writer).toBe('#123456');
    const after = buildScene(repainted, fontMeasure).items;
    expect(after[1]).toBe(before[1]);
    expect(after[2]).toBe(before[2]);
  });

  test('is not told of hidden words', () => {
    const hidden = maskSnapshot(cloth, () => true);
    expect(hidden.items[0]?.masked).toBe(true);
    expect(shapeOf(hidden, 'of the first').writer).toBeUndefined();
  });
});

describe('a prepared contact', () => {
  const stageOf = (fields: Partial<Item>) =>
    shapeOf(plainCloth({ items: [plainItem('Paul', [300, 300], { kind: 'connector', ...fields })] }), 'Paul').contact
      ?.stage;

  test('leaves a mark on its connector that says how far it has come', () => {
    expect(stageOf({})).toBeUndefined();
    expect(stageOf({ story: ' ' })).toBeUndefined();
    expect(stageOf({ story: 'Paul kent de school' })).toBe('story');
    expect(stageOf({ story: 'Paul kent de school', contacted: 'planned' })).toBe('agreed');
    expect(stageOf({ contacted: 'done' })).toBe('talked');
    expect(stageOf({ kind: 'ingredient', contacted: 'done' })).toBeUndefined();
  });

  test('is explained below a picture, as far as it is on it', () => {
    const cloth = plainCloth({
      items: [
        plainItem('Paul', [300, 300], { kind: 'connector', contacted: 'done' }),
        plainItem('Karima', [-300, 300], { kind: 'connector', story: 'wat zij doet' }),
      ],
    });
    const { contacts, labels } = layPage(buildScene(cloth, fontMeasure), pageWords(cloth, 'nl', 0), fontMeasure, null);
    expect(contacts.map(({ stage }) => stage)).toEqual(['story', 'talked']);
    expect(labels.map(({ text }) => text)).toEqual(expect.arrayContaining(['verhaal klaar', 'gesproken']));
    expect(labels.map(({ text }) => text)).not.toContain('gesprek afgesproken');
  });
});

test('dashes on the cloth mean one thing: what ties are is all that is drawn so', () => {
  const filesIn = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name));
  const dashing = [...filesIn('shared/paint'), ...filesIn('client/canvas'), ...filesIn('client/export')].filter(
    (file) => /\.setLineDash\(/.test(readFileSync(file, 'utf8')),
  );
  // A leaf is a page that shows no cloth.
  expect(dashing).toEqual(['shared/paint/leaf.ts', 'shared/paint/ties.ts']);
});
