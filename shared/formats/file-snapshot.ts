import type { ClothSnapshot } from '../model/snapshot.ts';
import { type ClothFile, detailsOfFile } from './cloth-file.ts';

/** A cloth file as a snapshot, to look at or compare with without laying it on any cloth. */
export function snapshotOfFile({
  meta: { minutes, language, circles, ...meta },
  initiative,
  seats,
  items,
  ties,
}: ClothFile): ClothSnapshot {
  return {
    meta: { ...meta, minutes: minutes ?? {}, ...(circles && { circles }), ...(language && { language }) },
    initiative,
    seats: seats.map((seat) => ({ ...seat, holder: null })),
    items: items.map((item) => ({ ...item, ...detailsOfFile(item) })),
    ties: ties.map((tie) => ({ ...tie, expected: tie.expected ?? false })),
    moments: [],
  };
}
