import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filmOf, growthOf, lengthOf, type SPEEDS, saidSince, shotAt, speedFor } from '../../../shared/method/growth.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { plainCloth, plainItem } from '../layout/plain-cloth.ts';

const MINUTE = 60_000;
const BEGUN = 1_700_000_000_000;

function clothOf(items: readonly (readonly [id: string, minute: number])[]): ClothSnapshot {
  const at = (minute: number) => ({ createdAt: BEGUN + minute * MINUTE });
  const cloth = plainCloth({ items: items.map(([id, minute]) => plainItem(id, [0, 0], at(minute))) });
  return { ...cloth, meta: { ...cloth.meta, createdAt: BEGUN } };
}

describe('how a cloth grew', () => {
  test('begins without a word, and each comes when it was laid', () => {
    const { stills } = growthOf(
      clothOf([
        ['boekenlijst', 3],
        ['filmmateriaal', 1],
      ]),
      [],
    );
    expect(stills.map(({ came }) => came)).toEqual([[], ['filmmateriaal'], ['boekenlijst'], []]);
    expect(stills.map(({ at }) => (at - BEGUN) / MINUTE)).toEqual([0, 1, 3, 3]);
    expect(stills.map(({ whole }) => whole)).toEqual([false, false, false, true]);
  });

  test('a kept moment is told whole, with what was taken away since', () => {
    const then = clothOf([
      ['weg', 1],
      ['blijft', 2],
    ]);
    const now = clothOf([
      ['blijft', 2],
      ['nieuw', 9],
    ]);
    const { stretches, stills } = growthOf(now, [{ at: BEGUN + 5 * MINUTE, name: 'na de studiedag', cloth: then }]);
    expect(stills.map(({ stretch, came }) => [stretch, ...came])).toEqual([
      [0],
      [0, 'weg'],
      [0, 'blijft'],
      [0],
      [1, 'nieuw'],
      [1],
    ]);
    expect(stretches.map(({ name }) => name)).toEqual(['na de studiedag', null]);
  });

  test('contacts and positions are told with the look that first has them, and not again', () => {
    const before = plainCloth({
      items: [
        plainItem('thomas', [0, 0], { kind: 'connector', positions: ['g'] }),
        plainItem('heleen', [0, 0], { kind: 'connector', story: 'wat ik ermee wil' }),
      ],
    });
    const now = plainCloth({
      items: [
        plainItem('thomas', [0, 0], { kind: 'connector', positions: ['g'], contacted: 'planned' }),
        plainItem('heleen', [0, 0], { kind: 'connector', story: 'wat ik ermee wil', positions: ['s', 'p'] }),
      ],
    });
    const growth = growthOf(now, [{ at: BEGUN, name: 'eerst', cloth: before }]);
    const told = [0, 1].map((stretch) => saidSince(growth, stretch));
    expect(told.map(({ contacts }) => contacts.map(({ id }) => id))).toEqual([['heleen'], ['thomas']]);
    expect(told.map(({ positions }) => positions.map(({ id }) => id))).toEqual([['thomas'], ['heleen']]);
  });

  test('a cloth without words has a beginning and a now', () => {
    expect(growthOf(clothOf([]), []).stills.map(({ whole }) => whole)).toEqual([false, true]);
  });

  test('whatever the clocks said: in order, all that lies there once, and no more stills than one can follow', () => {
    const times = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { maxLength: 700 });
    fc.assert(
      fc.property(times, fc.integer({ min: -1e6, max: 1e6 }), fc.nat(700), (minutes, at, kept) => {
        const all = minutes.map((minute, nth) => [`${nth}`, minute] as const);
        const moment = { at: BEGUN + at * MINUTE, name: 'm', cloth: clothOf(all.slice(0, kept)) };
        const { stills } = growthOf(clothOf(all), [moment]);
        expect(stills.length).toBeLessThanOrEqual(305);
        expect(stills.flatMap(({ came }) => came).sort()).toEqual(all.map(([id]) => id).sort());
        const order = stills.map((still) => still.at);
        expect(order.slice(1)).toEqual([...order.slice(1)].sort((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the film of it', () => {
  const growth = growthOf(
    clothOf([
      ['a', 1],
      ['b', 1.25],
      ['c', 9_999],
    ]),
    [],
  );

  test('keeps the rhythm of the group, but for pauses and for what nobody could follow', () => {
    const lengths = (speed: (typeof SPEEDS)[number]) => filmOf(growth, speed).map(({ from, until }) => until - from);
    expect(lengths(1)).toEqual([30, 15, 30, 0.4, 3].map((n) => expect.closeTo(n)));
    expect(lengths(60)).toEqual([0.5, 0.4, 0.5, 0.4, 3].map((n) => expect.closeTo(n)));
  });

  test('every time of it shows one shot', () => {
    const film = filmOf(growth, 30);
    for (const [nth, { from }] of film.entries()) expect(shotAt(film, from)).toBe(nth);
    expect(shotAt(film, lengthOf(film) + 9)).toBe(film.length - 1);
  });

  test('its speed is the slowest that fits', () => {
    expect(speedFor(growth, 1_000)).toBe(1);
    expect(speedFor(growth, 20)).toBe(5);
    expect(speedFor(growth, 0)).toBe(60);
  });
});
