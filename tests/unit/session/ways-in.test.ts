import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { memoryStorage } from '../../../client/device/device-storage.ts';
import { WaysIn } from '../../../client/document/ways-in.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const MINUTE = 60_000;

function waysIn(storage = memoryStorage()) {
  const went: string[] = [];
  const ways = new WaysIn({
    giveUp: () => went.push('given up'),
    byRequests: async () => void went.push('requests'),
    bySocket: () => went.push('socket'),
    storage,
  });
  /** An attempt that fails; says whether it is too early to tell. */
  const fail = async () => {
    ways.begins();
    const goesOn = ways.lost();
    await vi.advanceTimersByTimeAsync(0);
    return goesOn;
  };
  return { ways, went, fail };
}

test('two sockets that do not open, and it goes by requests; only when those fail too is there no way', async () => {
  const { went, fail } = waysIn();
  expect(await fail()).toBe(true);
  expect(went).toEqual([]);
  expect(await fail()).toBe(true);
  expect(went).toEqual(['requests']);
  expect(await fail()).toBe(false);
  expect(went).toEqual(['requests', 'socket']);
  // From here on turn and turn about, and the page has said that there is no way.
  expect(await fail()).toBe(false);
  expect(went).toEqual(['requests', 'socket', 'requests']);
});

test('a socket that hangs is given up after five seconds, and one is enough', async () => {
  const { ways, went } = waysIn();
  ways.begins();
  await vi.advanceTimersByTimeAsync(4_900);
  expect(went).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(went).toEqual(['given up']);
  expect(ways.lost()).toBe(true);
  expect(went).toEqual(['given up', 'requests']);
});

test('what was open and is lost says so at once, and is tried again the same way', async () => {
  const { ways, went } = waysIn();
  ways.begins();
  ways.opened();
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(ways.lost()).toBe(false);
  expect(went).toEqual([]);
});

test('the tab remembers for ten minutes that no socket gets through, and tries one after that', async () => {
  const storage = memoryStorage();
  const first = waysIn(storage);
  await first.fail();
  await first.fail();
  first.ways.begins();
  first.ways.opened();
  expect(first.ways.lost()).toBe(false);

  const second = waysIn(storage);
  second.ways.begins();
  await vi.advanceTimersByTimeAsync(0);
  expect(second.went).toEqual(['requests', 'given up']);
  second.ways.lost();
  second.ways.begins();
  second.ways.opened();
  await vi.advanceTimersByTimeAsync(11 * MINUTE);
  second.ways.lost();
  expect(second.went).toEqual(['requests', 'given up', 'socket']);
  second.ways.begins();
  second.ways.opened();
  expect(waysIn(storage).went).toEqual([]);
});
