import { afterEach, expect, test, vi } from 'vitest';
import { memoryStorage } from '../../../client/device/device-storage.ts';
import { countWaiting, forgetWaiting, WaitingChanges } from '../../../client/document/waiting-changes.ts';

test('a page opened later takes over what closed pages left, and settles it', () => {
  const storage = memoryStorage();
  new WaitingChanges(storage, 'cloth', 'one').keep(2);
  new WaitingChanges(storage, 'cloth', 'two').keep(3);
  new WaitingChanges(storage, 'cloth2', 'one').keep(7);
  const later = new WaitingChanges(storage, 'cloth', 'three');
  expect(later.inherited).toBe(5);
  later.keep(1);
  expect(countWaiting(storage, 'cloth')).toBe(6);
  later.settleInherited();
  expect(countWaiting(storage, 'cloth')).toBe(1);
  expect(countWaiting(storage, 'cloth2')).toBe(7);
});

afterEach(() => {
  vi.useRealTimers();
});

test('nothing waiting leaves nothing behind, once that has lasted a moment', () => {
  vi.useFakeTimers();
  const storage = memoryStorage();
  const page = new WaitingChanges(storage, 'cloth', 'one');
  page.keep(1);
  expect(countWaiting(storage, 'cloth')).toBe(1);
  page.keep(0);
  vi.advanceTimersByTime(500);
  page.keep(1);
  vi.advanceTimersByTime(5_000);
  expect(countWaiting(storage, 'cloth')).toBe(1);
  page.keep(0);
  vi.advanceTimersByTime(5_000);
  expect(storage.keys()).toEqual([]);
});

test('a page that goes away leaves word of what waits, and of nothing that does not', () => {
  const storage = memoryStorage();
  const page = new WaitingChanges(storage, 'cloth', 'one');
  page.keep(1);
  page.keep(0);
  page.leave(0);
  expect(storage.keys()).toEqual([]);
});

test('a count that was tampered with counts for nothing, and forgetting removes it', () => {
  const storage = memoryStorage();
  storage.set('tafelkleed.waiting.cloth.one', 'many');
  storage.set('tafelkleed.waiting.cloth.two', '-4');
  expect(new WaitingChanges(storage, 'cloth', 'three').inherited).toBe(0);
  forgetWaiting(storage, 'cloth');
  expect(storage.keys()).toEqual([]);
});
