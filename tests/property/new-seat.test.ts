import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createCloth } from '../../shared/commands/create.ts';
import { addSeat, takeSeat } from '../../shared/commands/seats.ts';
import { type ClothDoc, openCloth } from '../../shared/document/cloth-doc.ts';
import { readSnapshot } from '../../shared/document/read.ts';
import { layTable, type SeatZone } from '../../shared/layout/table.ts';
import { LIMITS, TABLE_SHAPES, type TableShape } from '../../shared/model/schema.ts';

function tableFor(shape: TableShape, seats: number): ClothDoc {
  const doc = new Y.Doc();
  createCloth(doc, { seats, createdAt: 0 });
  const cloth = openCloth(doc);
  cloth.meta.set('table', { shape, width: 0, height: 0 });
  return cloth;
}

function placesOf(cloth: ClothDoc): ReadonlyMap<string, SeatZone> {
  return new Map(layTable(readSnapshot(cloth)).zones.map((zone) => [zone.seat.id, zone]));
}

const round = (angle: number) => Math.abs(Math.atan2(Math.sin(angle), Math.cos(angle)));

test('whoever sits at the table keeps their side of it, whoever comes after them', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TABLE_SHAPES), fc.integer({ min: 1, max: LIMITS.seats - 1 }), (shape, seats) => {
      const cloth = tableFor(shape, seats);
      while (placesOf(cloth).size < LIMITS.seats) {
        const before = placesOf(cloth);
        addSeat(cloth);
        const after = placesOf(cloth);
        expect(after.size).toBe(before.size + 1);
        for (const [id, { frame, at }] of before) {
          const now = after.get(id);
          if (shape === 'rectangle') expect(now?.frame.side).toBe(frame.side);
          // With two the one comes to sit opposite the other; from then on nobody moves further than half a place.
          else if (now && before.size > 2) {
            const angle = Math.atan2(now.at[1], now.at[0]) - Math.atan2(at[1], at[0]);
            expect(round(angle)).toBeLessThanOrEqual(Math.PI / before.size + 1e-6);
          }
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('each of 24 who come one by one has a colour of their own', () => {
  const cloth = tableFor('rectangle', 1);
  for (let nth = 0; nth < LIMITS.seats; nth++) takeSeat(cloth, { holder: `holder-${nth}`, name: `Deelnemer ${nth}` });
  const { seats } = readSnapshot(cloth);
  expect(new Set(seats.map(({ colour }) => colour)).size).toBe(LIMITS.seats);
  expect(new Set(seats.map(({ order }) => order)).size).toBe(LIMITS.seats);
});
