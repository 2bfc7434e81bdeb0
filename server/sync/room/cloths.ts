import type { Owner } from '../../../shared/commands/create.ts';
import { JOIN_CODE, type Role } from '../../../shared/model/protocol.ts';
import type { ClothKind } from '../../../shared/model/schema.ts';
import type { Hangable } from '../../../shared/model/sheets.ts';
import {
  findKey,
  hashOf,
  isOver,
  type KeyWay,
  mintKey,
  newClothId,
  newEpoch,
  newJoinCode,
  type StoredKey,
  withKey,
} from '../../core/keys.ts';
import {
  AlreadyMade,
  type ClothRecord,
  CodeTaken,
  PartlyDeleted,
  type Storage,
  StorageUnavailable,
} from '../../storage/storage.ts';
import { newDocument } from './encoded-document.ts';
import { type CreatedCloth, type NewCloth, type NewCommons, unstoredCloth, unstoredCommons } from './new-sheet.ts';
import type { Rooms } from './rooms.ts';
import { type Joined, SharedKeys } from './shared-keys.ts';

/** A code that is shown on a shared screen lives for a working day, ms. */
export const CODE_LIFETIME_MS = 12 * 3_600_000;
/** A live code with less than this left is not handed out again, ms. */
const CODE_LEAST_LEFT_MS = 3_600_000;
/** A code that another group has is drawn anew, so often at most. */
const MOST_TRIES = 10;

/** Of one individual cloth: its owner's devices, and links that who leads hands out. */
const MOST_OWN_KEYS = 256;

/** Somebody's seat at a joint table, and what the individual cloth made for it begins with. */
export interface OwnPlace {
  readonly sheet: Hangable;
  readonly seat: string;
  readonly title: string;
  readonly kind: ClothKind;
  readonly language: string | null;
  readonly owner: Owner;
}

export interface JoinCode {
  readonly code: string;
  readonly expiresAt: number;
}

/** Who asks for an individual cloth. */
export interface Asker {
  /** Whether they lead the joint cloth: then it may be anybody's. */
  readonly leads: boolean;
  /** The secret of the device that asks for its own; null when a link is asked for to hand out. */
  readonly device: string | null;
}

/** The individual cloth is another device's. */
export class AnothersCloth extends Error {}

/** What a key opens: which cloth, as it is, and what one may do there. */
export interface Admitted {
  readonly record: ClothRecord;
  readonly role: Role;
  /** When the time of the key is over, ms since the epoch; absent when it has no end. */
  readonly expiresAt?: number | undefined;
}

/** The cloth has as many keys as it may have; changing the links makes room. */
export class TooManyKeys extends Error {}

/** Who may open which cloth: makes cloths, keys and codes, checks them, takes them back. */
export class Cloths {
  readonly #storage: Storage;
  readonly #rooms: Rooms;
  readonly #shared = new SharedKeys((record, key) => this.keyOf(record, key) !== null);

  constructor(storage: Storage, rooms: Rooms) {
    this.#storage = storage;
    this.#rooms = rooms;
  }

  /** Makes a cloth or theme sheet with its document and a key for each role. The keys are in the result and nowhere else. */
  create(wishes: NewCloth): Promise<CreatedCloth> {
    return this.#store(unstoredCloth(wishes, Date.now()));
  }

  /** Makes a network room, in the same way. */
  createCommons(wishes: NewCommons): Promise<CreatedCloth> {
    return this.#store(unstoredCommons(wishes, Date.now()));
  }

