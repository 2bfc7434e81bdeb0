import fc from 'fast-check';
import { NO_DETAILS } from '../../../shared/model/records.ts';
import { APPROACHES, CONTACTED, INITIATIVE, POSITION_LETTERS } from '../../../shared/model/schema.ts';
import type { ClothSnapshot, Item } from '../../../shared/model/snapshot.ts';

const place = fc.integer({ min: -900, max: 900 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

/** Small cloths in which every word that people can write is one of these. */
export function clothOf(words: fc.Arbitrary<string>): fc.Arbitrary<ClothSnapshot> {
  const items = fc.array(
    fc.record({
      kind: fc.constantFrom('ingredient' as const, 'connector' as const),
      text: words,
      pos: fc.tuple(place, place),
      seat: fc.constantFrom('seat-0', 'seat-1', null),
      by: words,
      positions: fc.subarray([...POSITION_LETTERS]),
      clarification: words,
      story: words,
      contactWhen: words,
      contactBy: words,
      approach: maybe(fc.constantFrom(...APPROACHES)),
      contacted: maybe(fc.constantFrom(...CONTACTED)),
    }),
    { minLength: 1, maxLength: 8 },
  );
  const ties = fc.array(fc.tuple(fc.nat(8), fc.nat(8), fc.boolean()), { maxLength: 8 });
  return fc.record({ title: words, initiative: words, names: fc.tuple(words, words), items, ties }).map((made) => {
    const laid = made.items.map(
      (item, at): Item => ({
        ...NO_DETAILS,
        ...item,
        id: `item-${at}`,
        colour: '#1f5fa8',
        createdAt: 1_764_000_000_000 + at,
      }),
    );
    const ends = [INITIATIVE, ...laid.map(({ id }) => id)];
    const pairs = new Map<string, { from: string; to: string; expected: boolean }>();
    for (const [one, other, expected] of made.ties) {
      const [from, to] = [ends[one % ends.length] ?? INITIATIVE, ends[other % ends.length] ?? INITIATIVE];
      if (from !== to) pairs.set([from, to].sort().join(' '), { from, to, expected });
    }
    return {
      meta: {
        schema: 1,
        title: made.title,
        kind: 'initiative' as const,
        createdAt: 1_764_000_000_000,
        table: { shape: 'rectangle' as const, width: 1_800, height: 1_200 },
        minutes: {},
      },
      initiative: made.initiative,
      seats: made.names.map((name, order) => ({ id: `seat-${order}`, name, order, colour: '#1f5fa8', holder: null })),
      items: laid,
      ties: [...pairs.values()].map((tie, at) => ({ ...tie, id: `tie-${at}`, createdAt: 1_764_000_000_000 + at })),
      moments: [],
    };
  });
}
