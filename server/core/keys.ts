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
  /** How it came to be, where it is not one of the first: handed out by who leads, by another, given for a code or at the door. */
  readonly way?: KeyWay | undefined;
  /** Nobody has come in by it yet. */
  readonly unused?: true | undefined;
  /** After this it opens nothing, ms since the epoch; absent when it opens until it is taken back. */
  readonly expiresAt?: number | undefined;
}

export type KeyWay = 'led' | 'link' | 'code' | 'door';

/** More than a school year of weekly codes and many links handed out one by one. */
const MOST_KEYS = 256;
/** So many at most are handed out by those who lead, by the others, and at the door; the rest is for who comes by a code. */
const MOST_OF = { led: 96, link: 64, door: 64, code: MOST_KEYS } as const;
/** Keys that many share for a time: of too many the oldest goes. */
const SHARED: readonly (KeyWay | undefined)[] = ['code', 'door'];

/**
 * The keys of a cloth with one more, without those whose time is over. Where there is no room the oldest of its kind goes by
 * which nobody ever came in; for a code the oldest unused link of all, or else the key of the oldest code; at the door the
 * oldest key that was given there. Null when none may go.
 */
export function withKey(keys: readonly StoredKey[], fresh: StoredKey): readonly StoredKey[] | null {
  const { way } = fresh;
  const live = keys.filter((key) => !isOver(key, fresh.createdAt));
  const alike = way === undefined || way === 'code' ? live : live.filter((key) => key.way === way);
  if (alike.length < (way === undefined ? MOST_KEYS : MOST_OF[way]) && live.length < MOST_KEYS) return [...live, fresh];
  const gone =
    alike.find(({ unused }) => unused) ?? (SHARED.includes(way) ? live.find((key) => key.way === way) : undefined);
  return gone ? [...live.filter((key) => key !== gone), fresh] : null;
}

/** Whether the time of a key is over. `now`: ms since the epoch. */
export function isOver({ expiresAt }: Pick<StoredKey, 'expiresAt'>, now: number): boolean {
  return expiresAt !== undefined && expiresAt <= now;
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
