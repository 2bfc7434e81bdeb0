import type { ClothKind } from '../shared/cloth/schema.ts';
import { ROLES, type Role } from '../shared/protocol.ts';
import { mintKey, newClothId, newEpoch, newJoinCode, roleOfKey } from './keys.ts';
import type { ClothRecord, Storage } from './storage/storage.ts';
import { newDocument } from './sync/encoded-document.ts';
import type { Rooms } from './sync/rooms.ts';

/** A code that is shown on a shared screen lives for a working day, ms. */
export const CODE_LIFETIME_MS = 12 * 3_600_000;
/** A live code with less than this left is not handed out again, ms. */
const CODE_LEAST_LEFT_MS = 3_600_000;
/** More than a school year of weekly codes and many links handed out one by one. */
export const MOST_KEYS = 256;

export interface NewCloth {
  readonly title: string;
  readonly kind: ClothKind;
  readonly seats: number;
}

export interface CreatedCloth {
  readonly record: ClothRecord;
  readonly keys: Readonly<Record<Role, string>>;
}

export interface JoinCode {
  readonly code: string;
  readonly expiresAt: number;
}

/** The cloth has as many keys as it may have; changing the links makes room. */
export class TooManyKeys extends Error {}

/** Who may open which cloth: makes cloths, keys and codes, checks them, takes them back. */
export class Cloths {
  readonly #storage: Storage;
  readonly #rooms: Rooms;
  /** The key that a code gives out, while this process lives: everyone who types one code shares one key. */
  readonly #keysOfCodes = new Map<string, { readonly key: Promise<string | null>; readonly expiresAt: number }>();

  constructor(storage: Storage, rooms: Rooms) {
    this.#storage = storage;
    this.#rooms = rooms;
  }

  /** Makes a cloth with its document and a key for each role. The keys are in the result and nowhere else. */
  async create({ title, kind, seats }: NewCloth): Promise<CreatedCloth> {
    const createdAt = Date.now();
    const minted = {
      facilitator: mintKey('facilitator', createdAt),
      participant: mintKey('participant', createdAt),
      viewer: mintKey('viewer', createdAt),
    };
    const record: ClothRecord = {
      id: newClothId(),
      epoch: newEpoch(),
      kind,
      createdAt,
      keys: ROLES.map((role) => minted[role].stored),
      codes: [],
    };
    await this.#storage.create(record, newDocument({ title, kind, seats, createdAt }));
    const { facilitator, participant, viewer } = minted;
    return { record, keys: { facilitator: facilitator.key, participant: participant.key, viewer: viewer.key } };
  }

  /** What is known of a cloth, or null when there is none. An open one is known without the store. */
  async find(id: string): Promise<ClothRecord | null> {
    return this.#rooms.peek(id)?.record ?? this.#storage.read(id);
  }

  /** The role that a key opens, or null. */
  roleOf(record: ClothRecord, key: string): Role | null {
    return roleOfKey(key, record.keys);
  }

  /** What a key opens, with the cloth as it is; null when it opens nothing. An open cloth may not know yet of a new key. */
  async admit(record: ClothRecord, key: string): Promise<{ record: ClothRecord; role: Role } | null> {
    const role = this.roleOf(record, key);
    if (role) return { record, role };
    const fresh = await this.#rooms.reread(record.id);
    const freshRole = fresh && this.roleOf(fresh, key);
    return freshRole ? { record: fresh, role: freshRole } : null;
  }

  /** Deletes a cloth for good and closes its connections. False when there was none. */
  async delete(id: string): Promise<boolean> {
    const deleted = await this.#storage.delete(id);
    if (deleted) await this.#rooms.deleted(id);
    return deleted;
  }

  /** Replaces all keys of a role by a new one and closes that role's connections. Null when there is no such cloth. */
  async rotate(id: string, role: Role): Promise<string | null> {
    const { key, stored } = mintKey(role, Date.now());
    const changed = await this.#change(id, (record) => ({
      ...record,
      keys: [...record.keys.filter((other) => other.role !== role), stored],
      // Codes open the cloth to participants: with their links, the codes go too.
      codes: role === 'participant' ? [] : record.codes,
    }));
    return changed ? key : null;
  }

  /** Adds a key beside the others. Null when there is no such cloth; throws {@link TooManyKeys}. */
  async addKey(id: string, role: Role): Promise<string | null> {
    const { key, stored } = mintKey(role, Date.now());
    const changed = await this.#change(id, (record) => {
      if (record.keys.length >= MOST_KEYS) throw new TooManyKeys();
      return { ...record, keys: [...record.keys, stored] };
    });
    return changed ? key : null;
  }

  /** The code that participants can type: the live one, or a new one. Null when there is no such cloth. */
  async code(id: string): Promise<JoinCode | null> {
    const now = Date.now();
    const fresh: JoinCode = { code: newJoinCode(), expiresAt: now + CODE_LIFETIME_MS };
    const isLasting = ({ expiresAt }: JoinCode): boolean => expiresAt > now + CODE_LEAST_LEFT_MS;
    const changed = await this.#change(id, (record) => {
      const live = record.codes.filter(({ expiresAt }) => expiresAt > now);
      return { ...record, codes: live.some(isLasting) ? live : [...live, fresh] };
    });
    return changed?.codes.findLast(isLasting) ?? null;
  }

  /** A participant's key for whoever types a live code, or null when there is no such code (any more). */
  async join(code: string): Promise<{ readonly record: ClothRecord; readonly key: string } | null> {
    const now = Date.now();
    const record = await this.#storage.findByCode(code);
    const live = record?.codes.find((other) => other.code === code && other.expiresAt > now);
    if (!record || !live) return null;
    const known = await this.#keysOfCodes.get(code)?.key.catch(() => null);
    if (known && this.roleOf(record, known) === 'participant') return { record, key: known };
    this.#forgetExpired(now);
    // Kept before it is there: a class that types one code in the same second still shares one key.
    const minting = this.addKey(record.id, 'participant');
    this.#keysOfCodes.set(code, { key: minting, expiresAt: live.expiresAt });
    const key = await minting;
    return key === null ? null : { record, key };
  }

  async #change(id: string, change: (record: ClothRecord) => ClothRecord): Promise<ClothRecord | null> {
    const changed = await this.#storage.change(id, change);
    if (changed) this.#rooms.recordChanged(changed);
    return changed;
  }

  #forgetExpired(now: number): void {
    for (const [code, { expiresAt }] of this.#keysOfCodes) if (expiresAt <= now) this.#keysOfCodes.delete(code);
  }
}
