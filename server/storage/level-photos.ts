import { seal, unseal } from './checked-value.ts';
import type { CommitQueue } from './commit-queue.ts';
import type { InTurn } from './in-turn.ts';
import type { Database } from './level-files.ts';
import * as keys from './level-keys.ts';
import { isUnreadable } from './level-read.ts';
import type { Scrubs } from './level-scrubs.ts';
import { type Photos, StorageUnavailable, UnknownCloth } from './storage.ts';

/** What the photos of a LevelDB store share with all else that is in it. */
export interface PhotoPlace {
  readonly db: Database;
  readonly queue: CommitQueue;
  /** In which changes of one cloth take their turn, its deletion too. */
  readonly exclusive: InTurn;
  readonly scrubs: Scrubs;
}

/** The photos under the sheets of a LevelDB store. */
export class LevelPhotos implements Photos {
  readonly #place: PhotoPlace;

  constructor(place: PhotoPlace) {
    this.#place = place;
  }

  keep(id: string, photo: Uint8Array): Promise<void> {
    const { db, queue, exclusive, scrubs } = this.#place;
    return exclusive.run(id, async () => {
      if (!(await reading(() => db.get(keys.recordKey(id))))) throw new UnknownCloth(id);
      const put = { type: 'put', key: keys.photoKey(id), value: seal(photo) } as const;
      const isFirst = (await this.read(id)) === null;
      await queue.commit(isFirst ? [put] : [put, scrubs.mark(id)], 'once');
      // The one before is to be gone, and LevelDB keeps what was written over until it happens to compact it.
      if (!isFirst) await scrubs.scrub(id);
    });
  }

  async read(id: string): Promise<Uint8Array | 'damaged' | null> {
    try {
      const value = await this.#place.db.get(keys.photoKey(id));
      return value ? (unseal(value) ?? 'damaged') : null;
    } catch (error) {
      if (isUnreadable(error)) return 'damaged';
      throw new StorageUnavailable('the store cannot be read', { cause: error });
    }
  }

  drop(id: string): Promise<void> {
    const { queue, exclusive, scrubs } = this.#place;
    return exclusive.run(id, async () => {
      if ((await this.read(id)) === null) return;
      await queue.commit([{ type: 'del', key: keys.photoKey(id) }, scrubs.mark(id)], 'once');
      await scrubs.scrub(id);
    });
  }
}

async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new StorageUnavailable('the store cannot be read', { cause: error });
  }
}
