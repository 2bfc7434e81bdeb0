import type { ItemKind, Point } from '../model/schema.ts';
import { byId, type ClothSnapshot } from '../model/snapshot.ts';
import type { TextMeasure } from '../text/text-measure.ts';
import { type Box, boxAround, grow, holds, overlaps } from './box.ts';
import { placeNearInBox } from './boxes.ts';
import { initiativeShape } from './initiative-shape.ts';
import { itemSize } from './item-size.ts';
import { obstaclesOf, ROUND_THE_MIDDLE } from './obstacles.ts';
import type { SheetShape } from './shapes.ts';
import { layTable, type TableLayout, zoneOf } from './table.ts';

/** Air kept round a thing placed in the open, mm. */
const AIR = 10;
/**
 * A search goes out in rings this far apart, with places on each ring about as far from each other, mm: far out less closely,
 * for nobody sees whether something lies a hand's breadth nearer, and a full sheet is searched to its corners.
 */
const RING = 14;
const ringAt = (radius: number) => Math.max(RING, radius / 16);
/** Positions are rounded to this part of a mm: it keeps documents small and is far less than the air between things. */
const PER_MM = 10;
/** A connector between an ingredient and the initiative stands this part of the way from the initiative's border. */
const PART_OF_THE_WAY = 0.45;
/** Clear distance between the initiative's circle and a connector placed beside it, mm. */
const BESIDE_INITIATIVE = 116;
/** Clear distance between a thing and the sheet's edge, mm. */
export const EDGE_AIR = 12;
/** The part of a seat's zone, from the edge, that connectors leave to words while there is room elsewhere. */
const OWN_ROWS = 0.45;
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
  const place = search(wanted, w, h, taken, Infinity, () => true);
  if (!place) throw new Error('far enough out there is always room');
  return place;
}

/** The same within a sheet, `inside` mm from its edge; null when that is full. */
export function nearestFreeOn(
  sheet: SheetShape,
  inside: number,
  wanted: Point,
  { w, h }: { readonly w: number; readonly h: number },
  taken: readonly Box[],
): Point | null {
  const { x, y } = sheet.box;
  const within = grow(sheet.box, -inside);
  // Beyond the farthest corner there is nothing of it left.
  const farthest = Math.hypot(Math.abs(wanted[0]) - x, Math.abs(wanted[1]) - y);
  return search(wanted, w, h, taken, farthest, ([px, py]) => {
    if (sheet.shape === 'rectangle') {
      return holds(within, boxAround([px, py], w, h));
    }
    const [across, down] = [Math.abs(px) + w / 2, Math.abs(py) + h / 2];
    return across * across + down * down <= (-x - inside) * (-x - inside);
  });
}

function search(
  wanted: Point,
  w: number,
  h: number,
  taken: readonly Box[],
  farthest: number,
  isAllowed: (place: Point) => boolean,
): Point | null {
  for (let radius = 0; radius <= farthest; radius += ringAt(radius)) {
    const places = Math.max(1, Math.round((2 * Math.PI * radius) / (ringAt(radius) * 1.5)));
    const around = boxAround(wanted, w + 2 * (radius + AIR), h + 2 * (radius + AIR));
    const near = taken.filter((box) => overlaps(box, around));
    for (let at = 0; at < places; at++) {
      const angle = (2 * Math.PI * at) / places;
      const place: Point = [wanted[0] + radius * Math.cos(angle), wanted[1] + radius * Math.sin(angle)];
      if (!isAllowed(place)) continue;
      const box = grow(boxAround(place, w, h), AIR);
      if (!near.some((other) => overlaps(box, other))) return rounded(place);
    }
  }
  return null;
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
  const size = itemSize(kind, text, measure);
  const layout = layTable(snapshot, newcomersOf(kind));
  if (layout.boxes) return placeNearInBox(snapshot, wanted, text, measure);
  return freeOnCloth(layout, wanted, size, obstaclesOf(snapshot, layout, measure, ROUND_THE_MIDDLE.least));
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
  const layout = layTable(snapshot, newcomersOf('connector'));
  const size = itemSize('connector', text, measure);
  const taken = obstaclesOf(snapshot, layout, measure, ROUND_THE_MIDDLE.least);
  if (isPoint(near)) return freeOnCloth(layout, near, size, taken);
  const aim = aimOf(snapshot, layout, near, size.w, measure, writerSeat);
  // The first rows of words along the edge are left to who writes there, until all else is full.
  const inside = layout.size.zoneDepth * OWN_ROWS;
  return nearestFreeOn(layout.sheet, inside, aim, size, taken) ?? freeOnCloth(layout, aim, size, taken);
}

const newcomersOf = (kind: ItemKind) => (kind === 'connector' ? { seat: null, texts: [], connectors: 1 } : undefined);

/** On the sheet where that has room, else beside it: nothing new lies half on the table. */
function freeOnCloth(
  { sheet }: TableLayout,
  wanted: Point,
  size: { readonly w: number; readonly h: number },
  taken: readonly Box[],
): Point {
  const isBeside = Math.abs(wanted[0]) > -sheet.box.x || Math.abs(wanted[1]) > -sheet.box.y;
  // Whoever asks for a place beside the cloth gets it.
  const onIt = isBeside ? null : nearestFreeOn(sheet, EDGE_AIR, wanted, size, taken);
  return onIt ?? nearestFree(wanted, size.w, size.h, taken);
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
