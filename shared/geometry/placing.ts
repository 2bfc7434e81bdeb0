import type { Point } from '../cloth/schema.ts';
import type { ClothSnapshot } from '../cloth/snapshot.ts';
import { itemSize } from '../scene/item-shape.ts';
import type { TextMeasure } from '../scene/text-measure.ts';
import { type Box, boxAround, overlaps, polygonBox } from './box.ts';
import { inFrame, toFrame } from './frame.ts';
import { nearestFree, rounded } from './free-place.ts';
import { obstaclesOf } from './obstacles.ts';
import { centreAt, firstGap, obstaclesIn, rowsIn } from './rows.ts';
import { layTable, type SeatZone, type TableLayout, zoneOf } from './table.ts';
import { NAME_STRIP } from './table-size.ts';

/** Air between two ingredients, mm: beside each other, and one above the other. */
const AIR = { x: 18, y: 8 } as const;
/** Where things begin that find no place on the sheet any more, mm outside its edge. */
const BEYOND_EDGE = 30;

/**
 * Where these words go when the one at `seatId` writes them, in the same order: row by row from the seat's edge towards
 * the middle, and when all before the seat is taken outside the edge. Never over an item, the initiative, a name or
 * each other. The same snapshot gives the same places on every device. Without a (known) seat: in free places round
 * the middle.
 */
export function placeIngredients(
  snapshot: ClothSnapshot,
  seatId: string | null,
  texts: readonly string[],
  measure: TextMeasure,
): Point[] {
  const layout = layTable(snapshot);
  const taken = obstaclesOf(snapshot, layout, measure);
  const zone = zoneOf(layout, seatId);
  return texts.map((text) => {
    const { w, h } = itemSize('ingredient', text, measure);
    const place = rounded(zone ? placeBefore(zone, layout, taken, w, h) : nearestFree([0, 0], w, h, taken));
    taken.push(boxAround(place, w, h));
    return place;
  });
}

function placeBefore(zone: SeatZone, layout: TableLayout, taken: readonly Box[], w: number, h: number): Point {
  const { frame } = zone;
  // Half the air on every side of everything: two neighbours together keep all of it.
  const airy = (box: Box): Box => ({ x: box.x - AIR.x / 2, y: box.y - AIR.y / 2, w: box.w + AIR.x, h: box.h + AIR.y });
  const [wide, high] = [w + AIR.x, h + AIR.y];
  const size = inFrame(frame, wide, high);
  const around = toFrame(frame, layout.sheet.box);
  const onSheet = rowsIn(zone.reach, frame, layout.sheet, NAME_STRIP);
  const ahead = taken.map(airy);
  const half = (around.v1 - around.v0) / 2;
  const reach = polygonBox(zone.reach);
  const inTheWay = ahead.filter((box) => overlaps(box, reach));
  const inside = firstGap(obstaclesIn(frame, inTheWay, false), size, onSheet, NAME_STRIP, half);
  if (inside) return centreAt(frame, wide, high, inside, false);
  const stretch = toFrame(frame, polygonBox(zone.zone));
  const spare = Math.max(0, size.du - (stretch.u1 - stretch.u0)) / 2;
  const outside = firstGap(
    obstaclesIn(frame, ahead, true),
    size,
    () => ({ lo: stretch.u0 - spare, hi: stretch.u1 + spare }),
    BEYOND_EDGE,
    Infinity,
  );
  if (!outside) throw new Error('beyond the last obstacle there is always room');
  return centreAt(frame, wide, high, outside, true);
}
