import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, boxAround, contains } from '../../shared/layout/box.ts';
import { placeIngredients } from '../../shared/layout/placing.ts';
import type { SeatShape } from '../../shared/layout/shapes.ts';
import type { Item } from '../../shared/model/snapshot.ts';
import { buildScene } from '../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../shared/text/text-measure.ts';
import { overlappingPairs, plainCloth, plainItem, plainSeats } from '../unit/layout/plain-cloth.ts';

const SEATS = 24;
const EACH = 60;

/** What people write in a brainstorm: mostly a few words, now and then a sentence, something pasted, or no words at all. */
const words = fc.oneof(
  {
    weight: 14,
    arbitrary: fc
      .array(fc.constantFrom('film', 'lezen', 'boekenlijst', 'met', 'de', 'ouders', 'vakoverstijgend'), {
        minLength: 1,
        maxLength: 5,
      })
      .map((all) => all.join(' ')),
  },
  { weight: 3, arbitrary: fc.string({ unit: fc.constantFrom(...'abcde klmno ij\n'), minLength: 20, maxLength: 90 }) },
  { weight: 1, arbitrary: fc.constantFrom('', '👩‍🏫🎬', 'قراءة', '阅读的乐趣', 'w'.repeat(60)) },
);

/** Where a name really stands: small boxes along it, for the box round a slanting name is mostly empty. */
function footprint({ at, angle, labelWidth, fontSize }: SeatShape): Box[] {
  const side = fontSize * 0.75;
  return Array.from({ length: 9 }, (_, step) => {
    const along = ((step - 4) / 8) * Math.max(0, labelWidth - side);
    return boxAround([at[0] + Math.cos(angle) * along, at[1] + Math.sin(angle) * along], side, side);
  });
}

test.each(['rectangle', 'round'] as const)(
  'sixty ingredients from each of 24 seats of a %s table cover no other, no name and not the initiative',
  (shape) => {
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 40, maxLength: 40 }),
        fc.integer({ min: 1, max: 60 }),
        (texts, atOnce) => {
          const cloth = plainCloth({ seats: plainSeats(SEATS), shape });
          const items: Item[] = [];
          // Everybody writes in turn, a few at a time, as in a session.
          for (let from = 0; from < EACH; from += atOnce) {
            for (const seat of cloth.seats) {
              const batch = Array.from(
                { length: Math.min(atOnce, EACH - from) },
                (_, at) => texts[(from + at + seat.order * 7) % texts.length] ?? '',
              );
              const places = placeIngredients({ ...cloth, items: [...items] }, seat.id, batch, fontMeasure);
              batch.forEach((text, at) => {
                items.push(plainItem(`${seat.id}-${from + at}`, places[at] ?? [0, 0], { text, seat: seat.id }));
              });
            }
          }
          const scene = buildScene({ ...cloth, items }, fontMeasure);
          const boxes = [...scene.items.map(({ extent }) => extent), ...scene.seats.flatMap(footprint)];
          const covered = overlappingPairs([...boxes, scene.initiative.box]).filter(([a]) => a < items.length);
          expect(covered).toEqual([]);
          const { box } = scene.sheet;
          const middle = boxAround([0, 0], box.w, box.h);
          for (const { centre } of scene.items) expect(contains(middle, centre)).toBe(true);
        },
      ),
      { numRuns: 6, endOnFailure: true },
    );
  },
);
