import { seal, unseal } from './checked-value.ts';
import { sequenceOf } from './level-keys.ts';
import type { StoredDocument } from './storage.ts';

/**
 * A whole document's value: a number (8 bytes), then the update, sealed together. The number of a snapshot is that of the
 * last update it holds; of an original, its version.
 */
export function encodeNumbered(update: Uint8Array, number: number): Uint8Array {
  const bytes = new Uint8Array(8 + update.length);
  new DataView(bytes.buffer).setFloat64(0, number);
  bytes.set(update, 8);
  return seal(bytes);
}

/** What {@link encodeNumbered} made, or null when it is damaged. */
export function decodeNumbered(value: Uint8Array): { update: Uint8Array; number: number } | null {
  const bytes = unseal(value);
  if (!bytes || bytes.length < 8) return null;
  const number = new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0);
  return { update: bytes.subarray(8), number };
}

/** Numbers that are left free behind a log of which a part cannot be read: there may be updates of those numbers in it. */
const NUMBERS_LEFT = 1_000_000;

/**
 * Puts a cloth's entries (in key order, the snapshot last) together. What cannot be read is left out and named in
 * `damage`, and so is a gap in the numbers; everything readable is still given, for Yjs can use it.
 *
 * @param incomplete whether there may be entries that cannot be read
 */
export function readLog(
  entries: readonly (readonly [string, Uint8Array])[],
  incomplete = false,
): Omit<StoredDocument, 'session' | 'originalVersion'> {
  const faults: string[] = [];
  const updates: Uint8Array[] = [];
  let lastSequence = 0;
  let logLength = 0;
  let logBytes = 0;
  for (const [key, value] of entries) {
    if (sequenceOf(key) !== null) continue;
    const snapshot = decodeNumbered(value);
    if (!snapshot) faults.push('the snapshot is damaged');
    else {
      updates.push(snapshot.update);
      lastSequence = snapshot.number;
    }
  }
  let expected = faults.length > 0 ? null : lastSequence + 1;
  for (const [key, value] of entries) {
    const sequence = sequenceOf(key);
    if (sequence === null) continue;
    if (expected !== null && sequence !== expected) faults.push(`updates ${expected} to ${sequence - 1} are missing`);
    expected = sequence + 1;
    lastSequence = sequence;
    logLength += 1;
    logBytes += value.length;
    const update = unseal(value);
    if (update) updates.push(update);
    else faults.push(`update ${sequence} is damaged`);
  }
  if (incomplete) {
    faults.push('a part of it cannot be read');
    lastSequence += NUMBERS_LEFT;
  }
  return { updates, lastSequence, logLength, logBytes, damage: faults.length > 0 ? faults.join('; ') : null };
}
