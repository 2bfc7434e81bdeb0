import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { sayDone } from '../../../client/panels/toasts/say-done.ts';
import { READING_MS, toastStore, whileRead } from '../../../client/panels/toasts/toast-store.ts';
import { setClothKind } from '../../../shared/commands/cloth.ts';
import { renameSeat } from '../../../shared/commands/seats.ts';
import { localSession } from '../../support/local-session.ts';

beforeAll(() => void vi.useFakeTimers());
// Files share a worker: in the next one time passes by itself.
afterAll(() => void vi.useRealTimers());
afterEach(() => {
  // A page's own timers go on for as long as it is open.
  vi.runOnlyPendingTimers();
});

function done() {
  const session = localSession();
  const undone = vi.fn();
  session.perform((cloth) => setClothKind(cloth, 'theme'));
  sayDone(session, 'now a theme', 'undo', undone);
  const seat = session.snapshot.getState().seats[0]?.id ?? '';
  return { session, seat, undone, kind: () => session.snapshot.getState().meta.kind };
}

test('the button takes back what its message tells of', () => {
  const { kind, undone } = done();
  toastStore.getState()[0]?.action?.run();
  expect(kind()).toBe('initiative');
  expect(undone).toHaveBeenCalledOnce();
});

test('the button goes when something else is done, and never takes that back; the words stay', () => {
  const { session, seat, kind } = done();
  session.perform((cloth) => renameSeat(cloth, seat, 'Caroline'));
  expect(toastStore.getState()).toMatchObject([{ text: 'now a theme' }]);
  expect(toastStore.getState()[0]?.action).toBeUndefined();
  expect(kind()).toBe('theme');
});

test('taken back another way there is nothing left to take back', () => {
  const { session, kind, undone } = done();
  session.undo();
  expect(undone).not.toHaveBeenCalled();
  expect(toastStore.getState()[0]?.action).toBeUndefined();
  expect(kind()).toBe('initiative');
});

test('a message waits while it is read, and what is done meanwhile is still not taken back by it', () => {
  const { session, seat } = done();
  whileRead(true);
  vi.advanceTimersByTime(10 * READING_MS.plain);
  expect(toastStore.getState()).toHaveLength(1);
  session.perform((cloth) => renameSeat(cloth, seat, 'Caroline'));
  expect(toastStore.getState()[0]?.action).toBeUndefined();
  whileRead(false);
  vi.advanceTimersByTime(READING_MS.plain - 1);
  expect(toastStore.getState()).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(toastStore.getState()).toEqual([]);
});
