import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { shareAwareness, type TableAwareness } from '../../../client/document/awareness.ts';

const gemma = { name: 'Gemma', colour: '#1d4ed8', seat: 's1', role: 'participant' } as const;
const heleen = { name: 'Heleen', colour: '#b91c1c', seat: 's2', role: 'participant' } as const;

/** Two pages whose presence reaches the other at once, and how often the first one's did. */
function pair(): { here: TableAwareness; there: TableAwareness; awareness: Awareness; sent: () => number } {
  const [a, b] = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())];
  let sent = 0;
  a.on('update', (_changes: unknown, origin: unknown) => {
    if (origin === 'wire') return;
    sent++;
    applyAwarenessUpdate(b, encodeAwarenessUpdate(a, [a.clientID]), 'wire');
  });
  b.on('update', (_changes: unknown, origin: unknown) => {
    if (origin !== 'wire') applyAwarenessUpdate(a, encodeAwarenessUpdate(b, [b.clientID]), 'wire');
  });
  const there = shareAwareness(b, heleen);
  return { here: shareAwareness(a, gemma), there, awareness: a, sent: () => sent };
}

// Not Date: the awareness holds on to the real one from before the test.
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }));
afterEach(() => vi.useRealTimers());

test('the first state is there from the start, and who vanishes comes back only by appearing', () => {
  const { here, there } = pair();
  vi.advanceTimersByTime(100);
  expect(there.people.getState()).toMatchObject([{ name: 'Gemma' }]);
  here.vanish();
  here.show({ cursor: [1, 1] });
  vi.advanceTimersByTime(100);
  expect(there.people.getState()).toEqual([]);
  here.appear();
  vi.advanceTimersByTime(100);
  expect(there.people.getState()).toMatchObject([{ name: 'Gemma', cursor: [1, 1] }]);
});

test('a pointer that never rests is told at most 30 times a second', () => {
  const { here, there, sent } = pair();
  const before = sent();
  for (let ms = 0; ms < 1_000; ms += 4) {
    here.show({ cursor: [ms, 0] });
    vi.advanceTimersByTime(4);
  }
  vi.advanceTimersByTime(200);
  expect(sent() - before).toBeLessThanOrEqual(32);
  expect(there.people.getState()[0]?.cursor).toEqual([996, 0]);
});

test('what a page says of itself wakes nobody on it', () => {
  const { here, there } = pair();
  vi.advanceTimersByTime(100);
  let woken = 0;
  here.people.subscribe(() => woken++);
  for (let ms = 0; ms < 500; ms += 10) {
    here.show({ drag: { ids: ['films'], by: [ms, 0] } });
    vi.advanceTimersByTime(10);
  }
  expect(woken).toBe(0);
  there.show({ cursor: [1, 1] });
  vi.advanceTimersByTime(200);
  expect(woken).toBeGreaterThan(0);
});

test('a hidden tab, whose timers hardly run, renews itself by what comes in', () => {
  const { here, awareness, sent } = pair();
  const age = (ms: number) => {
    const said = awareness.meta.get(awareness.clientID);
    if (said) said.lastUpdated -= ms;
  };
  const before = sent();
  age(10_000);
  here.renew();
  expect(sent()).toBe(before);
  age(6_000);
  here.renew();
  here.renew();
  expect(sent()).toBe(before + 1);
  here.vanish();
  age(20_000);
  here.renew();
  expect(awareness.getLocalState()).toBeNull();
});

test('what was known of the others goes with the socket, their clocks included', () => {
  const { here, there, awareness } = pair();
  there.show({ cursor: [1, 2] });
  vi.advanceTimersByTime(100);
  const others = () => [...awareness.meta.keys()].filter((id) => id !== awareness.clientID);
  expect(others()).toHaveLength(1);
  here.forgetOthers();
  expect(others()).toEqual([]);
});
