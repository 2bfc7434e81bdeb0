import { createHash } from 'node:crypto';
import { openCloth } from '../../../shared/document/cloth-doc.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { projectSnapshot } from '../../../shared/method/projection.ts';
import { CIRCLES, SCHEMA_VERSION } from '../../../shared/model/schema.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import type { ClothRecord, Hang, Storage } from '../../storage/storage.ts';
import { applyStored } from './apply-stored.ts';
import type { Rooms } from './rooms.ts';
import { keptSession } from './session-state.ts';

/** A sheet as it is seen from a room. */
export interface View {
  readonly snapshot: ClothSnapshot;
  /** Another one as soon as anything that is seen differs. */
  readonly version: string;
  /** When the sheet was last written to, ms since the epoch, as far as this process knows. */
  readonly changedAt: number;
}

/** A sheet as it is, and as it was last shown. */
interface Known {
  readonly version: string;
  readonly cloth: ClothSnapshot;
  readonly hidden: boolean;
  readonly changedAt: number;
  /** By what is shown of it. */
  readonly views: Map<string, View>;
}

/** Sheets of which what was read is kept, the latest looked at last. */
const MOST_KNOWN = 2_000;
/** A sheet hangs in few rooms, and each shows it in one way. */
const MOST_VIEWS = 40;

/** What rooms show of the sheets that hang in them, read once for each version of a sheet. */
export class Views {
  readonly #storage: Storage;
  readonly #rooms: Rooms;
  readonly #known = new Map<string, Known>();
  readonly #reading = new Map<string, Promise<Known>>();

  constructor(storage: Storage, rooms: Rooms) {
    this.#storage = storage;
    this.#rooms = rooms;
  }

  /** What is shown of a sheet where it hangs like this. `leftOut`: names as they are compared. Rejects with UnknownCloth. */
  async of({ id }: ClothRecord, { names }: Hang, leftOut: readonly string[]): Promise<View> {
    const known = await this.#knownOf(id);
    const key = JSON.stringify([names, leftOut]);
    let view = known.views.get(key);
    if (!view) {
      const snapshot = projectSnapshot(known.cloth, { names, leftOut }, known.hidden);
      const version = createHash('sha256').update(JSON.stringify(snapshot)).digest('base64url').slice(0, 22);
      view = { snapshot, version, changedAt: known.changedAt };
      if (known.views.size >= MOST_VIEWS) known.views.clear();
      known.views.set(key, view);
    }
    return view;
  }

  async #knownOf(id: string): Promise<Known> {
    const version = await this.#rooms.versionOf(id);
    const known = this.#known.get(id);
    if (known?.version === version) return known;
    const key = `${id} ${version}`;
    let reading = this.#reading.get(key);
    if (!reading) {
      reading = this.#read(id, version).finally(() => this.#reading.delete(key));
      this.#reading.set(key, reading);
    }
    return reading;
  }

  async #read(id: string, version: string): Promise<Known> {
    const { cloth, hidden } = await this.#contents(id);
    const changedAt = this.#rooms.changedAt(id) ?? latestIn(cloth);
    const known: Known = { version, cloth, hidden, changedAt, views: new Map() };
    this.#known.delete(id);
    this.#known.set(id, known);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST_KNOWN && oldest !== undefined) this.#known.delete(oldest);
    return known;
  }

  /** Of a sheet that nobody has open the document is read and let go of: a room full of them need not be in memory. */
  async #contents(id: string): Promise<Pick<Known, 'cloth' | 'hidden'>> {
    if (!this.#rooms.peek(id)) {
      const { updates, session } = await this.#storage.load(id);
      const { doc } = applyStored(updates);
      const cloth = readSnapshot(openCloth(doc));
      doc.destroy();
      // One of an earlier version is brought to this one by opening it.
      const isOfToday = cloth.meta.schema === SCHEMA_VERSION && cloth.meta.circles === CIRCLES;
      if (isOfToday) return { cloth, hidden: keptSession(session).hidden };
    }
    return this.#rooms.use(id, ({ doc, session }) => ({
      cloth: readSnapshot(openCloth(doc)),
      hidden: session.current.hidden,
    }));
  }
}

/** When the newest thing on it was laid. */
function latestIn({ meta, items, ties, moments }: ClothSnapshot): number {
  return [...items, ...ties, ...moments].reduce((latest, { createdAt }) => Math.max(latest, createdAt), meta.createdAt);
}
