import { crc32 } from 'node:zlib';

const HEADER_BYTES = 4;

/** The bytes with their CRC-32 in front, so that a flipped bit on disk is noticed instead of served. */
export function seal(bytes: Uint8Array): Uint8Array {
  const sealed = new Uint8Array(HEADER_BYTES + bytes.length);
  new DataView(sealed.buffer).setUint32(0, crc32(bytes));
  sealed.set(bytes, HEADER_BYTES);
  return sealed;
}

/** What was sealed, or null when it is not what was written. */
export function unseal(sealed: Uint8Array): Uint8Array | null {
  if (sealed.length < HEADER_BYTES) return null;
  const bytes = sealed.subarray(HEADER_BYTES);
  const expected = new DataView(sealed.buffer, sealed.byteOffset, sealed.byteLength).getUint32(0);
  return crc32(bytes) === expected ? bytes : null;
}
