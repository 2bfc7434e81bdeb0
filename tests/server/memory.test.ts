import { expect, test } from 'vitest';
import { measureMemory } from '../bench/sync/memory.ts';

const KB = 1_000;

test('open cloths take little memory while they rest, and give it back when all have left', async () => {
  const { perConnection, perRoom, perLeftRoom } = await measureMemory('tafelkleed', 150);
  expect(perConnection).toBeLessThan(8 * KB);
  // A document of twenty items takes 120 kB as long as Yjs has it.
  expect(perRoom).toBeLessThan(80 * KB);
  expect(perLeftRoom).toBeLessThan(5 * KB);
});
