import { expect, test } from 'vitest';
import { edgeAt } from '../../../shared/layout/edge.ts';
import { placeIngredients } from '../../../shared/layout/placing.ts';
import { layTable } from '../../../shared/layout/table.ts';
import type { TableShape } from '../../../shared/model/schema.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { plainCloth, plainSeats } from './plain-cloth.ts';

const cases: readonly [TableShape, number][] = [
  ['rectangle', 1],
  ['rectangle', 6],
  ['rectangle', 24],
  ['round', 1],
  ['round', 7],
];

test.each(cases)('at a %s table for %i, the first words of each seat lie before it', (shape, count) => {
  const cloth = plainCloth({ shape, seats: plainSeats(count) });
  const edges = layTable(cloth).zones.map(({ seat, zone }) => ({ id: seat.id, zone }));
  for (const { id } of cloth.seats) {
    const [place] = placeIngredients(cloth, id, ['boeken'], fontMeasure);
    expect(place && edgeAt(edges, place)).toBe(id);
  }
});

test('in the middle and beyond the cloth one is before nobody', () => {
  const cloth = plainCloth({ seats: plainSeats(6) });
  const edges = layTable(cloth).zones.map(({ seat, zone }) => ({ id: seat.id, zone }));
  for (const place of [
    [0, 0],
    [5_000, 0],
    [0, -5_000],
  ] as const)
    expect(edgeAt(edges, place)).toBeNull();
});
