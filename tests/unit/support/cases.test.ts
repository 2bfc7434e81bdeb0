import { describe, expect, test } from 'vitest';
import { overlaps } from '../../../shared/layout/box.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { differentiatie } from '../../support/cases/differentiatie.ts';
import { seeded } from '../../support/cases/seeded.ts';
import { overlappingPairs } from '../layout/plain-cloth.ts';

describe('the case of a year’s theme', () => {
  const { seats, items, ties } = differentiatie();

  test('has four people, 13 ingredients, 14 connectors and 37 ties', () => {
    const kinds = items.map(({ kind }) => kind);
    expect(seats).toHaveLength(4);
    expect(kinds.filter((kind) => kind === 'ingredient')).toHaveLength(13);
    expect(kinds.filter((kind) => kind === 'connector')).toHaveLength(14);
    expect(ties).toHaveLength(37);
  });

  test('lies on the cloth, clear of itself', () => {
    const { items: shapes, initiative, sheet, bounds } = buildScene(differentiatie(), fontMeasure);
    expect(overlappingPairs(shapes.map(({ box }) => box))).toEqual([]);
    expect(shapes.filter(({ box }) => overlaps(box, initiative.box))).toEqual([]);
    expect(bounds).toEqual(sheet.box);
  });
});

test.each([
  { seats: 4, connectors: 10, ties: 30, seed: 1 },
  { seats: 24, connectors: 40, ties: 120, seed: 2 },
])('a cloth of a seed has what is asked for and is the same every time: %o', (wanted) => {
  const one = seeded(wanted);
  expect(one.seats).toHaveLength(wanted.seats);
  expect(one.items.filter(({ kind }) => kind === 'connector')).toHaveLength(wanted.connectors);
  expect(one.ties).toHaveLength(wanted.ties);
  const placesOf = ({ items }: typeof one) => items.map(({ id, text, pos }) => [id, text, pos]);
  const again = seeded(wanted);
  expect([placesOf(again), again.ties]).toEqual([placesOf(one), one.ties]);
});
