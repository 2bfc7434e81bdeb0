import { seal, unseal } from './checked-value.ts';
import type { Operation } from './commit-queue.ts';
import * as keys from './level-keys.ts';
import { type ClothRecord, clothRecordSchema, StorageUnavailable } from './storage.ts';

/** Plain values as they lie in the embedded store: JSON, sealed. */
export const encodeJson = (value: unknown): Uint8Array => seal(Buffer.from(JSON.stringify(value)));

/** Throws {@link StorageUnavailable} when it is not what was written. */
export function decodeJson(value: Uint8Array): unknown {
  const bytes = unseal(value);
  if (!bytes) throw new StorageUnavailable('a record on disk is damaged');
  return JSON.parse(Buffer.from(bytes).toString());
}

/** What can be done without when it is damaged; null then, and when it is not there. */
export function readJson(value: Uint8Array | undefined): unknown {
  const bytes = value && unseal(value);
  return bytes ? JSON.parse(Buffer.from(bytes).toString()) : null;
}

/** A record where one that is damaged must not be in the way; null then. */
export function readRecord(value: Uint8Array): ClothRecord | null {
  return clothRecordSchema.safeParse(readJson(value)).data ?? null;
}

/** All that is written with a record: itself, and by what else than its id it is found. */
export function recordOperations(before: ClothRecord | null, after: ClothRecord): Operation[] {
  const { id, parent, codes } = after;
  const kept = new Set(codes.map(({ code }) => code));
  const dropped = before?.codes.filter(({ code }) => !kept.has(code)) ?? [];
  const put = (key: string, value: unknown): Operation => ({ type: 'put', key, value: encodeJson(value) });
  return [
    put(keys.recordKey(id), after),
    ...codes.map(({ code }) => put(keys.codeKey(code), id)),
    ...dropped.map(({ code }): Operation => ({ type: 'del', key: keys.codeKey(code) })),
    ...(parent === undefined ? [] : [put(keys.individualKey(parent, id), id)]),
  ];
}
