import { mintKey, withKey } from '../../core/keys.ts';
import type { ClothRecord } from '../../storage/storage.ts';
import { type Cloths, TooManyKeys } from './cloths.ts';
import { type Joined, SharedKeys } from './shared-keys.ts';

/** A key that is given at a door is shared by those who come in within the first of so many parts of its time. */
const PARTS = 12;

/** Who leads the room lets nobody in by signing in, or not any more. */
export class DoorClosed extends Error {}

/** The doors of network rooms: a way in for whom a school's own sign-in knows, with a key that is for a time. */
export class Doors {
  readonly #cloths: Cloths;
  readonly #lifeMs: number;
  readonly #shared: SharedKeys;

  /** @param lifeMs how long a key opens that is given at a door, at most */
  constructor(cloths: Cloths, lifeMs: number) {
    this.#cloths = cloths;
    this.#lifeMs = lifeMs;
    this.#shared = new SharedKeys((record, key) => cloths.keyOf(record, key) !== null);
  }

  /** A member's key for who came to a room's door. Null when there is no such room any more; throws {@link DoorClosed}. */
  async comeIn(room: ClothRecord): Promise<Joined | null> {
    if (!room.door) throw new DoorClosed();
    // A school that signs in each morning fills no record with keys: those who come soon after each other share one.
    return this.#shared.keyOf(room.id, room, Date.now() + this.#lifeMs / PARTS, () => this.#mint(room.id));
  }

  /** Opens or closes a door. When it closes, who came in by it goes. Null when there is no such room. */
  set(id: string, open: boolean): Promise<ClothRecord | null> {
    return this.#cloths.change(id, ({ door: _, keys, ...record }) =>
      open ? { ...record, keys, door: true } : { ...record, keys: keys.filter(({ way }) => way !== 'door') },
    );
  }

  async #mint(id: string): Promise<Joined | null> {
    const now = Date.now();
    const { key, stored } = mintKey('participant', now);
    const record = await this.#cloths.change(id, (before) => {
      if (!before.door) throw new DoorClosed();
      const keys = withKey(before.keys, { ...stored, way: 'door', expiresAt: now + this.#lifeMs });
      if (!keys) throw new TooManyKeys();
      return { ...before, keys };
    });
    return record && { record, key };
  }
}
