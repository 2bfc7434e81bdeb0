import { expect, test } from 'vitest';
import { PendingAcks } from '../../../server/sync/connection/pending-acks.ts';

/** Acks that are owed over a store that says when all is durable, and what was sent back. */
function slowStore() {
  const waiters: (() => void)[] = [];
  const sent: number[] = [];
  const acks = new PendingAcks({ whenDurable: (callback) => waiters.push(callback), send: (ack) => sent.push(ack) });
  return { acks, waiters, sent };
}

test('acks wait in one place, and those that come in meanwhile wait for the next time', () => {
  const { acks, waiters, sent } = slowStore();
  for (const ack of [1, 2, 3]) acks.owe(ack);
  expect(waiters.length).toBe(1);
  waiters.shift()?.();
  expect(sent).toEqual([1]);
  acks.owe(4);
  expect(waiters.length).toBe(1);
  waiters.shift()?.();
  expect(sent).toEqual([1, 2, 3]);
  expect(waiters.length).toBe(1);
  waiters.shift()?.();
  expect(sent).toEqual([1, 2, 3, 4]);
  expect(waiters.length).toBe(0);
});

test('of very many the oldest are forgotten, the newest never', () => {
  const { acks, waiters, sent } = slowStore();
  for (let ack = 1; ack <= 5_000; ack++) acks.owe(ack);
  while (waiters.length > 0) waiters.shift()?.();
  expect(sent.length).toBeLessThanOrEqual(1_001);
  expect(sent.at(-1)).toBe(5_000);
});

test('who has left is told nothing more', () => {
  const { acks, waiters, sent } = slowStore();
  acks.owe(1);
  acks.owe(2);
  acks.stop();
  while (waiters.length > 0) waiters.shift()?.();
  expect(sent).toEqual([]);
});

test('what is durable at once comes back at once', () => {
  const sent: number[] = [];
  const acks = new PendingAcks({ whenDurable: (callback) => callback(), send: (ack) => sent.push(ack) });
  for (const ack of [1, 2, 3]) acks.owe(ack);
  expect(sent).toEqual([1, 2, 3]);
});
