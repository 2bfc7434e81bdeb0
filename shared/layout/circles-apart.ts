import type { Point } from '../model/schema.ts';
import type { ClothSnapshot } from '../model/snapshot.ts';
import type { TextMeasure } from '../text/text-measure.ts';
import { rounded } from './free-place.ts';
import { initiativeShape } from './initiative-shape.ts';
import { itemSize } from './item-size.ts';
import { layTable } from './table.ts';

/** Air between two circles that were moved apart, mm. */
const AIR = 4;
/** So often circles are moved apart a little, each from all; few cloths need more than three. */
const ROUNDS = 60;

/**
 * The connectors that lie over another or over the initiative, by id, with places at which they do not: as near to where
 * they are as that takes.
 */
export function circlesApart(snapshot: ClothSnapshot, measure: TextMeasure): Map<string, Point> {
  const { radius: middle } = initiativeShape(snapshot.initiative, layTable(snapshot).size.scale, measure);
  const circles = snapshot.items
    .filter(({ kind }) => kind === 'connector')
    .map(({ id, pos, text }) => ({ id, at: pos, radius: itemSize('connector', text, measure).radius }));
  const moved = new Map<string, Point>();
  for (let round = 0; round < ROUNDS; round++) {
    let calm = true;
    circles.forEach((one, nth) => {
      for (const other of circles.slice(nth + 1)) {
        const by = overlap(one.at, other.at, one.radius + other.radius);
        if (!by) continue;
        calm = false;
        one.at = [one.at[0] - by[0] / 2, one.at[1] - by[1] / 2];
        other.at = [other.at[0] + by[0] / 2, other.at[1] + by[1] / 2];
        for (const each of [one, other]) moved.set(each.id, rounded(each.at));
      }
      const out = overlap([0, 0], one.at, middle + one.radius);
      if (!out) return;
      calm = false;
      one.at = [one.at[0] + out[0], one.at[1] + out[1]];
      moved.set(one.id, rounded(one.at));
    });
    if (calm) break;
  }
  return moved;
}

/** How far `b` must move away from `a` for their middles to be `apart` and a little more; null when they are. */
function overlap(a: Point, b: Point, apart: number): Point | null {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const distance = Math.sqrt(dx * dx + dy * dy);
  if (distance >= apart) return null;
  const more = apart + AIR - distance;
  // Two in one place part sideways.
  return distance < 1e-6 ? [more, 0] : [(dx / distance) * more, (dy / distance) * more];
}
