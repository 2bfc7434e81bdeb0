import './zod-without-eval.ts';
import * as z from 'zod/mini';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { ROLES, type Role } from '../../shared/model/protocol.ts';
import type { DeviceStorage } from './device-storage.ts';

/** A cloth this device has had open, and what it takes to open it again, without the network too. */
export interface RecentCloth {
  readonly id: string;
  /** Which life of this id on the server the local copy belongs to. */
  readonly epoch: string;
  readonly title: string;
  /** What kind of sheet it is; left out for a cloth. */
  readonly sheet?: 'theme' | 'commons';
  /** The keys this device was given. */
  readonly keys: { readonly [R in Role]?: string };
  /** ms since the epoch, this device's clock. */
  readonly lastOpened: number;
  /** The server no longer has it; the local copy may still be looked at and exported. */
  readonly gone: boolean;
  /** Somebody else was seen leading it: this device is not the last that can. */
  readonly othersLead?: boolean;
  /** Its words face their own edge here, as on a table one stands round. */
  readonly asWritten?: boolean;
  /** For an individual cloth: the joint one it was made from. */
  readonly parent?: string;
  /** Who sat at the table when it was last open here; a few. */
  readonly people?: readonly string[];
  /** The example, to look round in: it is no cloth of one's own, and stands in no list. */
  readonly example?: boolean;
}

const key = z.string().check(z.minLength(1), z.maxLength(256));
const recentCloth = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(128)),
  epoch: z.string(),
  title: z.string(),
  sheet: z.optional(z.enum(['theme', 'commons'])),
  keys: z.object({ facilitator: z.optional(key), participant: z.optional(key), viewer: z.optional(key) }),
  lastOpened: z.number(),
  gone: z.boolean(),
  othersLead: z.optional(z.boolean()),
  asWritten: z.optional(z.boolean()),
  parent: z.optional(z.string()),
  people: z.optional(z.array(z.string()).check(z.maxLength(24))),
  example: z.optional(z.boolean()),
});

const STORED_AS = 'tafelkleed.cloths';
/** So many cloths are remembered; the least recent go first. */
const MOST = 200;

/** The cloths this device knows, the last opened first. */
export class RecentCloths {
  readonly store: StoreApi<readonly RecentCloth[]>;
  readonly #storage: DeviceStorage;

  constructor(storage: DeviceStorage) {
    this.#storage = storage;
    this.store = createStore<readonly RecentCloth[]>(() => this.#read());
  }

  find(id: string): RecentCloth | null {
    return this.store.getState().find((cloth) => cloth.id === id) ?? null;
  }

  /** The individual cloth that this device has of a joint one, if any. */
  individualOf(joint: string): RecentCloth | null {
    return this.store.getState().find(({ parent, gone }) => parent === joint && !gone) ?? null;
  }

  /** Adds what is known of a cloth to what is remembered of it. Keys are added, never lost. */
  remember(id: string, news: Partial<Omit<RecentCloth, 'id'>>): void {
    // Read anew: another tab may have remembered something since.
    const known = this.#read();
    const before = known.find((cloth) => cloth.id === id) ?? {
      id,
      epoch: '',
      title: '',
      keys: {},
      lastOpened: 0,
      gone: false,
    };
    const after = { ...before, ...news, keys: { ...before.keys, ...news.keys } };
    this.#write([after, ...known.filter((cloth) => cloth.id !== id)]);
  }

  /** Gives up a key: this device goes on with what it may without it. */
  dropKey(id: string, role: Role): void {
    this.#write(
      this.#read().map((cloth) => {
        if (cloth.id !== id) return cloth;
        const { [role]: _, ...keys } = cloth.keys;
        return { ...cloth, keys };
      }),
    );
  }

  /** Forgets a cloth and its keys. Its local copy is another matter: see `forgetCloth`. */
  forget(id: string): void {
    this.#write(this.#read().filter((cloth) => cloth.id !== id));
  }

  /** The strongest role this device holds a key for, and the key. */
  strongestKey(id: string): { readonly role: Role; readonly key: string } | null {
    const keys = this.find(id)?.keys;
    for (const role of ROLES) {
      const held = keys?.[role];
      if (held) return { role, key: held };
    }
    return null;
  }

  #write(cloths: readonly RecentCloth[]): void {
    const kept = [...cloths].sort((a, b) => b.lastOpened - a.lastOpened).slice(0, MOST);
    this.#storage.set(STORED_AS, JSON.stringify(kept));
    this.store.setState(kept, true);
  }

  /** Whatever stands in the storage, what parses is kept: one broken record does not cost the others. */
  #read(): readonly RecentCloth[] {
    try {
      const stored: unknown = JSON.parse(this.#storage.get(STORED_AS) ?? '[]');
      if (!Array.isArray(stored)) return [];
      return stored.flatMap((record) => {
        const read = recentCloth.safeParse(record);
        if (!read.success) return [];
        const { facilitator, participant, viewer } = read.data.keys;
        const keys = {
          ...(facilitator && { facilitator }),
          ...(participant && { participant }),
          ...(viewer && { viewer }),
        };
        const { sheet, othersLead, asWritten, parent, people, example, ...known } = read.data;
        const more = {
          ...(sheet && { sheet }),
          ...(othersLead && { othersLead }),
          ...(asWritten && { asWritten }),
          ...(parent && { parent }),
          ...(people && { people }),
          ...(example && { example }),
        };
        return [{ ...known, keys, ...more }];
      });
    } catch {
      return [];
    }
  }
}
