import type { Logger } from 'pino';
import { layProjection } from '../../../shared/commands/lay-projection.ts';
import { openCloth } from '../../../shared/document/cloth-doc.ts';
import { openCommons } from '../../../shared/document/commons-doc.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { readCommons } from '../../../shared/document/read-commons.ts';
import { projectSnapshot } from '../../../shared/method/projection.ts';
import { CLOSE } from '../../../shared/model/protocol.ts';
import type { Limits } from '../../core/config.ts';
import type { Hang, StoredDocument } from '../../storage/storage.ts';
import { Room, type RoomStorage } from './room.ts';
import type { Rooms } from './rooms.ts';

/** What changes within this long is shown at once, ms: a drag and a typed word are a few steps and not a hundred. */
const GATHER_MS = 250;
const SWEEP_MS = 1_000;

/**
 * Whoever was shown a projection and later writes along on the sheet itself is not to bring the one into the other. Its document
 * writes under an id that no page has, and that no sheet takes in (`update-guard.ts`).
 */
const FIRST_PROJECTED = 2 ** 32;

/** A projection is in no store: it is made of what is. */
const NOWHERE: RoomStorage = {
  append: async () => 0,
  compact: async () => undefined,
  writeSession: async () => undefined,
};
const NOTHING: StoredDocument = {
  updates: [],
  lastSequence: 0,
  logLength: 0,
  logBytes: 0,
  session: null,
  originalVersion: null,
  damage: null,
};

/** A sheet as those see it who only look at it from a room, kept up to date while anybody does. */
interface Projection {
  readonly room: Room;
  readonly sheet: Room;
  readonly commons: Room;
  readonly hang: Hang;
  end(): void;
}

/** The projections that are looked at. Each is made when the first comes and goes some time after the last one left. */
export class Projections {
  readonly #rooms: Rooms;
  readonly #limits: Limits;
  readonly #log: Logger;
  readonly #open = new Map<string, Projection>();
  readonly #sweeper: NodeJS.Timeout;

  constructor(rooms: Rooms, limits: Limits, log: Logger) {
    this.#rooms = rooms;
    this.#limits = limits;
    this.#log = log;
    this.#sweeper = setInterval(() => this.#sweep(performance.now()), Math.min(SWEEP_MS, limits.roomIdleMs));
  }

  /** The room in which a sheet is looked at from a network room. Both are open; join before anything is awaited. */
  open(sheet: Room, commons: Room, hang: Hang): Room {
    const key = `${sheet.id} ${commons.id}`;
    const open = this.#open.get(key);
    if (open && isAbout(open, sheet, commons, hang)) return open.room;
    open?.end();
    const made = project(sheet, commons, hang, this.#limits, this.#log);
    this.#open.set(key, made);
    return made.room;
  }

  stop(): void {
    clearInterval(this.#sweeper);
    for (const projection of this.#open.values()) projection.end();
    this.#open.clear();
  }

  #sweep(now: number): void {
    for (const [key, projection] of this.#open) {
      const { room, sheet, commons } = projection;
      room.presence.sweep(now);
      const isIdle = room.members.size === 0 && now - room.usedAt > this.#limits.roomIdleMs;
      // What it was made of is not in memory any more (deleted, loaded anew): nothing would keep it up to date.
      const isCut = this.#rooms.peek(sheet.id) !== sheet || this.#rooms.peek(commons.id) !== commons;
      if (!isIdle && !isCut) continue;
      room.closeMembers(CLOSE.restarting, 'this is shown anew');
      projection.end();
      this.#open.delete(key);
    }
  }
}

function isAbout(open: Projection, sheet: Room, commons: Room, { names }: Hang): boolean {
  return open.sheet === sheet && open.commons === commons && open.hang.names === names && !open.room.broken;
}

function project(sheet: Room, commons: Room, hang: Hang, limits: Limits, log: Logger): Projection {
  const room = new Room({ ...sheet.record, keys: [], codes: [] }, NOTHING, NOWHERE, null, limits, log);
  room.projected = true;
  room.doc.clientID = FIRST_PROJECTED + Math.floor(Math.random() * FIRST_PROJECTED);
  let timer: NodeJS.Timeout | null = null;
  const refresh = (): void => {
    timer = null;
    const leftOut = readCommons(openCommons(commons.doc)).leftOut.map(({ id }) => id);
    const { hidden } = sheet.session.current;
    layProjection(
      openCloth(room.doc),
      projectSnapshot(readSnapshot(openCloth(sheet.doc)), { names: hang.names, leftOut }, hidden),
    );
    room.document.version.adopt();
  };
  const changed = (): void => {
    timer ??= setTimeout(refresh, GATHER_MS);
  };
  for (const source of [sheet, commons]) {
    source.holds += 1;
    source.watchers.add(changed);
  }
  refresh();
  return {
    room,
    sheet,
    commons,
    hang,
    end() {
      if (timer) clearTimeout(timer);
      for (const source of [sheet, commons]) {
        source.watchers.delete(changed);
        source.holds -= 1;
        source.usedAt = performance.now();
      }
      room.destroy();
    },
  };
}
