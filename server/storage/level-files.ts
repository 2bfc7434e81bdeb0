import type { ClassicLevel } from 'classic-level';
import type { CommitQueue } from './commit-queue.ts';
import * as keys from './level-keys.ts';
import { decodeJson, encodeJson } from './level-records.ts';
import { keepFaultyLogs } from './level-wal.ts';
import { StorageUnavailable } from './storage.ts';

export type Database = ClassicLevel<string, Uint8Array>;

/** How the entries lie; a directory with a higher number is left alone. */
const LAYOUT = 1;

/**
 * Opens the files, anew if they were open: after a failed write LevelDB refuses all others until then. Rejects when they
 * cannot be opened, or were written by a newer version.
 */
export async function openFiles(db: Database, directory: string, onDamage: (damage: string) => void): Promise<void> {
  await db.close();
  for (const { copy, offset } of await keepFaultyLogs(directory)) {
    onDamage(`the log could not be read from byte ${offset} on; a copy of it is kept as ${copy}`);
  }
  await db.open();
  try {
    await checkLayout(db);
  } catch (error) {
    await db.close();
    throw error;
  }
}

async function checkLayout(db: Database): Promise<void> {
  const layout = await db.get(keys.LAYOUT_KEY);
  if (layout && Number(decodeJson(layout)) > LAYOUT) {
    throw new StorageUnavailable('the data directory was written by a newer version of this program');
  }
  if (!layout) await db.put(keys.LAYOUT_KEY, encodeJson(LAYOUT), { sync: true });
}

/**
 * Takes a deleted cloth's words off the disk. LevelDB marks keys as deleted, and compacting a range leaves the level alone
 * in which its newest file lies; so after a first round has brought everything there, new marks make a second one reach it.
 */
export async function scrub(db: Database, queue: CommitQueue, id: string): Promise<void> {
  for (const { gte, lt } of keys.rangesOfWords(id)) {
    await db.compactRange(gte, lt);
    await queue.commit(
      [gte, lt].map((key) => ({ type: 'del', key })),
      'once',
    );
    await db.compactRange(gte, lt);
  }
}
