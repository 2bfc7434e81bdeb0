import type { Point } from '../model/schema.ts';
import type { ClothSnapshot } from '../model/snapshot.ts';
import type { TextMeasure } from '../text/text-measure.ts';
import { type Box, boxAround, grow, overlaps, polygonBox } from './box.ts';
import { placeInBox } from './boxes.ts';
import { inFrame, pointToFrame, toFrame } from './frame.ts';
import { nearestFree, rounded } from './free-place.ts';
import { itemSize } from './item-size.ts';
import { obstaclesOf, ROUND_THE_MIDDLE } from './obstacles.ts';
import { centreAt, firstGap, obstaclesIn, rowsIn, rowsOnSheet, type Span, type SpanAt } from './rows.ts';
import { layTable, type SeatZone, type TableLayout, zoneOf } from './table.ts';
import { AIR, NAME_STRIP } from './table-size.ts';

/** How far to either side one writes first, mm: in front of oneself, however long the stretch. */
const ARM = 520;
/** On a round table rows are tried this far apart, mm. */
const ROUND_STEP = 24;
/** Where things begin that find no place on the sheet any more, mm outside its edge. */
const BEYOND_EDGE = 30;

/**
 * Where these words go when the one at `seatId` writes them, in the same order: row by row from the seat's edge towards
 * the middle, each row from in front of the seat outwards; when all before the seat is taken, in the
 * middle of the cloth, then wherever it is free, and at last outside the edge. Never over an item, the initiative, a name or
 * each other. The same snapshot gives the same places on every device. Without a (known) seat: in free places round
 * the middle. On a theme sheet, where nobody has an edge: in its box of ideas.
 */
export function placeIngredients(
  snapshot: ClothSnapshot,
  seatId: string | null,
  texts: readonly string[],
  measure: TextMeasure,
): Point[] {
  if (snapshot.meta.sheet === 'theme') return placeInBox(snapshot, 'ideas', texts, measure);
  const layout = layTable(snapshot, { seat: seatId, texts });
  const taken = obstaclesOf(snapshot, layout, measure, ROUND_THE_MIDDLE.forConnectors);
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
  const others = taken.map(airy);
  const stretch = toFrame(frame, polygonBox(zone.zone));
  const middle = pointToFrame(frame, zone.at).u;
  // A box may stick out of the reach by its own size; what it then meets counts too.
  const reach = grow(polygonBox(zone.reach), Math.max(wide, high));
  const inside = obstaclesIn(
    frame,
    others.filter((box) => overlaps(box, reach)),
    false,
  );
  const ownRows = rowsIn(zone.reach, frame, layout.sheet, NAME_STRIP);
  const armsLength: SpanAt = (v, dv) => within(ownRows(v, dv), middle - ARM, middle + ARM);
  const depths = { from: NAME_STRIP, middle, ...(layout.size.shape === 'round' ? { step: ROUND_STEP } : {}) };
  const zoneEnd = layout.size.zoneDepth - size.dv;
  const across = toFrame(frame, layout.sheet.box).v1;
  const place =
    firstGap(inside, size, armsLength, { ...depths, to: zoneEnd }) ??
    firstGap(inside, size, ownRows, { ...depths, to: zoneEnd }) ??
    firstGap(inside, size, ownRows, { ...depths, to: across / 2 });
  if (place) return centreAt(frame, wide, high, place, false);
  const anywhere = obstaclesIn(frame, others, false);
  const further = { ...depths, to: across };
  const elsewhere =
    firstGap(anywhere, size, rowsOnSheet(frame, layout.sheet, layout.size.zoneDepth), further) ??
    firstGap(anywhere, size, rowsOnSheet(frame, layout.sheet, NAME_STRIP), further);
  if (elsewhere) return centreAt(frame, wide, high, elsewhere, false);
  const spare = Math.max(0, size.du - (stretch.u1 - stretch.u0)) / 2;
  const beyond = firstGap(
    obstaclesIn(frame, others, true),
    size,
    () => ({ lo: stretch.u0 - spare, hi: stretch.u1 + spare }),
    { from: BEYOND_EDGE, to: Infinity, middle },
  );
  if (!beyond) throw new Error('beyond the last obstacle there is always room');
  return centreAt(frame, wide, high, beyond, true);
}

function within(span: Span | null, lo: number, hi: number): Span | null {
  return span && { lo: Math.max(span.lo, lo), hi: Math.min(span.hi, hi) };
}
