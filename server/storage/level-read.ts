import { hasCode } from './file-access.ts';
import type { Database } from './level-files.ts';
import * as keys from './level-keys.ts';
import { decodeNumbered, readLog } from './level-log.ts';
import { readJson, readRecord } from './level-records.ts';
import type { ClothRecord, StoredCloth, StoredDocument } from './storage.ts';

/** Whether LevelDB could not read a part of its files: what is in other parts can be read all the same. */
export function isUnreadable(error: unknown): boolean {
  return ['LEVEL_CORRUPTION', 'LEVEL_IO_ERROR'].some(
    (code) => hasCode(error, code) || (error instanceof Error && hasCode(error.cause, code)),
  );
}

export interface Entries {
  /** In key order, as far as they can be read. */
  readonly entries: readonly (readonly [string, Uint8Array])[];
  /** Whether there may be others, in a part of the files that cannot be read. */
  readonly incomplete: boolean;
}

/** All entries of a range. What lies in a block that cannot be read is left out, and what lies behind it is not. */
export async function readRange(db: Database, range: { gte: string; lt: string }): Promise<Entries> {
  try {
    return { entries: await db.iterator(range).all(), incomplete: false };
  } catch (error) {
    if (!isUnreadable(error)) throw error;
  }
  // Asked for many at once, it gives none of those before the end, where it says that something could not be read.
  const entries: [string, Uint8Array][] = [];
  const iterator = db.iterator(range);
  try {
    for (;;) {
      const [entry] = await iterator.nextv(1);
      if (!entry) return { entries, incomplete: false };
      entries.push(entry);
    }
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return { entries, incomplete: true };
  } finally {
    await iterator.close();
  }
}

/** One value, or undefined when it is not there or cannot be read: for what can be done without. */
export async function readIfReadable(db: Database, key: string): Promise<Uint8Array | undefined> {
  try {
    return await db.get(key);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return undefined;
  }
}

/** The log of a cloth, as far as it can be read. */
export async function readLogOf(db: Database, id: string): Promise<ReturnType<typeof readLog>> {
  const { entries, incomplete } = await readRange(db, keys.logRange(id));
  return readLog(entries, incomplete);
}

/** All that lies of one document, as it stands at one moment and as far as it can be read; null when there is no such cloth. */
export async function readDocument(db: Database, id: string): Promise<StoredDocument | null> {
  const [record, log, session, original] = await Promise.all([
    db.get(keys.recordKey(id)),
    readLogOf(db, id),
    readIfReadable(db, keys.sessionKey(id)),
    readIfReadable(db, keys.originalKey(id)),
  ]);
  if (!record) return null;
  return {
    ...log,
    // Damaged, it is begun anew: the words do not wait for it.
    session: session && readJson(session) !== null ? String(readJson(session)) : null,
    originalVersion: original ? (decodeNumbered(original)?.number ?? null) : null,
  };
}

/** All cloths by id, also those whose record is damaged, lost, or in a part that cannot be read. */
export async function listCloths(db: Database): Promise<Omit<StoredCloth, 'parent'>[]> {
  const changes = new Map(idsAndValues(await readRange(db, keys.CHANGED_RANGE), keys.CHANGED_RANGE));
  const records = new Map(idsAndValues(await readRange(db, keys.RECORD_RANGE), keys.RECORD_RANGE));
  const cloths: Omit<StoredCloth, 'parent'>[] = [];
  for (const id of [...new Set([...records.keys(), ...changes.keys()])].sort()) {
    const value = records.get(id);
    // It may have been deleted meanwhile, with all that is its.
    if (!value && !(await readIfReadable(db, keys.changedKey(id)))) continue;
    const record = value ? readRecord(value) : null;
    cloths.push({ id, record, changedAt: Number(readJson(changes.get(id)) ?? record?.createdAt ?? Date.now()) });
  }
  return cloths;
}

/** The individual cloths of a joint one. One that is damaged is not to keep the others, and the joint one, from being opened. */
export async function individualsOf(db: Database, parent: string): Promise<ClothRecord[]> {
  const { entries } = await readRange(db, keys.individualRange(parent));
  const records: ClothRecord[] = [];
  for (const [, named] of entries) {
    const id = readJson(named);
    const value = typeof id === 'string' ? await readIfReadable(db, keys.recordKey(id)) : undefined;
    const record = value && readRecord(value);
    if (record) records.push(record);
  }
  return records;
}

function idsAndValues({ entries }: Entries, { gte }: { readonly gte: string }): [string, Uint8Array][] {
  return entries.map(([key, value]) => [key.slice(gte.length), value]);
}
