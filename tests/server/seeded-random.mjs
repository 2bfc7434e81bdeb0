/** Imported before everything else: what Yjs draws at random follows from the seed too, so that a run can be repeated. */
import { webcrypto } from 'node:crypto';

/** A seeded generator (mulberry32) of numbers from 0 up to 1. */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = randomFrom(Number(process.argv[2]) + 2);
webcrypto.getRandomValues = (array) => {
  for (let index = 0; index < array.length; index++) array[index] = Math.floor(random() * 2 ** 32);
  return array;
};
