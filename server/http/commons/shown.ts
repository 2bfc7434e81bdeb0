import { createHash } from 'node:crypto';
import { NOTHING_ON_WALL } from '../../../shared/method/on-wall.ts';
import type { CommonsSnapshot } from '../../../shared/model/commons.ts';
import { type ClothRecord, type Hang, UnknownCloth } from '../../storage/storage.ts';
import type { Workshop } from '../../sync/guard/workshop.ts';
import type { Hanging } from '../../sync/room/hanging.ts';
import type { Rooms } from '../../sync/room/rooms.ts';
import { type FullView, type LeftOut, Unreadable, type View, type Views } from '../../sync/room/views.ts';

/** A sheet that hangs in a room, with what is shown of it there. */
export interface Shown {
  readonly record: ClothRecord;
  readonly hang: Hang;
  readonly view: View;
}

/** A room's document as it is read, and whom it leaves out. */
export interface ReadRoom extends Omit<CommonsSnapshot, 'leftOut'> {
  readonly leftOut: LeftOut;
}

/** Sheets of one room that are read at once. */
const READ_AT_ONCE = 8;
/** Rooms whose documents stay read; the one asked for longest ago goes first. */
const MOST_ROOMS = 50;
/** What is said of a sheet that cannot be read now: it hangs there, and no more. */
const UNREAD: View = { title: '', version: 'unread', changedAt: 0, onWall: NOTHING_ON_WALL };

/** What network rooms show: their documents and the sheets that hang there, read in a thread of its own. `who` is for whom. */
export class Walls {
  readonly #rooms: Rooms;
  readonly #workshop: Workshop;
  readonly #hanging: Hanging;
  readonly #views: Views;
  readonly #read = new Map<string, { readonly version: string; readonly room: Promise<ReadRoom> }>();

  constructor(rooms: Rooms, workshop: Workshop, hanging: Hanging, views: Views) {
    this.#rooms = rooms;
    this.#workshop = workshop;
    this.#hanging = hanging;
    this.#views = views;
  }

  /** A room's document as it is, read once for each version. */
  async room(who: string, id: string): Promise<ReadRoom> {
    const version = await this.#rooms.versionOf(id);
    const known = this.#read.get(id);
    if (known?.version === version) return known.room;
    const read = this.#rooms.withEncoded(id, (updates) => this.#workshop.commons(who, updates));
    const room = read.then(withTag);
    this.#read.delete(id);
    this.#read.set(id, { version, room });
    room.catch(() => {
      if (this.#read.get(id)?.room === room) this.#read.delete(id);
    });
    const [oldest] = this.#read.keys();
    if (this.#read.size > MOST_ROOMS && oldest !== undefined) this.#read.delete(oldest);
    return room;
  }

  /** All that hangs in a room, in the order in which it was hung. What was deleted meanwhile is left out. */
  async shownIn(who: string, commons: ClothRecord, { leftOut }: ReadRoom): Promise<readonly Shown[]> {
    const sheets = await this.#hanging.sheetsOf(commons);
    const shown: Shown[] = [];
    for (let from = 0; from < sheets.length; from += READ_AT_ONCE) {
      const some = sheets.slice(from, from + READ_AT_ONCE).map(async ({ record, hang }): Promise<Shown[]> => {
        const view = await this.#views.of(who, record, hang.names, leftOut).catch((error: unknown) => {
          if (error instanceof UnknownCloth) return null;
          // One that is too much for us keeps no other from being seen.
          if (error instanceof Unreadable) return UNREAD;
          throw error;
        });
        return view ? [{ record, hang, view }] : [];
      });
      shown.push(...(await Promise.all(some)).flat());
    }
    return shown;
  }

  /** What lies on a sheet that is shown; null for one that cannot be read now, or is gone. */
  async contents(who: string, { record, hang }: Shown): Promise<Uint8Array | null> {
    return this.full(who, record, hang).then(
      ({ json }) => json,
      (error: unknown) => {
        if (error instanceof UnknownCloth || error instanceof Unreadable) return null;
        throw error;
      },
    );
  }

  /** What is shown of one sheet that hangs there, with what lies on it. */
  async full(who: string, sheet: ClothRecord, { commons, names }: Hang): Promise<FullView> {
    const { leftOut } = await this.room(who, commons);
    return this.#views.fullOf(who, sheet, names, leftOut);
  }
}

function withTag({ leftOut, ...room }: CommonsSnapshot): ReadRoom {
  const names = leftOut.map(({ id }) => id);
  const tag = createHash('sha256').update(JSON.stringify(names)).digest('base64url');
  return { ...room, leftOut: { names, tag } };
}
