import type { ClothSnapshot, Item } from '../cloth/snapshot.ts';
import { barred, behindMask } from '../method/mask.ts';
import { initiativeShape } from '../scene/initiative-shape.ts';
import { itemShape } from '../scene/item-shape.ts';
import type { ItemShape } from '../scene/scene.ts';
import type { TextMeasure } from '../scene/text-measure.ts';
import { type Box, grow } from './box.ts';
import type { TableLayout } from './table.ts';

/** Air kept round the initiative's circle, mm: by anything, and by ingredients that spread from the edge, for connectors. */
export const ROUND_THE_MIDDLE = { least: 24, forConnectors: 110 } as const;

const shapes = new WeakMap<TextMeasure, WeakMap<Item, ItemShape>>();

/**
 * The items' shapes, each made once for its record: the ones that scenes draw and that placing keeps clear of. A masked
 * item takes exactly the room its words take, or the same cloth would be laid out differently for who may read it and who
 * may not.
 */
export function shapesOf(items: readonly Item[], measure: TextMeasure): ItemShape[] {
  let known = shapes.get(measure);
  if (!known) {
    known = new WeakMap();
    shapes.set(measure, known);
  }
  const made: ItemShape[] = [];
  for (const item of items) {
    let shape = known.get(item);
    if (!shape) {
      shape = item.masked ? barredShape(itemShape(behindMask(item), measure)) : itemShape(item, measure);
      known.set(item, shape);
    }
    made.push(shape);
  }
  return made;
}

function barredShape(shape: ItemShape): ItemShape {
  return { ...shape, text: { ...shape.text, lines: shape.text.lines.map(barred), barred: true } };
}

/** All that a newly placed thing must not cover: every item with its badges, and the initiative with `air` mm round it. */
export function obstaclesOf(snapshot: ClothSnapshot, layout: TableLayout, measure: TextMeasure, air: number): Box[] {
  const boxes = shapesOf(snapshot.items, measure).map(({ extent }) => extent);
  boxes.push(grow(initiativeShape(snapshot.initiative, layout.size.scale, measure).box, air));
  return boxes;
}
