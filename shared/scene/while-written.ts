import { sizeWhileWritten } from '../layout/item-size.ts';
import { shapeOf } from '../layout/obstacles.ts';
import type { ItemShape } from '../layout/shapes.ts';
import { placesIn, replaceAt } from '../model/replaced.ts';
import type { Item } from '../model/snapshot.ts';
import type { TextMeasure } from '../text/text-measure.ts';

/** What a shape became when it was last written on: given again while its words are the same. */
const known = new WeakMap<ItemShape, ItemShape>();

/** The shapes of these items, those of `written` (ids) as they are shown while somebody writes them. */
export function whileWritten(
  shapes: readonly ItemShape[],
  items: readonly Item[],
  written: ReadonlySet<string>,
  measure: TextMeasure,
  scale: number,
): readonly ItemShape[] {
  const others = new Map<number, ItemShape>();
  for (const id of written) {
    const at = placesIn(items).get(id);
    const item = at === undefined ? undefined : items[at];
    const shape = at === undefined ? undefined : shapes[at];
    if (at === undefined || !item || !shape) continue;
    const made = known.get(shape) ?? shapeOf(item, measure, sizeWhileWritten, scale);
    known.set(shape, made);
    others.set(at, made);
  }
  return replaceAt(shapes, others);
}
