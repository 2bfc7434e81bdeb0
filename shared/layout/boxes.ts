import { behindMask } from '../model/mask.ts';
import type { Point } from '../model/schema.ts';
import type { ClothSnapshot, Item } from '../model/snapshot.ts';
import { fontMeasure, type TextMeasure } from '../text/text-measure.ts';
import { type Box, boxAround, grow, overlaps } from './box.ts';
import { itemSize } from './item-size.ts';
import type { SheetShape } from './shapes.ts';
import type { TableLayout } from './table.ts';

/** The seven boxes of a theme sheet, in the order in which they are read and have their keys. */
export const BOXES = ['name', 'story', 'ideas', 'initiatives', 'remarks', 'network', 'timeline'] as const;
export type BoxId = (typeof BOXES)[number];

export interface SheetBox {
  readonly id: BoxId;
  readonly box: Box;
}

/** An A3 sheet lying down, so large that letters of the usual size stand on it as on paper, mm. */
const SHEET = { x: -1060, y: -740, w: 2120, h: 1500 } as const;
/** The lines between the boxes: two across the sheet, three down between those of the first row, one in the second. mm. */
const ROWS = [-150, 330] as const;
const FIRST_ROW = [-520, 70, 590] as const;
const SECOND_ROW = [120] as const;
/** Height of a box's title with the air round it, and air within a box and round each slip, mm. */
export const BOX_TITLE = 76;
const PADDING = 24;
const AIR = 10;
/** The sheet goes on with slips laid beside it, each at most this far from those before it; its edge moves in steps. mm. */
const REACH = 820;
const STEP = 20;
/** Where the chosen name stands, at the foot of its box; and the line of the programme with what stands on it. mm. */
export const NAME_PLACE: Box = { x: -1020, y: -290, w: 470, h: 120 };
export const LINE_PLACE: Box = { x: -980, y: 420, w: 1960, h: 190 };

/**
 * In which box a place lies. The lines between the boxes never move, and every box has a side at which the sheet can grow: so a
 * slip stays in its box whatever others write.
 */
export function boxAt([x, y]: Point): BoxId {
  if (y >= ROWS[1]) return 'timeline';
  if (y >= ROWS[0]) return x < SECOND_ROW[0] ? 'ideas' : 'initiatives';
  const [first, second, third] = FIRST_ROW;
  return x < first ? 'name' : x < second ? 'story' : x < third ? 'remarks' : 'network';
}

/** What a box has, given the sheet's own edges. */
function boxOf(id: BoxId, { x, y, w, h }: Box): Box {
  const [right, bottom] = [x + w, y + h];
  const [first, second, third] = FIRST_ROW;
  const between = (left: number, top: number, to: number, foot: number): Box => {
    return { x: left, y: top, w: to - left, h: foot - top };
  };
  switch (id) {
    case 'name':
      return between(x, y, first, ROWS[0]);
    case 'story':
      return between(first, y, second, ROWS[0]);
    case 'remarks':
      return between(second, y, third, ROWS[0]);
    case 'network':
      return between(third, y, right, ROWS[0]);
    case 'ideas':
      return between(x, ROWS[0], SECOND_ROW[0], ROWS[1]);
    case 'initiatives':
      return between(SECOND_ROW[0], ROWS[0], right, ROWS[1]);
    case 'timeline':
      return between(x, ROWS[1], right, bottom);
  }
}

const layouts = new WeakMap<readonly Item[], TableLayout>();
const byEdges = new Map<string, TableLayout>();

/** Lays a theme sheet: its boxes, grown to hold what was written in them. The same object comes back while its edges stay. */
export function layBoxes({ items }: Pick<ClothSnapshot, 'items'>): TableLayout {
  const known = layouts.get(items);
  if (known) return known;
  const box = edgesRound(items.map(roomOf));
  const key = `${box.x} ${box.y} ${box.w} ${box.h}`;
  const layout = byEdges.get(key) ?? layoutOf(box);
  if (byEdges.size > 200) byEdges.clear();
  byEdges.set(key, layout);
  layouts.set(items, layout);
  return layout;
}

function layoutOf(box: Box): TableLayout {
  const sheet: SheetShape = { shape: 'rectangle', box, corner: 14 };
  return {
    sheet,
    size: { shape: 'rectangle', width: box.w, height: box.h, zoneDepth: 0, scale: 1 },
    zones: [],
    boxes: BOXES.map((id) => ({ id, box: boxOf(id, box) })),
  };
}

const rooms = new WeakMap<Item, Box>();

/** What a slip takes up; hidden words take the room of what they hide. */
function roomOf(item: Item): Box {
  let room = rooms.get(item);
  if (!room) {
    const { w, h } = itemSize(item.kind, behindMask(item).text, fontMeasure);
    room = boxAround(item.pos, w, h);
    rooms.set(item, room);
  }
  return room;
}

