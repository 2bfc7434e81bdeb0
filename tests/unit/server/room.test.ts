import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { readConfig } from '../../../server/core/config.ts';
import type { Storage } from '../../../server/storage/storage.ts';
import { loadAtOnce } from '../../../server/sync/room/loading.ts';
import { Room } from '../../../server/sync/room/room.ts';

/** A room with a long log, and how often it was laid together. */
function roomOf(updates: readonly Uint8Array[]) {
  const compact = vi.fn(async () => undefined);
  const storage = { compact } as unknown as Storage;
  const record = { id: 'cloth', epoch: 'e', kind: 'initiative', createdAt: 1, keys: [], codes: [] } as const;
  const log = { session: null, sessionVersion: 0, lastSequence: 9_000, logLength: 9_000, logBytes: 9_000_000 };
  const stored = { ...log, updates, damage: null, originalVersion: null };
  const room = new Room(record, loadAtOnce(stored), storage, null, readConfig({}).limits, pino({ level: 'silent' }));
  return { room, compact };
}

const sound = (() => {
  const doc = new Y.Doc();
  doc.getText('initiative').insert(0, 'leesplezier');
  return Y.encodeStateAsUpdate(doc);
})();

test('a log of which everything could be used is laid together', () => {
  const { room, compact } = roomOf([sound]);
  expect(room.damaged).toBe(false);
  room.tidy();
  expect(compact).toHaveBeenCalledOnce();
});

test('a log with an update that could not be applied stays as it is, for it may yet be made whole', () => {
  const { room, compact } = roomOf([sound, new Uint8Array([9, 9, 9])]);
  expect(room.damaged).toBe(true);
  room.tidy();
  expect(compact).not.toHaveBeenCalled();
  expect(room.doc.getText('initiative').toString()).toBe('leesplezier');
});
