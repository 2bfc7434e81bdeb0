import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { countHere } from '../../../server/core/counting.ts';
import { TooManyWrong, WrongCodes } from '../../../server/http/wrong-codes.ts';
import { CODE_LIFETIME_MS } from '../../../server/sync/room/cloths.ts';
import { JOIN_CODE } from '../../../shared/model/protocol.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const RIGHT = 'ACDEFGH';

/** Of one guess: the chance that it is one of ten thousand codes that are live. */
const HIT = 10_000 / JOIN_CODE.alphabet.length ** JOIN_CODE.length;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const network = (number: number): string => `20010db80001${number.toString(16).padStart(4, '0')}`;

/** A server's eyes on codes: which was looked up, and what came of it. */
function eyes() {
  const codes = new WrongCodes(countHere);
  const seen = { lookedUp: 0 };
  const type = async (from: string, code: string): Promise<'in' | 'wrong' | 'refused'> => {
    const lookUp = async () => {
      seen.lookedUp += 1;
      return code === RIGHT ? { expiresAt: Date.now() + HOUR } : null;
    };
    try {
      return (await codes.find(from, code, lookUp)) ? 'in' : 'wrong';
    } catch (error) {
      if (error instanceof TooManyWrong) return 'refused';
      throw error;
    }
  };
  return { codes, seen, type };
}

/** Guesses as often as it may, and as early, from these networks in turn, for as long as `hours`. */
async function guess(networks: readonly string[], hours: number, everyMs: number): Promise<number> {
  const { seen, type } = eyes();
  const until = Date.now() + hours * HOUR;
  let next = 0;
  for (; Date.now() < until; vi.advanceTimersByTime(everyMs)) {
    for (let refused = 0; refused < networks.length; next++) {
      refused = (await type(networks[next % networks.length] ?? '', 'WWWWWWW')) === 'refused' ? refused + 1 : 0;
    }
  }
  return seen.lookedUp;
}

test('of ten thousand codes one network hits one in a thousand times while they live, whenever it begins', async () => {
  const tried = await guess([network(1)], CODE_LIFETIME_MS / HOUR, 7 * MINUTE);
  expect(tried).toBeGreaterThan(200);
  expect(tried * HIT).toBeLessThan(1 / 1_000);
  // Saving up for the moment at which the hours begin anew gives no more: a quarter of it before, and all after.
  const { seen, type } = eyes();
  await type(network(1), 'WWWWWWW');
  vi.advanceTimersByTime(4 * HOUR - MINUTE);
  const began = Date.now();
  for (; Date.now() < began + CODE_LIFETIME_MS; vi.advanceTimersByTime(MINUTE)) {
    while ((await type(network(1), 'WWWWWWW')) !== 'refused');
  }
  expect(seen.lookedUp * HIT).toBeLessThan(1 / 1_000);
});

test('who has all networks of a /48 hits one in twenty times', async () => {
  const all = Array.from({ length: 120 }, (_, number) => network(number));
  const tried = await guess(all, CODE_LIFETIME_MS / HOUR, 30 * MINUTE);
  expect(tried).toBeGreaterThan(10_000);
  expect(tried * HIT).toBeLessThan(1 / 20);
}, 60_000);

test('sixty of one class come in at the same moment, some of whom mistype, and right codes count for nothing', async () => {
  const { type } = eyes();
  for (let lesson = 0; lesson < 5; lesson++) {
    const typed = Array.from({ length: 60 }, (_, pupil) => (pupil % 5 === 0 ? [`WWWWWW${'3467'[lesson % 4]}`] : []));
    const all = await Promise.all(
      typed.map(async (wrong) => {
        for (const code of wrong) expect(await type('school', code)).toBe('wrong');
        return type('school', RIGHT);
      }),
    );
    expect(all).toEqual(all.map(() => 'in'));
  }
});

test('two hundred right ones of different groups at one moment are no burst of wrong ones', async () => {
  const { codes } = eyes();
  const found = Array.from({ length: 200 }, (_, group) =>
    codes.find('school', `CODE${group}`, async () => ({ expiresAt: Date.now() + HOUR, group })),
  );
  expect((await Promise.all(found)).map((each) => each?.group)).toEqual(found.map((_, group) => group));
});

test('a joker who uses up what a school has keeps nobody out of a group that is at home there', async () => {
  const { codes, type } = eyes();
  await codes.isAtHome('school', RIGHT, Date.now() + 12 * HOUR);
  while ((await type('school', 'WWWWWWW')) !== 'refused');
  expect(await type('school', RIGHT)).toBe('in');
  // Elsewhere it is no more than a code that is right.
  while ((await type('elsewhere', 'WWWWWWW')) !== 'refused');
  expect(await type('elsewhere', RIGHT)).toBe('refused');
  expect(await type('a third', RIGHT)).toBe('in');
});

test('what could not be looked up was not wrong', async () => {
  const { codes, type } = eyes();
  for (let times = 0; times < 100; times++) {
    const failing = codes.find('school', 'WWWWWWW', () => Promise.reject(new RangeError('the store is away')));
    await expect(failing).rejects.toThrow(RangeError);
  }
  expect(await type('school', 'WWWWWWW')).toBe('wrong');
});

test('who was wrong too often is told how long that holds', async () => {
  const { codes, type } = eyes();
  while ((await type('school', 'WWWWWWW')) !== 'refused');
  vi.advanceTimersByTime(HOUR);
  const error = await codes.find('school', 'WWWWWWW', async () => null).catch((refused: unknown) => refused);
  expect(error).toMatchObject({ waitS: 3 * 3_600 });
  vi.advanceTimersByTime(3 * HOUR);
  expect(await type('school', 'WWWWWWW')).toBe('wrong');
});
