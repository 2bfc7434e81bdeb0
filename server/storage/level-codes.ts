import type { InTurn } from './in-turn.ts';
import * as keys from './level-keys.ts';
import { readJson } from './level-records.ts';
import { type ClothRecord, CodeTaken } from './storage.ts';

/** Does what writes a record, when nobody else has its new codes, and keeps others from claiming those meanwhile. */
export function withCodes(
  exclusive: InTurn,
  read: (key: string) => Promise<Uint8Array | undefined>,
  before: ClothRecord | null,
  { id, codes }: ClothRecord,
  write: () => Promise<void>,
): Promise<void> {
  const known = new Set(before?.codes.map(({ code }) => code));
  const fresh = codes.filter(({ code }) => !known.has(code)).map(({ code }) => keys.codeKey(code));
  // In one order for all, so that no two wait for each other.
  return fresh.sort().reduceRight<() => Promise<void>>(
    (next, key) => () =>
      exclusive.run(key, async () => {
        const holder = await read(key);
        // One that cannot be read may be anybody's.
        if (holder && readJson(holder) !== id) throw new CodeTaken();
        await next();
      }),
    write,
  )();
}
