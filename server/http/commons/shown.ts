import { openCommons } from '../../../shared/document/commons-doc.ts';
import { readCommons } from '../../../shared/document/read-commons.ts';
import type { CommonsSnapshot } from '../../../shared/model/commons.ts';
import { type ClothRecord, type Hang, UnknownCloth } from '../../storage/storage.ts';
import type { Hanging } from '../../sync/room/hanging.ts';
import type { Rooms } from '../../sync/room/rooms.ts';
import type { View, Views } from '../../sync/room/views.ts';

/** A sheet that hangs in a room, with what is shown of it there. */
export interface Shown {
  readonly record: ClothRecord;
  readonly hang: Hang;
  readonly view: View;
  readonly title: string;
}

/** Sheets of one room that are read at once. */
const READ_AT_ONCE = 8;

/** All that hangs in a room, in the order in which it was hung. What was deleted meanwhile is left out. */
export async function shownIn(
  commons: ClothRecord,
  { leftOut }: CommonsSnapshot,
  hanging: Hanging,
  views: Views,
): Promise<readonly Shown[]> {
  const names = leftOut.map(({ id }) => id);
  const sheets = await hanging.sheetsOf(commons);
  const shown: Shown[] = [];
  for (let from = 0; from < sheets.length; from += READ_AT_ONCE) {
    const some = sheets.slice(from, from + READ_AT_ONCE).map(async ({ record, hang }): Promise<Shown[]> => {
      const view = await views.of(record, hang, names).catch((error: unknown) => {
        if (error instanceof UnknownCloth) return null;
        throw error;
      });
      if (!view) return [];
      const { initiative, meta } = view.snapshot;
      return [{ record, hang, view, title: initiative || meta.title }];
    });
    shown.push(...(await Promise.all(some)).flat());
  }
  return shown;
}

/** A room's document as it is. */
export function commonsOf(rooms: Rooms, id: string): Promise<CommonsSnapshot> {
  return rooms.use(id, ({ doc }) => readCommons(openCommons(doc)));
}
