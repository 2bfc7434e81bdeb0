import type { ItemKind, Point } from '../cloth/schema.ts';
import { byId, type ClothSnapshot } from '../cloth/snapshot.ts';
import { initiativeShape } from '../scene/initiative-shape.ts';
import { itemSize } from '../scene/item-size.ts';
import type { TextMeasure } from '../scene/text-measure.ts';
import { type Box, boxAround, grow, overlaps } from './box.ts';
import { obstaclesOf, ROUND_THE_MIDDLE } from './obstacles.ts';
import { layTable, type TableLayout, zoneOf } from './table.ts';

/** Air kept round a thing placed in the open, mm. */
const AIR = 10;
/** A search goes out in rings this far apart, with places on each ring about as far from each other, mm. */
const RING = 14;
/** Positions are rounded to this part of a mm: it keeps documents small and is far less than the air between things. */
const PER_MM = 10;
/** A connector between an ingredient and the initiative stands this part of the way from the initiative's border. */
const PART_OF_THE_WAY = 0.45;
/** Clear distance between the initiative's circle and a connector placed beside it, mm. */
const BESIDE_INITIATIVE = 110;
/** A direction has room for a connector when no other stands nearer to it than this, radians. */
const ROOM_BESIDE = Math.PI / 7;
/** Directions are tried this far to one side of the wanted one and the other, radians. */
const TURNS: readonly number[] = [0, 1, -1, 2, -2, 3, -3].map((times) => (times * Math.PI) / 6);

export function rounded([x, y]: Point): Point {
  return [Math.round(x * PER_MM) / PER_MM, Math.round(y * PER_MM) / PER_MM];
}

/**
 * The free place for a w × h box that is nearest to `wanted`, looked for ring by ring; always the same for the same
 * boxes. Never fails: far enough out there is always room.
 */
export function nearestFree(wanted: Point, w: number, h: number, taken: readonly Box[]): Point {
  for (let radius = 0; ; radius += RING) {
    const places = Math.max(1, Math.round((2 * Math.PI * radius) / (RING * 1.5)));
    const around = boxAround(wanted, w + 2 * (radius + AIR), h + 2 * (radius + AIR));
    const near = taken.filter((box) => overlaps(box, around));
    for (let at = 0; at < places; at++) {
      const angle = (2 * Math.PI * at) / places;
      const place: Point = [wanted[0] + radius * Math.cos(angle), wanted[1] + radius * Math.sin(angle)];
      const box = grow(boxAround(place, w, h), AIR);
      if (!near.some((other) => overlaps(box, other))) return rounded(place);
    }
  }
}

/**
 * Where a new item goes that someone asked for at `wanted` (a double-tap): right there when that covers nothing, else
 * in the nearest free place.
 */
export function freePlaceNear(
  snapshot: ClothSnapshot,
  wanted: Point,
  kind: ItemKind,
  text: string,
  measure: TextMeasure,
): Point {
  const { w, h } = itemSize(kind, text, measure);
  return nearestFree(wanted, w, h, obstaclesOf(snapshot, layTable(snapshot), measure, ROUND_THE_MIDDLE.least));
}

/**
 * Where a new connector goes: near a point, or between the items (by id) that it will relate and the initiative; for
 * no items, beside the initiative on the side of its writer's seat, or where the circle round it is emptiest when that is
 * taken or they have none. Unknown ids are passed over.
 */
export function placeConnector(
  snapshot: ClothSnapshot,
  near: Point | readonly string[],
  text: string,
  measure: TextMeasure,
  writerSeat: string | null = null,
): Point {
  const layout = layTable(snapshot);
  const { w, h } = itemSize('connector', text, measure);
  return nearestFree(
    isPoint(near) ? near : aimOf(snapshot, layout, near, w, measure, writerSeat),
    w,
    h,
    obstaclesOf(snapshot, layout, measure, ROUND_THE_MIDDLE.least),
  );
}

function isPoint(near: Point | readonly string[]): near is Point {
  return typeof near[0] === 'number';
}

function aimOf(
  snapshot: ClothSnapshot,
  layout: TableLayout,
  near: readonly string[],
  across: number,
  measure: TextMeasure,
  writerSeat: string | null,
): Point {
  const items = byId(snapshot.items);
  const { radius } = initiativeShape(snapshot.initiative, layout.size.scale, measure);
  const ring = radius + BESIDE_INITIATIVE + across / 2;
  const points = near.flatMap((id) => {
    const item = items.get(id);
    return item ? [item.pos] : [];
  });
  const x = points.reduce((sum, [px]) => sum + px, 0) / points.length;
  const y = points.reduce((sum, [, py]) => sum + py, 0) / points.length;
  const distance = Math.hypot(x, y);
  if (points.length === 0 || distance < 1) {
    const angle = roomiestAngle(snapshot, zoneOf(layout, writerSeat)?.at ?? null);
    return [ring * Math.cos(angle), ring * Math.sin(angle)];
  }
  const out = Math.max(ring, radius + (distance - radius) * PART_OF_THE_WAY);
  return [(x / distance) * out, (y / distance) * out];
}

/**
 * In which direction from the initiative there is room for a connector: towards `seat` or as near to that as no other
 * stands close by, so that people who each make one at the same moment do not make them in the same place; else the middle
 * of the widest gap. A first one for nobody in particular stands at the right. Radians, clockwise from the right.
 */
function roomiestAngle(snapshot: ClothSnapshot, seat: Point | null): number {
  const angles = snapshot.items
    .filter(({ kind }) => kind === 'connector')
    .map(({ pos: [x, y] }) => Math.atan2(y, x))
    .sort((a, b) => a - b);
  if (seat) {
    const towards = Math.atan2(seat[1], seat[0]);
    for (const turn of TURNS) {
      if (angles.every((angle) => turnBetween(angle, towards + turn) > ROOM_BESIDE)) return towards + turn;
    }
  }
  let best = { at: 0, gap: 0 };
  angles.forEach((angle, index) => {
    const following = angles[index + 1] ?? (angles[0] ?? 0) + 2 * Math.PI;
    if (following - angle > best.gap + 1e-6) best = { at: (angle + following) / 2, gap: following - angle };
  });
  return best.at;
}

/** How far one has to turn from one direction to another, either way: 0 to π. */
function turnBetween(a: number, b: number): number {
  const turn = Math.abs(a - b) % (2 * Math.PI);
  return Math.min(turn, 2 * Math.PI - turn);
}
