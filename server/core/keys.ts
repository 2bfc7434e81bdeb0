import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { customAlphabet } from 'nanoid';
import { JOIN_CODE, type Role } from '../../shared/model/protocol.ts';

/** What the store keeps of a key: its role and its hash, never the key. */
export interface StoredKey {
  readonly role: Role;
  /** SHA-256, base64url. A key is 144 random bits, so neither salt nor a slow hash would add anything. */
  readonly hash: string;
  /** ms since the epoch */
  readonly createdAt: number;
}

/** Ids appear in addresses and logs: letters and digits only, 95 bits. */
export const newClothId = customAlphabet('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 16);

/** Tells one life of a cloth from another, so that a browser's old copy never revives a deleted cloth. */
export const newEpoch = customAlphabet('0123456789abcdefghijklmnopqrstuvwxyz', 12);

export const newJoinCode = customAlphabet(JOIN_CODE.alphabet, JOIN_CODE.length);

export interface MintedKey {
  /** Shown once to whoever asked, stored nowhere. */
  readonly key: string;
  readonly stored: StoredKey;
}

/** A new unguessable key (more than 143 bits, base64url) with what to store of it. Never ends in a sign that programs which find links drop. */
export function mintKey(role: Role, createdAt: number): MintedKey {
  let key: string;
  do key = randomBytes(18).toString('base64url');
  while (/[-_]$/.test(key));
  return { key, stored: { role, hash: hashOf(key), createdAt } };
}

/** What is kept of a secret: SHA-256, base64url. */
export function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

/** What is stored of a key, or null. Looks at every stored key whatever it finds, so that a wrong key costs the same time. */
export function findKey(key: string, stored: readonly StoredKey[]): StoredKey | null {
  const wanted = Buffer.from(hashOf(key));
  let found: StoredKey | null = null;
  for (const entry of stored) {
    const hash = Buffer.from(entry.hash);
    if (hash.length === wanted.length && timingSafeEqual(hash, wanted)) found = entry;
  }
  return found;
}

/** A code as a person types it (lower case, spaces, hyphens) in the form it is stored in, or null when it cannot be one. */
export function normaliseJoinCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_.]/g, '');
  if (code.length !== JOIN_CODE.length) return null;
  return [...code].every((letter) => JOIN_CODE.alphabet.includes(letter)) ? code : null;
}
