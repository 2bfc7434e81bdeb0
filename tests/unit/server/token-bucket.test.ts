import { expect, onTestFinished, test, vi } from 'vitest';
import { TokenBucket, TokenBuckets } from '../../../server/core/token-bucket.ts';

test('a burst passes, then only as much as refills', () => {
  const bucket = new TokenBucket(3, 10, 0);
  expect([1, 2, 3, 4].map(() => bucket.take(1, 0))).toEqual([true, true, true, false]);
  expect(bucket.wait(0)).toBe(100);
  expect(bucket.take(1, 99)).toBe(false);
  expect(bucket.take(1, 100)).toBe(true);
  expect(bucket.wait(10_000)).toBe(0);
  expect(bucket.full(10_000)).toBe(true);
});

test('one large cost passes and is paid off afterwards', () => {
  const bucket = new TokenBucket(10, 10, 0);
  expect(bucket.take(20, 0)).toBe(true);
  expect(bucket.wait(0)).toBe(1_100);
  expect(bucket.take(1, 1_000)).toBe(false);
  expect(bucket.take(1, 1_100)).toBe(true);
});

test('what was done already is charged also to who has nothing left, up to the whole allowance', () => {
  const bucket = new TokenBucket(10, 10, 0);
  bucket.take(10, 0);
  bucket.charge(5, 0);
  expect(bucket.wait(0)).toBe(600);
  bucket.charge(1_000, 0);
  expect(bucket.wait(0)).toBe(1_100);
});

test('a clock that goes back gives nothing away', () => {
  const bucket = new TokenBucket(1, 1, 1_000);
  bucket.take(1, 1_000);
  expect(bucket.take(1, 0)).toBe(false);
});

test('keys do not share an allowance', () => {
  const buckets = new TokenBuckets(1, 1);
  expect(buckets.take('a', 0)).toBe(true);
  expect(buckets.take('a', 0)).toBe(false);
  expect(buckets.take('b', 0)).toBe(true);
  expect(buckets.wait('a', 0)).toBe(1_000);
  expect(buckets.wait('never seen', 0)).toBe(0);
});

test('who came is forgotten once the allowance is whole again, also when nobody comes after', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const buckets = new TokenBuckets(90, 1);
  buckets.take('a', performance.now());
  for (let times = 0; times < 90; times++) buckets.take('b', performance.now());
  expect(buckets.size).toBe(2);
  vi.advanceTimersByTime(60_000);
  expect(buckets.size).toBe(1);
  vi.advanceTimersByTime(60_000);
  expect(buckets.size).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});
