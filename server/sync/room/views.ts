import type { OnWall } from '../../../shared/method/on-wall.ts';
import type { Shown } from '../../../shared/model/commons.ts';
import type { MemoryBudget } from '../../core/memory-budget.ts';
import type { Metrics } from '../../core/metrics.ts';
import { WorkGivenUp, WorkRefused } from '../../core/worker-pool.ts';
import type { ClothRecord, Storage } from '../../storage/storage.ts';
import type { Asked, ShownText } from '../guard/read-document.ts';
import type { Workshop } from '../guard/workshop.ts';
import type { Rooms } from './rooms.ts';
import { keptSession } from './session-state.ts';

/** A sheet as it is seen from a room, without what lies on it: all that a list says. */
export interface View {
  readonly title: string;
  /** Another one as soon as anything that is seen differs. */
  readonly version: string;
  /** When the sheet was last written to, ms since the epoch, as far as this process knows. */
  readonly changedAt: number;
  readonly onWall: OnWall;
}

/** The same with what lies on it. */
export interface FullView extends View {
  /** As `seenOf` reads it. */
  readonly json: Uint8Array;
}

/** What is shown of sheets in a room: the names it leaves out, and a short word for them. */
export interface LeftOut {
  readonly names: readonly string[];
  readonly tag: string;
}

/** A sheet in one version, and what was last shown of it. */
interface Known {
  readonly version: string;
  /** By what is shown of it. */
  readonly views: Map<string, View>;
}

/** Sheets of which it is kept how they are listed, the latest looked at last. */
const MOST_KNOWN = 5_000;
/** A sheet hangs in few rooms, and each shows it in one way. */
const MOST_VIEWS = 40;
/** What lies on sheets that were looked at lately is kept, bytes. */
const KEPT_BYTES = 24 * 1024 * 1024;
/** A sheet that cannot be read in time is not tried again for so long, ms, unless it changes. */
const UNREADABLE_MS = 60_000;

/**
 * What rooms show of the sheets that hang in them, read once for each version of a sheet, in a thread of its own: what hangs
 * in a room is chosen by who hangs it, and may be as large as a sheet can be.
 */
export class Views {
  readonly #storage: Storage;
  readonly #rooms: Rooms;
  readonly #workshop: Workshop;
  readonly #budget: MemoryBudget;
  readonly #counts: Metrics['views'];
  readonly #known = new Map<string, Known>();
  readonly #reading = new Map<string, Promise<FullView>>();
  readonly #kept = new Map<string, FullView>();
  readonly #unreadable = new Map<string, number>();
  #keptBytes = 0;

  constructor(storage: Storage, rooms: Rooms, workshop: Workshop, budget: MemoryBudget, counts: Metrics['views']) {
    this.#counts = counts;
    this.#storage = storage;
    this.#rooms = rooms;
    this.#workshop = workshop;
    this.#budget = budget;
  }

  /** How a sheet is listed where it hangs like this. `who` asks. Rejects with UnknownCloth, with {@link Unreadable}, or with WorkGivenUp while there is no memory for it. */
  async of(who: string, { id }: ClothRecord, names: Shown['names'], leftOut: LeftOut): Promise<View> {
    const version = await this.#rooms.versionOf(id);
    const known = this.#known.get(id);
    const view = known?.version === version ? known.views.get(`${names} ${leftOut.tag}`) : undefined;
    if (view) {
      this.#counts.kept.inc();
      return view;
    }
    const { json: _, ...listed } = await this.#full(who, id, version, names, leftOut);
    return listed;
  }

  /** The same with what lies on it. */
  async fullOf(who: string, { id }: ClothRecord, names: Shown['names'], leftOut: LeftOut): Promise<FullView> {
    return this.#full(who, id, await this.#rooms.versionOf(id), names, leftOut);
  }

  async #full(who: string, id: string, version: string, names: Shown['names'], leftOut: LeftOut): Promise<FullView> {
    const way = `${names} ${leftOut.tag}`;
    const key = `${id} ${version} ${way}`;
    const kept = this.#kept.get(key);
    this.#counts[kept ? 'kept' : 'made'].inc();
    if (kept) return kept;
    let reading = this.#reading.get(key);
    if (!reading) {
      reading = this.#read(who, id, key, { names, leftOut: leftOut.names }).finally(() => this.#reading.delete(key));
      this.#reading.set(key, reading);
    }
    const { json, ...view } = await reading;
    this.#know(id, version, way, view);
    return { ...view, json };
  }

  async #read(who: string, id: string, key: string, shown: Shown): Promise<FullView> {
    const since = this.#unreadable.get(key);
    if (since !== undefined && performance.now() - since < UNREADABLE_MS) throw new Unreadable('it is too much');
    this.#unreadable.delete(key);
    try {
      const { latest, ...text } = await this.#show(who, id, shown);
      const view = { ...text, changedAt: this.#rooms.changedAt(id) ?? latest };
      this.#keep(key, view);
      return view;
    } catch (error) {
      if (!(error instanceof WorkGivenUp || error instanceof WorkRefused) || error instanceof NoRoom) throw error;
      for (const [other, at] of this.#unreadable) {
        if (performance.now() - at >= UNREADABLE_MS) this.#unreadable.delete(other);
      }
      this.#unreadable.set(key, performance.now());
      throw new Unreadable(error.message);
    }
  }

  /** Of a sheet that nobody has open the document is read and let go of: a room full of them need not be in memory. */
  async #show(who: string, id: string, shown: Shown): Promise<ShownText> {
    if (!this.#rooms.peek(id)) {
      const { updates, session } = await this.#storage.load(id);
      const text = await this.#inThread(who, id, updates, { shown, hidden: keptSession(session).hidden });
      if (text) return text;
    }
    const text = (await this.#showOpen(who, id, shown)) ?? (await this.#showOpen(who, id, shown));
    if (!text) throw new WorkRefused('it is of an earlier version');
    return text;
  }

  /** Opening brings one of an earlier version to this one, which is in the store a moment later. */
  #showOpen(who: string, id: string, shown: Shown): Promise<ShownText | null> {
    return this.#rooms.withEncoded(id, (updates, { session }) =>
      this.#inThread(who, id, updates, { shown, hidden: session.current.hidden }),
    );
  }

  async #inThread(who: string, id: string, updates: readonly Uint8Array[], asked: Asked): Promise<ShownText | null> {
    const share = this.#budget.share({ network: who, cloth: id });
    if (!share.grow(updates.reduce((sum, { length }) => sum + length, 0))) throw new NoRoom('no memory for it now');
    try {
      return await this.#workshop.show(who, updates, asked);
    } finally {
      share.release();
    }
  }

  #know(id: string, version: string, way: string, view: View): void {
    let known = this.#known.get(id);
    if (known?.version !== version) known = { version, views: new Map() };
    if (known.views.size >= MOST_VIEWS) known.views.clear();
    known.views.set(way, view);
    this.#known.delete(id);
    this.#known.set(id, known);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST_KNOWN && oldest !== undefined) this.#known.delete(oldest);
  }

  #keep(key: string, view: FullView): void {
    this.#kept.set(key, view);
    this.#keptBytes += view.json.length;
    for (const [oldest, { json }] of this.#kept) {
      if (this.#keptBytes <= KEPT_BYTES) break;
      this.#kept.delete(oldest);
      this.#keptBytes -= json.length;
    }
  }
}

/** The sheet as it is cannot be read in time. */
export class Unreadable extends WorkGivenUp {}

/** There is no memory for it at this moment: nothing is known of the sheet. */
class NoRoom extends WorkGivenUp {}
