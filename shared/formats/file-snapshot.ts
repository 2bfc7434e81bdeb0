import { ITEM_DETAILS, MARK_DETAILS, NOTE_DETAILS, PATH_FIELDS, PROGRAMME_FIELDS } from '../model/records.ts';
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
    seats: seats.map((seat) => ({ ...seat, holder: null })),
    items: items.map((item) => ({ ...item, ...detailsOfFile(ITEM_DETAILS, item) })),
    ties: ties.map((tie) => ({ ...tie, expected: tie.expected ?? false })),
    moments: [],
    ...(programme && {
      programme: {
        ...detailsOfFile(PROGRAMME_FIELDS, programme),
        marks: programme.marks.map((mark) => ({ ...mark, ...detailsOfFile(MARK_DETAILS, mark), kind: mark.kind })),
      },
    }),
    ...(path && {
      path: {
        ...detailsOfFile(PATH_FIELDS, path),
        notes: path.notes.map((note) => ({ ...note, ...detailsOfFile(NOTE_DETAILS, note), stone: note.stone })),
      },
    }),
  };
}
