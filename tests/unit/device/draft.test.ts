import { expect, test } from 'vitest';
import { openDevice } from '../../../client/device/device.ts';
import { memoryStorage } from '../../../client/device/device-storage.ts';
import { forgetDrafts, keepDraft, readDraft } from '../../../client/device/draft.ts';

/** Tabs of one browser: what they keep for good they share. */
function tabs(): () => ReturnType<typeof openDevice> {
  const storage = memoryStorage();
  return () => openDevice(storage, memoryStorage());
}

test('each tab keeps its own draft when it is loaded again, also an empty one', () => {
  const open = tabs();
  const [one, two] = [open(), open()];
  keepDraft(one, 'c', 'woord in tab een');
  expect(readDraft(two, 'c')).toBe('woord in tab een');
  keepDraft(two, 'c', 'woord in tab twee');
  expect([readDraft(one, 'c'), readDraft(two, 'c')]).toEqual(['woord in tab een', 'woord in tab twee']);
  keepDraft(one, 'c', '');
  expect([readDraft(one, 'c'), readDraft(two, 'c')]).toEqual(['', 'woord in tab twee']);
  expect(readDraft(one, 'other')).toBe('');
});

test('what a closed tab left comes back in the next one, until it is laid there', () => {
  const open = tabs();
  const [one, two] = [open(), open()];
  readDraft(one, 'c');
  readDraft(two, 'c');
  keepDraft(one, 'c', 'een');
  keepDraft(two, 'c', 'twee');
  keepDraft(two, 'c', 'twee', true);
  keepDraft(one, 'c', 'een en meer');
  const three = open();
  expect(readDraft(three, 'c')).toBe('twee');
  keepDraft(three, 'c', '');
  // Of a tab that broke off nobody heard that it left.
  const four = open();
  expect(readDraft(four, 'c')).toBe('een en meer');
  keepDraft(four, 'c', '');
  expect(readDraft(open(), 'c')).toBe('');
});

test('a draft of an earlier version is read, and a cloth that is forgotten leaves none', () => {
  const open = tabs();
  const one = open();
  one.storage.set('tafelkleed.draft.c', 'van vroeger');
  expect(readDraft(one, 'c')).toBe('van vroeger');
  forgetDrafts(one, 'c');
  expect([readDraft(one, 'c'), readDraft(open(), 'c')]).toEqual(['', '']);
});

test('a pasted mark of its own kind does not cut a draft in two', () => {
  const open = tabs();
  keepDraft(open(), 'c', 'boeken\u001ffilms', true);
  expect(readDraft(open(), 'c')).toBe('boeken films');
});
