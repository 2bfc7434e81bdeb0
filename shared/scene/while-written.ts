import { placesIn, replaceAt } from '../cloth/replaced.ts';
import type { Item } from '../cloth/snapshot.ts';
import { shapeOf } from '../geometry/obstacles.ts';
import { sizeWhileWritten } from './item-size.ts';
import type { ItemShape } from './scene.ts';
import type { TextMeasure } from './text-measure.ts';

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
