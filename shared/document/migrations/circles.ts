import * as Y from 'yjs';
import { circlesApart } from '../../layout/circles-apart.ts';
import { CIRCLES } from '../../model/schema.ts';
import type { MetaRecord } from '../../model/snapshot.ts';
import { fontMeasure } from '../../text/text-measure.ts';
import { type ClothDoc, openCloth } from '../cloth-doc.ts';
import { readSnapshot } from '../read.ts';

/**
 * Lays a cloth from before circles had two sizes for them: where two would now lie over each other they move apart, as
 * little as that takes, and a table for many keeps the size it had. Sets plain values of existing maps only, worked out
 * from the document alone, so that two nodes may do it at the same time. Returns the update, or null for nothing to do.
 */
export function settleCircles(doc: Y.Doc): Uint8Array | null {
  const cloth = openCloth(doc);
  if (cloth.meta.size === 0 || cloth.meta.get('circles') === CIRCLES) return null;
  const copy = new Y.Doc();
  try {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    copy.transact(() => settle(openCloth(copy)));
    return Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc));
  } finally {
    copy.destroy();
  }
}

function settle(cloth: ClothDoc): void {
  const snapshot = readSnapshot(cloth);
  for (const [id, place] of circlesApart(snapshot, fontMeasure)) {
    const item = cloth.items.get(id);
    if (item instanceof Y.Map) item.set('pos', place);
  }
  const table = tableBefore(snapshot.meta, snapshot.seats.length);
  if (table) cloth.meta.set('table', table);
  cloth.meta.set('circles', CIRCLES);
}

/** The table that was laid for so many before, which was larger than it is now; null where it is no larger. Lengths in mm. */
export function tableBefore({ table }: Pick<MetaRecord, 'table'>, seats: number): MetaRecord['table'] | null {
  const width = 1_800 + Math.max(0, seats - 6) * 120;
  return width > table.width ? { ...table, width, height: Math.round((width * 2) / 3) } : null;
}