/** The sheet's edges round these slips: at least an A3's, and farther wherever one lies within reach of the one before it. */
function edgesRound(slips: readonly Box[]): Box {
  const farthest = (least: number, ends: readonly number[], reach: number): number => {
    let edge = least;
    for (const end of [...ends].sort((a, b) => a - b)) if (end <= edge + reach) edge = Math.max(edge, end);
    return Math.ceil(edge / STEP) * STEP;
  };
  const side = (least: number, air: number, end: (slip: Box) => number): number => {
    return farthest(
      least,
      slips.map((slip) => end(slip) + air),
      REACH + air,
    );
  };
  const left = side(-SHEET.x, PADDING, ({ x }) => -x);
  const top = side(-SHEET.y, BOX_TITLE, ({ y }) => -y);
  const right = side(SHEET.x + SHEET.w, PADDING, ({ x, w }) => x + w);
  const bottom = side(SHEET.y + SHEET.h, PADDING, ({ y, h }) => y + h);
  return { x: -left, y: -top, w: left + right, h: top + bottom };
}

/** Room for slips in a box: under its title, clear of the name that was chosen and of the line. */
function insideOf({ id, box }: SheetBox): Box {
  const inside = grow(box, -PADDING);
  const above = BOX_TITLE - PADDING;
  return { ...inside, y: inside.y + above, h: inside.h - above - (id === 'name' ? NAME_PLACE.h + AIR : 0) };
}

/**
 * Where slips with these words go in a box, in the same order: row by row from under its title, never over another; when it is
 * full, out at its own side of the sheet, which grows.
 */
export function placeInBox(
  snapshot: ClothSnapshot,
  id: BoxId,
  texts: readonly string[],
  measure: TextMeasure,
): Point[] {
  const taken = snapshot.items.map(roomOf);
  return texts.map((text) => {
    const { w, h } = itemSize('ingredient', text, measure);
    const sheet = edgesRound(taken);
    const inside = insideOf({ id, box: boxOf(id, sheet) });
    const blocked = id === 'timeline' ? [...taken, LINE_PLACE] : taken;
    const place = rowByRow(inside, w, h, blocked) ?? beyond(id, inside, w, h, blocked);
    taken.push({ ...place, w, h });
    return [round(place.x + w / 2), round(place.y + h / 2)];
  });
}

/** The free place in a box that is nearest to the one asked for; where that is taken whole, the next one in the box. */
export function placeNearInBox(snapshot: ClothSnapshot, wanted: Point, text: string, measure: TextMeasure): Point {
  const { w, h } = itemSize('ingredient', text, measure);
  const taken = snapshot.items.map(roomOf);
  const own = grow(boxAround(wanted, w, h), AIR);
  if (!taken.some((other) => overlaps(own, other))) return [round(wanted[0]), round(wanted[1])];
  return placeInBox(snapshot, boxAt(wanted), [text], measure)[0] ?? wanted;
}

type Place = { readonly x: number; readonly y: number };

function rowByRow(inside: Box, w: number, h: number, taken: readonly Box[]): Place | null {
  const near = taken.filter((other) => overlaps(other, grow({ ...inside, w: Math.max(w, inside.w) }, AIR)));
  const foots = near.map((other) => other.y + other.h + AIR);
  const rows = [inside.y, ...foots.filter((y) => y > inside.y).sort((a, b) => a - b)];
  for (const y of rows) {
    if (y + h > inside.y + inside.h) return null;
    const beside = near.filter((other) => other.y < y + h + AIR && y < other.y + other.h + AIR);
    let x = inside.x;
    for (const other of beside.sort((a, b) => a.x - b.x)) {
      if (x + w + AIR <= other.x) break;
      x = Math.max(x, other.x + other.w + AIR);
    }
    if (x + w <= inside.x + inside.w || (beside.length === 0 && w > inside.w)) return { x, y };
  }
  return null;
}

/** Beside what lies farthest out in the box, at the side where the sheet grows with it. */
function beyond(id: BoxId, inside: Box, w: number, h: number, taken: readonly Box[]): Place {
  const own = taken.filter((each) => boxAt([each.x + each.w / 2, each.y + each.h / 2]) === id);
  switch (id) {
    case 'ideas':
      return { x: Math.min(inside.x + inside.w, ...own.map(({ x }) => x)) - AIR - w, y: inside.y };
    case 'initiatives':
      return { x: Math.max(inside.x, ...own.map((each) => each.x + each.w)) + AIR, y: inside.y };
    case 'timeline':
      return { x: inside.x, y: Math.max(inside.y, ...own.map((each) => each.y + each.h)) + AIR };
    default:
      return { x: inside.x, y: Math.min(inside.y + inside.h, ...own.map(({ y }) => y)) - AIR - h };
  }
}

const round = (mm: number) => Math.round(mm * 10) / 10;
