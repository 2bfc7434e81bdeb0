import { expect, test } from 'vitest';
import { Backoff, within } from '../../../server/core/patience.ts';

const never = new Promise<string>(() => undefined);

test('work that is done in time counts, its failure too; what takes longer gives what late gives', async () => {
  await expect(within(1_000, Promise.resolve('done'), () => 'late')).resolves.toBe('done');
  await expect(within(1_000, Promise.reject(new Error('broke')), () => 'late')).rejects.toThrow('broke');
  await expect(within(1, never, () => 'late')).resolves.toBe('late');
  const refuse = () => {
    throw new Error('too late');
  };
  await expect(within(1, never, refuse)).rejects.toThrow('too late');
});

test('waits double up to the longest, and begin anew after it went well', () => {
  const backoff = new Backoff(50, 300);
  expect([1, 2, 3, 4, 5].map(() => backoff.next())).toEqual([50, 100, 200, 300, 300]);
  backoff.reset();
  expect(backoff.next()).toBe(50);
});
