import * as Y from 'yjs';
import { placeOnWall } from '../../../shared/commands/commons.ts';
import { openCommons } from '../../../shared/document/commons-doc.ts';
import { ROOM_LIMITS } from '../../../shared/model/commons.ts';
import { sheetOf } from '../../../shared/model/sheets.ts';
import type { ClothRecord, Hang } from '../../storage/storage.ts';
import type { Cloths } from './cloths.ts';
import type { Rooms } from './rooms.ts';
import { type Through, throughRoom } from './through-room.ts';

/** The room, or the sheet, has as many as there may be. */
export class TooManyHung extends Error {
  readonly of: 'sheets' | 'rooms';

  constructor(of: 'sheets' | 'rooms') {
    super(of === 'sheets' ? 'as many sheets hang here as can' : 'this sheet hangs in as many rooms as it can');
    this.of = of;
  }
}

/** So many records are read from the store at once. */
const READ_AT_ONCE = 32;

/** Hanging sheets in network rooms, taking them down, and what may be done with one through a room. */
export class Hanging {
  readonly #cloths: Cloths;
  readonly #rooms: Rooms;

  constructor(cloths: Cloths, rooms: Rooms) {
    this.#cloths = cloths;
    this.#rooms = rooms;
  }

  /** What a key of a room opens of a sheet that hangs there, or why nothing. */
  async access(
    sheetId: string,
    commonsId: string,
    key: string,
  ): Promise<(Through & { readonly sheet: ClothRecord }) | 'wrong-key' | 'not-here'> {
    const commons = await this.#cloths.find(commonsId);
    const isRoom = commons !== null && sheetOf(commons) === 'commons';
    const access = isRoom && (await this.#cloths.admit(commons, key));
    if (!access) return 'wrong-key';
    const found = await this.#cloths.find(sheetId);
    if (!found) return 'not-here';
    const through = throughRoom(found, access.record, access.role);
    if (through) return { ...through, sheet: found };
    // An open one may not know yet that it was hung at another node.
    const fresh = await this.#rooms.reread(sheetId);
    const later = fresh && throughRoom(fresh, access.record, access.role);
    return later ? { ...later, sheet: fresh } : 'not-here';
  }

  /**
   * Hangs a sheet in a room, or lets it hang there in another way. The room is told first and the sheet, whose word counts,
   * last: broken off in between, nothing hangs. Throws {@link TooManyHung}; false when one of the two is gone.
   */
  async hang(sheet: string, hang: Hang): Promise<boolean> {
    const commons = await this.#cloths.change(hang.commons, (room) => {
      const hung = room.hung ?? [];
      if (hung.includes(sheet)) return room;
      if (hung.length >= ROOM_LIMITS.sheets) throw new TooManyHung('sheets');
      return { ...room, hung: [...hung, sheet] };
    });
    if (!commons) return false;
    await this.#rooms.use(hang.commons, async (room) => {
      const before = Y.encodeStateVector(room.doc);
      const copy = new Y.Doc();
      Y.applyUpdate(copy, room.document.encodeAll());
      const placed = placeOnWall(openCommons(copy), sheet).length > 0;
      const update = Y.encodeStateAsUpdate(copy, before);
      copy.destroy();
      if (placed) room.lay(update);
      await room.journal.settled();
    });
    const changed = await this.#cloths.change(sheet, (record) => {
      const others = (record.hangs ?? []).filter((other) => other.commons !== hang.commons);
      if (others.length >= ROOM_LIMITS.rooms) throw new TooManyHung('rooms');
      return { ...record, hangs: [...others, hang] };
    });
    return changed !== null;
  }

  /** Takes a sheet down: from then on nothing of it is shown in the room, nor to who is looking at this moment. */
  async takeDown(sheet: string, commons: string): Promise<void> {
    await this.#cloths.change(sheet, ({ hangs = [], ...record }) => ({
      ...record,
      hangs: hangs.filter((hang) => hang.commons !== commons),
    }));
    await this.#cloths.change(commons, ({ hung = [], ...room }) => ({
      ...room,
      hung: hung.filter((other) => other !== sheet),
    }));
  }

  /** The sheets that hang in a room, each as it does, in the order in which they were hung. */
  async sheetsOf({
    id,
    hung = [],
  }: ClothRecord): Promise<readonly { readonly record: ClothRecord; readonly hang: Hang }[]> {
    const found: { record: ClothRecord; hang: Hang }[] = [];
    for (let from = 0; from < hung.length; from += READ_AT_ONCE) {
      const records = await Promise.all(hung.slice(from, from + READ_AT_ONCE).map((sheet) => this.#cloths.find(sheet)));
      for (const record of records) {
        const hang = record?.hangs?.find((other) => other.commons === id);
        if (record && hang) found.push({ record, hang });
      }
    }
    return found;
  }
}
