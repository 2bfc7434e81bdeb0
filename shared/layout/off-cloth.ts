import type { Point } from '../model/schema.ts';
import type { ClothSnapshot } from '../model/snapshot.ts';
import type { TextMeasure } from '../text/text-measure.ts';
import { contains } from './box.ts';
import { EDGE_AIR, nearestFreeOn } from './free-place.ts';
import { obstaclesOf, ROUND_THE_MIDDLE, shapesOf } from './obstacles.ts';
import type { ItemShape } from './shapes.ts';
import { layTable, type TableLayout } from './table.ts';

/** The items whose middle lies beside the sheet: on the wood, where pictures and eyes pass them over. */
export function offCloth(snapshot: ClothSnapshot, measure: TextMeasure): ItemShape[] {
  const layout = layTable(snapshot);
  return shapesOf(snapshot.items, measure, layout.size.scale).filter((shape) => isOff(shape, layout));
}

/**
 * Where those go to lie on the sheet again, by id: each to the free place nearest to where it is, and none over another. What
 * finds no room is left out.
 */
export function backOnCloth(snapshot: ClothSnapshot, measure: TextMeasure): Map<string, Point> {
  const layout = layTable(snapshot);
  const off = new Set(offCloth(snapshot, measure).map(({ id }) => id));
  let { items } = snapshot;
  const places = new Map<string, Point>();
  for (const shape of shapesOf(snapshot.items, measure, layout.size.scale)) {
    if (!off.has(shape.id)) continue;
    const others = { ...snapshot, items: items.filter(({ id }) => id !== shape.id) };
    const taken = obstaclesOf(others, layout, measure, ROUND_THE_MIDDLE.least);
    const place = nearestFreeOn(layout.sheet, EDGE_AIR, onSheet(shape.centre, layout), shape.extent, taken);
    if (!place) continue;
    places.set(shape.id, place);
    items = items.map((item) => (item.id === shape.id ? { ...item, pos: place } : item));
  }
  return places;
}

function isOff({ centre: [x, y] }: ItemShape, { sheet }: TableLayout): boolean {
  return sheet.shape === 'round' ? x * x + y * y > sheet.corner * sheet.corner : !contains(sheet.box, [x, y]);
}

/** The place on the sheet that is nearest to one beside it. */
function onSheet([x, y]: Point, { sheet }: TableLayout): Point {
  const { box } = sheet;
  return [Math.min(Math.max(x, box.x), box.x + box.w), Math.min(Math.max(y, box.y), box.y + box.h)];
}