  async #store({ record, keys, document }: ReturnType<typeof unstoredCloth>): Promise<CreatedCloth> {
    await this.#storage.create(record, document);
    return { record, keys };
  }

  /** What is known of a cloth, or null when there is none. An open one is known without the store. */
  async find(id: string): Promise<ClothRecord | null> {
    return this.#rooms.peek(id)?.record ?? this.#storage.read(id);
  }

  /** What a key opens of a cloth, or null; one whose time is over opens nothing. */
  keyOf(record: ClothRecord, key: string): StoredKey | null {
    const found = findKey(key, record.keys);
    return found && !isOver(found, Date.now()) ? found : null;
  }

  /** What a key opens, with the cloth as it is; null when it opens nothing. An open cloth may not know yet of a new key. */
  async admit(record: ClothRecord, key: string): Promise<Admitted | null> {
    const known = this.keyOf(record, key);
    if (known) return this.#letIn(record, known);
    const fresh = await this.#rooms.reread(record.id);
    const found = fresh && this.keyOf(fresh, key);
    return found ? this.#letIn(fresh, found) : null;
  }

  /** A link that somebody came in by is not among those that make room. */
  async #letIn(record: ClothRecord, used: StoredKey): Promise<Admitted | null> {
    const { role, expiresAt } = used;
    if (!used.unused) return { record, role, expiresAt };
    const { unused: _, ...kept } = used;
    const changed = await this.#change(record.id, (before) => ({
      ...before,
      keys: before.keys.map((key) => (key.hash === used.hash ? kept : key)),
    }));
    // It may have gone while it was written down.
    return changed?.keys.some(({ hash }) => hash === used.hash) ? { record: changed, role, expiresAt } : null;
  }

  /**
   * The individual cloth that belongs to a seat of a joint one, with one more participant's key for it. The first device
   * that asks for it as its own makes it its own; after that only who leads opens it for others. `mayMake` is asked before
   * one is made. Null when there is none and it may not; throws {@link AnothersCloth}.
   */
  async individual(
    joint: string,
    { sheet, seat, title, kind, language, owner }: OwnPlace,
    { leads, device }: Asker,
    mayMake: () => boolean,
  ): Promise<Joined | null> {
    const mine = device === null ? {} : { owner: hashOf(device) };
    const what = { kind, ...(sheet === 'theme' && { sheet }) };
    for (let tries = 1; ; tries++) {
      const there = (await this.#storage.individuals(joint)).find((record) => record.seat === seat);
      const another = there && (await this.#openOwn(there.id, mine, leads));
      if (there && another) return { record: there, key: another };
      if (!mayMake()) return null;
      const createdAt = Date.now();
      const { key, stored } = mintKey('participant', createdAt);
      const identity = { id: newClothId(), epoch: newEpoch(), ...what, createdAt, parent: joint, seat };
      const record: ClothRecord = { ...identity, ...mine, keys: [stored], codes: [] };
      const document = newDocument({ sheet, title, kind, owner, createdAt, ...(language !== null && { language }) });
      try {
        await this.#storage.create(record, document);
        return { record, key };
      } catch (error) {
        // Somebody else asked for the same seat's at the same moment: there is one now.
        if (!(error instanceof AlreadyMade)) throw error;
        if (tries > 2) throw new StorageUnavailable('the individual tablecloth of this seat is damaged');
      }
    }
  }

  /** One more key of an individual cloth, which becomes the asker's own when it is nobody's yet. */
  async #openOwn(id: string, mine: Pick<ClothRecord, 'owner'>, leads: boolean): Promise<string | null> {
    const { key, stored } = mintKey('participant', Date.now());
    const changed = await this.#change(id, (record) => {
      if (!leads && record.owner !== undefined && record.owner !== mine.owner) throw new AnothersCloth();
      const { keys } = record;
      if (keys.length >= MOST_OWN_KEYS && !leads) throw new TooManyKeys();
      // Who leads can always hand out a link; of very many the oldest was the first to be used up.
      return { ...mine, ...record, keys: [...keys.slice(Math.max(0, keys.length - MOST_OWN_KEYS + 1)), stored] };
    });
    return changed ? key : null;
  }

  /** The individual cloths made from a joint one, the oldest first. */
  individuals(joint: string): Promise<readonly ClothRecord[]> {
    return this.#storage.individuals(joint);
  }

  /** Deletes a cloth for good, with its individual ones, and closes their connections. False when there was none. */
  async delete(id: string): Promise<boolean> {
    try {
      const { hung = [] } = (await this.#storage.read(id).catch(() => null)) ?? {};
      const deleted = await this.#storage.delete(id);
      for (const each of deleted) await this.#rooms.deleted(each);
      for (const sheet of hung) await this.#leaveRoom(sheet, id);
      return deleted.length > 0;
    } catch (error) {
      // What is gone is gone: nobody is to write on in it.
      if (error instanceof PartlyDeleted) for (const each of error.deleted) await this.#rooms.deleted(each);
      throw error;
    }
  }

  /** A sheet whose room is gone hangs there no more. */
  async #leaveRoom(sheet: string, commons: string): Promise<void> {
    await this.#change(sheet, ({ hangs = [], ...record }) => ({
      ...record,
      hangs: hangs.filter((hang) => hang.commons !== commons),
    }));
  }

  /** Replaces all keys of a role by a new one and closes that role's connections. Null when there is no such cloth. */
  async rotate(id: string, role: Role): Promise<string | null> {
    const { key, stored } = mintKey(role, Date.now());
    const rotated = (record: ClothRecord): ClothRecord => ({
      ...record,
      keys: [...record.keys.filter((other) => other.role !== role), stored],
      // Codes open the cloth to participants: with their links, the codes go too.
      codes: role === 'participant' ? [] : record.codes,
      // What a calendar shows, a viewer sees.
      ...(role === 'viewer' && record.calendars && { calendars: [] }),
    });
    const changed = await this.#change(id, rotated, ({ keys }) => keys.some(({ hash }) => hash === stored.hash));
    return changed ? key : null;
  }

  /** One more link: a key beside the others, until somebody came in by it. Null when there is no such cloth; throws {@link TooManyKeys}. */
  async addKey(id: string, role: Role, way: Exclude<KeyWay, 'code'>): Promise<string | null> {
    return (await this.#mint(id, role, { way, unused: true }))?.key ?? null;
  }

  async #mint(id: string, role: Role, origin: Pick<StoredKey, 'way' | 'unused'>): Promise<Joined | null> {
    const { key, stored } = mintKey(role, Date.now());
    const record = await this.#change(id, (before) => {
      const keys = withKey(before.keys, { ...stored, ...origin });
      if (!keys) throw new TooManyKeys();
      return { ...before, keys };
    });
    return record && { record, key };
  }

  /** The code that participants can type: the live one, or a new one. Null when there is no such cloth. */
  async code(id: string): Promise<JoinCode | null> {
    const now = Date.now();
    // One of an earlier version of the program may be shorter than codes are now: nobody could come in by it.
    const isLasting = ({ code, expiresAt }: JoinCode): boolean =>
      expiresAt > now + CODE_LEAST_LEFT_MS && code.length === JOIN_CODE.length;
    for (let tries = 1; ; tries++) {
      const fresh: JoinCode = { code: newJoinCode(), expiresAt: now + CODE_LIFETIME_MS };
      try {
        const changed = await this.#change(id, (record) => {
          const live = record.codes.filter(({ expiresAt }) => expiresAt > now);
          return { ...record, codes: live.some(isLasting) ? live : [...live, fresh] };
        });
        return changed?.codes.findLast(isLasting) ?? null;
      } catch (error) {
        // Another group has it. Of three billion that is once in a lifetime, and never twice.
        if (!(error instanceof CodeTaken) || tries === MOST_TRIES) throw error;
      }
    }
  }

  /** A participant's key for whoever types a live code, or null when there is no such code (any more). */
  async join(code: string): Promise<(Joined & Pick<JoinCode, 'expiresAt'>) | null> {
    const now = Date.now();
    const record = await this.#storage.findByCode(code);
    const live = record?.codes.find((other) => other.code === code && other.expiresAt > now);
    if (!record || !live) return null;
    const { expiresAt } = live;
    const mint = () => this.#mint(record.id, 'participant', { way: 'code' });
    const joined = await this.#shared.keyOf(code, record, expiresAt, mint);
    return joined && { ...joined, expiresAt };
  }

  /** Changes a record and lets all who have the sheet open know. Null when there is no such sheet. */
  change(id: string, change: (record: ClothRecord) => ClothRecord): Promise<ClothRecord | null> {
    return this.#change(id, change);
  }

  /** @param isDone whether a record that is read afterwards shows that the change was stored, though the answer was lost */
  async #change(
    id: string,
    change: (record: ClothRecord) => ClothRecord,
    isDone: (record: ClothRecord) => boolean = () => false,
  ): Promise<ClothRecord | null> {
    const changed = await this.#storage.change(id, change).catch(async (error: unknown) => {
      const record = error instanceof StorageUnavailable ? await this.#storage.read(id).catch(() => null) : null;
      if (!record || !isDone(record)) throw error;
      return record;
    });
    if (changed) this.#rooms.recordChanged(changed);
    return changed;
  }
}
