import {
  ITEM_DETAILS,
  ITEM_FIELDS,
  MARK_FIELDS,
  NOTE_FIELDS,
  PATH_FIELDS,
  PROGRAMME_FIELDS,
  SEAT_FIELDS,
  TIE_FIELDS,
} from '../model/records.ts';
import type { ClothSnapshot } from '../model/snapshot.ts';
import type { ClothFile } from './cloth-file.ts';
import { detailsOfFile } from './file-details.ts';

/** A cloth file as a snapshot, to look at or compare with without laying it on any cloth. */
export function snapshotOfFile({
  meta: { minutes, language, circles, sheet, ...meta },
  initiative,
  seats,
  items,
  ties,
  programme,
  path,
}: ClothFile): ClothSnapshot {
  const asked = { ...(circles && { circles }), ...(language && { language }), ...(sheet && { sheet }) };
  return {
    meta: { ...meta, minutes: minutes ?? {}, ...asked },
    initiative,
    seats: seats.map((seat) => ({ id: seat.id, ...detailsOfFile(SEAT_FIELDS, seat) })),
    items: items.map((item) => ({
      id: item.id,
      ...detailsOfFile(ITEM_FIELDS, item),
      ...detailsOfFile(ITEM_DETAILS, item),
    })),
    ties: ties.map((tie) => ({ id: tie.id, ...detailsOfFile(TIE_FIELDS, tie) })),
    moments: [],
    ...(programme && {
      programme: {
        ...detailsOfFile(PROGRAMME_FIELDS, programme),
        marks: programme.marks.map((mark) => ({ id: mark.id, ...detailsOfFile(MARK_FIELDS, mark) })),
      },
    }),
    ...(path && {
      path: {
        ...detailsOfFile(PATH_FIELDS, path),
        notes: path.notes.map((note) => ({ id: note.id, ...detailsOfFile(NOTE_FIELDS, note) })),
      },
    }),
  };
}
