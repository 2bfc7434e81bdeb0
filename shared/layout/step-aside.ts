import { INITIATIVE, type Point } from '../model/schema.ts';
import { byId, type ClothSnapshot } from '../model/snapshot.ts';
import type { TextMeasure } from '../text/text-measure.ts';
import { type Box, overlaps } from './box.ts';
import { nearestFree } from './free-place.ts';
import { middleShape } from './initiative-shape.ts';
import { obstaclesOf, ROUND_THE_MIDDLE, shapesOf } from './obstacles.ts';
import { layTable } from './table.ts';

/** Ids of the items, and `initiative`, that the item `id` lies over or under; none when it is not there. */
export function coveredBy(snapshot: ClothSnapshot, id: string, measure: TextMeasure): ReadonlySet<string> {
  const layout = layTable(snapshot);
  const shapes = shapesOf(snapshot.items, measure, layout.size.scale);
  const own = shapes.find((shape) => shape.id === id);
  if (!own) return new Set();
  const { box: middle } = middleShape(snapshot, layout, measure);
  const others: { readonly id: string; readonly extent: Box }[] = [{ id: INITIATIVE, extent: middle }, ...shapes];
  return new Set(
    others.filter((other) => other.id !== id && overlaps(other.extent, own.extent)).map((each) => each.id),
  );
}

/**
 * Where an item goes whose words have made it cover what it did not cover `before`: the nearest free place. Null when it
 * may stay: what people laid over each other by hand is theirs to lay.
 */
export function stepAside(
  snapshot: ClothSnapshot,
  id: string,
  before: ReadonlySet<string>,
  measure: TextMeasure,
): Point | null {
  const now = coveredBy(snapshot, id, measure);
  if ([...now].every((other) => before.has(other))) return null;
  const item = byId(snapshot.items).get(id);
  const layout = layTable(snapshot);
  const shape = shapesOf(snapshot.items, measure, layout.size.scale).find((each) => each.id === id);
  if (!item || !shape) return null;
  const others = { ...snapshot, items: snapshot.items.filter((other) => other.id !== id) };
  const taken = obstaclesOf(others, layout, measure, ROUND_THE_MIDDLE.least);
  return nearestFree(item.pos, shape.extent.w, shape.extent.h, taken);
}
