import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { Gathered } from '../../../client/document/gathered.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A document in which letters are typed, and what of it was passed on. */
function typing() {
  const doc = new Y.Doc();
  const passed: Uint8Array[] = [];
  const gathered = new Gathered((update) => passed.push(update));
  doc.on('update', (update: Uint8Array) => gathered.add(update));
  const type = (letters: string) => {
    for (const letter of letters) doc.getText().insert(doc.getText().length, letter);
  };
  return { type, passed, gathered };
}

function wordsIn(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc.getText().toString();
}

test('what is typed in a burst is passed on as one, some moments after its first letter', () => {
  const { type, passed, gathered } = typing();
  type('boe');
  vi.advanceTimersByTime(150);
  type('ken');
  expect(passed).toEqual([]);
  vi.advanceTimersByTime(50);
  expect(passed).toHaveLength(1);
  expect(wordsIn(passed)).toBe('boeken');
  type('lijst');
  vi.runAllTimers();
  expect(passed).toHaveLength(2);
  expect(wordsIn(passed)).toBe('boekenlijst');
  expect(gathered.take()).toBeNull();
});

test('what waits can be taken at once, and is then not passed on again', () => {
  const { type, passed, gathered } = typing();
  expect(gathered.take()).toBeNull();
  type('film');
  const taken = gathered.take();
  expect(taken && wordsIn([taken])).toBe('film');
  vi.runAllTimers();
  expect(passed).toEqual([]);
});
