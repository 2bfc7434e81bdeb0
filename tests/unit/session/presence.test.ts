import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../../client/document/cloth-session.ts';
import { attendeesOf, fittingDrags, readPerson, throttled } from '../../../client/document/presence.ts';

const user = { name: 'Heleen', colour: '#b91c1c', seat: 's1', role: 'participant' } as const;
/** Whoever does nothing at this moment. */
const STILL = {
  cursor: null,
  editing: null,
  of: null,
  drags: [],
  writing: false,
  claims: null,
  denies: null,
  made: null,
  view: null,
} as const;

describe('what others say of themselves', () => {
  test('is not believed where their role may not do it', () => {
    const drag = { ids: ['x'], by: [3, 4] };
    const doing = { editing: 'x', drag, otherDrags: [drag], writing: true, view: [1, 2, 800, 450, 0.5] };
    expect(readPerson(7, { user, ...doing })).toMatchObject({ editing: 'x', writing: true, view: null });
    expect(readPerson(7, { user: { ...user, role: 'viewer' }, ...doing, claims: 's2', denies: 3, made: 2 })).toEqual({
      id: 7,
      ...user,
      role: 'viewer',
      ...STILL,
    });
  });

  test('is read whole', () => {
    const leader = { ...user, role: 'facilitator' } as const;
    const state = {
      user: leader,
      cursor: [1, 2],
      editing: 'x',
      of: 'story',
      claims: 's2',
      denies: 4,
      drag: { ids: ['x'], by: [3, 4] },
      otherDrags: [{ ids: ['y', 'z'], by: [5, 6] }],
      writing: true,
      made: 12,
      view: [1, 2, 800, 450, 0.5],
    };
    expect(readPerson(7, state)).toEqual({
      id: 7,
      ...leader,
      writing: true,
      made: 12,
      view: [1, 2, 800, 450, 0.5],
      cursor: [1, 2],
      editing: 'x',
      of: 'story',
      claims: 's2',
      denies: 4,
      drags: [
        { ids: ['x'], by: [3, 4] },
        { ids: ['y', 'z'], by: [5, 6] },
      ],
    });
    expect(readPerson(7, { user })).toEqual({ id: 7, ...user, ...STILL });
  });

  test.each([
    ['nothing', undefined],
    ['nobody', {}],
    ['no colour', { user: { ...user, colour: 'url(https://example.org)' } }],
    ['an endless name', { user: { ...user, name: 'x'.repeat(10_000) } }],
    ['another role', { user: { ...user, role: 'admin' } }],
    ['a cursor off the world', { user, cursor: [1e300, 0] }],
    ['a cursor of text', { user, cursor: ['1', '2'] }],
    ['a drag of nothing', { user, drag: { ids: 'all', by: [0, 0] } }],
  ])('%s is nobody', (_what, state) => {
    expect(readPerson(7, state)).toBeNull();
  });
});

test('who is present stays the same list while they only move', () => {
  const heleen: Person = { id: 1, ...user, ...STILL };
  const theo: Person = { ...heleen, id: 2, name: 'Theo' };
  const before = attendeesOf([heleen, theo], []);
  expect(attendeesOf([{ ...heleen, cursor: [1, 1] }, theo], before)).toBe(before);
  const renamed = attendeesOf([heleen, { ...theo, name: 'Thomas' }], before);
  expect(renamed).not.toBe(before);
  expect(renamed[0]).toBe(before[0]);
  const wrote = attendeesOf([heleen, { ...theo, made: 3 }], before);
  expect(wrote.map(({ made }) => made)).toEqual([null, 3]);
  expect(attendeesOf([theo], before)).toEqual([before[1]]);
});

test('a drag of everything fits in a message', () => {
  const ids = Array.from({ length: 2_000 }, (_, index) => `item-with-an-id-${index}`);
  const { drag: one, otherDrags: none } = fittingDrags([{ ids, by: [1.23456, -0.04] }]);
  expect(none).toBeUndefined();
  expect(one?.by).toEqual([1.2, -0]);
  expect(one?.ids.length).toBeGreaterThan(50);
  expect(JSON.stringify(one).length).toBeLessThan(3_100);
  const ten = fittingDrags(Array.from({ length: 10 }, () => ({ ids, by: [-1234.5678, 9876.54321] as const })));
  expect(ten.otherDrags).toHaveLength(9);
  expect(JSON.stringify(ten).length).toBeLessThan(3_400);
});

describe('the throttle', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('lets the first through at once, then one per interval, and always the last', () => {
    const seen: number[] = [];
    let value = 0;
    const work = throttled(() => seen.push(value), 33);
    for (value = 1; value <= 10; value++) {
      work.ask();
      vi.advanceTimersByTime(10);
    }
    value = 10;
    vi.advanceTimersByTime(100);
    expect(seen).toEqual([1, 4, 7, 10]);
    value = 11;
    work.ask();
    expect(seen.at(-1)).toBe(11);
  });

  test('does nothing after it was stopped', () => {
    let done = 0;
    const work = throttled(() => done++, 33);
    work.ask();
    work.ask();
    work.stop();
    vi.advanceTimersByTime(100);
    expect(done).toBe(1);
  });
});
