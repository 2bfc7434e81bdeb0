import { barred, behindMask } from '../model/mask.ts';
import { placesThatDiffer, replaceAt } from '../model/replaced.ts';
import type { ClothSnapshot, Item } from '../model/snapshot.ts';
import type { TextMeasure } from '../text/text-measure.ts';
import { type Box, grow } from './box.ts';
import { middleShape } from './initiative-shape.ts';
import { itemShape } from './item-shape.ts';
import { itemSize } from './item-size.ts';
import type { ItemShape } from './shapes.ts';
import type { TableLayout } from './table.ts';

/** Air kept round the initiative's circle, mm: by anything, and by ingredients that spread from the edge, for connectors. */
export const ROUND_THE_MIDDLE = { least: 24, forConnectors: 110 } as const;

/** What is kept for a measure: each record's shape, and the lists last gone through, most of which the next one repeats. */
interface Made {
  readonly shapes: WeakMap<Item, ItemShape>;
  last: { readonly items: readonly Item[]; readonly shapes: readonly ItemShape[] };
}

/** By measure, and by the scale of the table. */
const memories = new WeakMap<TextMeasure, Map<number, Made>>();

/**
 * The items' shapes, each made once for its record: the ones that scenes draw and that placing keeps clear of. A masked
 * item takes exactly the room its words take, or the same cloth would be laid out differently for who may read it and who
 * may not.
 */
export function shapesOf(items: readonly Item[], measure: TextMeasure, scale: number): readonly ItemShape[] {
  const memory = memoryOf(measure, scale);
  const { shapes, last } = memory;
  const shapeFor = (item: Item) => {
    const shape = shapes.get(item) ?? shapeOf(item, measure, itemSize, scale);
    shapes.set(item, shape);
    return shape;
  };
  const places = placesThatDiffer(last.items, items);
  const made = places ? replacedShapes(last.shapes, items, places, shapeFor) : items.map(shapeFor);
  memory.last = { items, shapes: made };
  return made;
}

function memoryOf(measure: TextMeasure, scale: number): Made {
  let scales = memories.get(measure);
  if (!scales) {
    scales = new Map();
    memories.set(measure, scales);
  }
  let memory = scales.get(scale);
  if (!memory) {
    memory = { shapes: new WeakMap(), last: { items: [], shapes: [] } };
    scales.set(scale, memory);
  }
  return memory;
}

function replacedShapes(
  shapes: readonly ItemShape[],
  items: readonly Item[],
  places: readonly number[],
  shapeFor: (item: Item) => ItemShape,
): readonly ItemShape[] {
  const others = new Map<number, ItemShape>();
  for (const at of places) {
    const item = items[at];
    if (item) others.set(at, shapeFor(item));
  }
  return replaceAt(shapes, others);
}

/** The shape of one item, its words behind bars if they may not be read, in the room that `sizeOf` gives them. */
export function shapeOf(item: Item, measure: TextMeasure, sizeOf: typeof itemSize, scale: number): ItemShape {
  if (item.masked) return barredShape(itemShape(behindMask(item), measure, sizeOf, scale));
  return itemShape(item, measure, sizeOf, scale);
}

function barredShape(shape: ItemShape): ItemShape {
  return { ...shape, text: { ...shape.text, lines: shape.text.lines.map(barred), barred: true } };
}

/** All that a newly placed thing must not cover: every item with its badges, and the initiative with `air` mm round it. */
export function obstaclesOf(snapshot: ClothSnapshot, layout: TableLayout, measure: TextMeasure, air: number): Box[] {
  const { scale } = layout.size;
  const boxes = shapesOf(snapshot.items, measure, scale).map(({ extent }) => extent);
  boxes.push(grow(middleShape(snapshot, layout, measure).box, layout.boxes ? 0 : air));
  return boxes;
}
