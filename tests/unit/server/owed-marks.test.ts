import { expect, test } from 'vitest';
import { OwedMarks } from '../../../server/sync/connection/owed-marks.ts';

/** Marks that are owed over a store that says when all is durable, and what was sent back. */
function slowStore() {
  const waiters: (() => void)[] = [];
  const sent: number[] = [];
  const marks = new OwedMarks({ whenDurable: (callback) => waiters.push(callback), send: (mark) => sent.push(mark) });
  return { marks, waiters, sent };
}

test('marks wait in one place, and those that come in meanwhile wait for the next time', () => {
  const { marks, waiters, sent } = slowStore();
  for (const mark of [1, 2, 3]) marks.owe(mark);
  expect(waiters.length).toBe(1);
  waiters.shift()?.();
  expect(sent).toEqual([1]);
  marks.owe(4);
  expect(waiters.length).toBe(1);
  waiters.shift()?.();
  expect(sent).toEqual([1, 2, 3]);
  expect(waiters.length).toBe(1);
  waiters.shift()?.();
  expect(sent).toEqual([1, 2, 3, 4]);
  expect(waiters.length).toBe(0);
});

test('of very many the oldest are forgotten, the newest never', () => {
  const { marks, waiters, sent } = slowStore();
  for (let mark = 1; mark <= 5_000; mark++) marks.owe(mark);
  while (waiters.length > 0) waiters.shift()?.();
  expect(sent.length).toBeLessThanOrEqual(1_001);
  expect(sent.at(-1)).toBe(5_000);
});

test('who has left is told nothing more', () => {
  const { marks, waiters, sent } = slowStore();
  marks.owe(1);
  marks.owe(2);
  marks.stop();
  while (waiters.length > 0) waiters.shift()?.();
  expect(sent).toEqual([]);
});

test('what is durable at once comes back at once', () => {
  const sent: number[] = [];
  const marks = new OwedMarks({ whenDurable: (callback) => callback(), send: (mark) => sent.push(mark) });
  for (const mark of [1, 2, 3]) marks.owe(mark);
  expect(sent).toEqual([1, 2, 3]);
});
