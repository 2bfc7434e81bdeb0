import { expect, test } from 'vitest';
import { WrongCodes } from '../../../server/http/wrong-codes.ts';

const HOUR = 3_600_000;

/** Asks at these moments, in order, and returns which were let through. */
function tries(codes: WrongCodes, from: number, until: number, every: number): number {
  let passed = 0;
  for (let now = from; now < until; now += every) if (codes.mayTry('school', now)) passed++;
  return passed;
}

test('a class comes in with the right code, whoever in the building types wrong ones three times a second', () => {
  const codes = new WrongCodes();
  const refused: number[] = [];
  for (let now = 0; now < HOUR; now += 1_000) {
    tries(codes, now, now + 1_000, 1_000 / 3);
    // One of the class a second, at the end of the hour as at its beginning.
    if (!codes.mayTry('school', now + 999)) refused.push(now);
    else codes.wasRight('school', now + 999);
  }
  expect(refused).toEqual([]);
});

test('sixty that come in at the same moment are no burst of wrong ones', () => {
  const codes = new WrongCodes();
  tries(codes, 0, 60_000, 1_000 / 3);
  const all = Array.from({ length: 60 }, () => codes.mayTry('school', 60_000));
  expect(all).not.toContain(false);
});

test('in the life of a code no network gets to try more than one in six thousand of what a code can be', () => {
  for (const every of [50, 333]) {
    expect(tries(new WrongCodes(), 0, 12 * HOUR, every)).toBeLessThan(23 ** 6 / 6_000);
  }
  expect(new WrongCodes().mayTry('another', 0)).toBe(true);
});
