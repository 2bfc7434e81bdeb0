import { behindMask } from '../model/mask.ts';
import { placesThatDiffer } from '../model/replaced.ts';
import type { TableShape } from '../model/schema.ts';
import type { ClothSnapshot, Item } from '../model/snapshot.ts';
import { fontMeasure } from '../text/text-measure.ts';
import { itemSize } from './item-size.ts';

/** Width of the strip along the edge where the names stand, mm: ingredients begin inside it. */
export const NAME_STRIP = 60;
/** Where the line runs that marks a seat's stretch of the edge: how far inside, and how far from its ends, mm. */
export const HEM = { inside: 10, gap: 15 } as const;
/** How far a seat's own zone reaches in from the edge, as a part of the sheet's lesser side. */
const ZONE_PART = 0.27;
/** What six people need, mm: 24 mm letters on it are readable from four metres on a wall-size picture. */
const BASE = { width: 1800, height: 1200, seats: 6 } as const;
/**
 * Each further person makes the sheet this much wider, mm. They need no more than that to write in front of them, and on a
 * larger sheet everything is smaller to the eye.
 */
const PER_SEAT = 70;
/** Air between two ingredients, mm: beside each other, and one above the other. */
export const AIR = { x: 18, y: 8 } as const;
/** The part of a zone that its ingredients with their air fill up, for words of all lengths leave gaps. */
const FILLED = 0.72;
/** The part of a whole sheet that may be filled: ties need room as well. And the initiative with air round it, mm across. */
const FILLED_SHEET = 0.6;
const MIDDLE = 390;
/** Air round a connector, mm. */
const CIRCLE_AIR = 10;
/** Who writes more than the others has at least this part of it in the own zone, and the rest before it. */
const OWN_PART = 0.6;
/** A fuller cloth gets a larger sheet in steps this big, so that the edge moves seldom. */
const GROWTH_STEP = 1.1;
/** The least and the most that a whole cloth's sheet may measure, mm. */
const SIDE = { least: 600, most: 20_000 } as const;

export interface TableSize {
  readonly shape: TableShape;
  readonly width: number;
  readonly height: number;
  /** Depth of the seats' zones, mm. */
  readonly zoneDepth: number;
  /** How much larger than for six seats everything in the middle is set. */
  readonly scale: number;
}

/** How far in the zones of a sheet of this size reach, mm. */
function zoneDepthOf(width: number, height: number): number {
  return Math.max(NAME_STRIP * 2, Math.min(width, height) * ZONE_PART);
}

/** How much of ingredients with their air a seat's own zone holds, on a rectangle of this size with that many seats, mm². */
function zoneHolds(width: number, height: number, seats: number): number {
  const depth = zoneDepthOf(width, height);
  const ring =
    (width - 2 * NAME_STRIP) * (height - 2 * NAME_STRIP) -
    Math.max(0, width - 2 * depth) * Math.max(0, height - 2 * depth);
  return (ring / seats) * FILLED;
}

/** Ingredients about to be written at a seat: the table is laid for them too before they get their places. */
export interface Newcomers {
  readonly seat: string | null;
  readonly texts: readonly string[];
  /** How many connectors are about to be placed; left out for none. */
  readonly connectors?: number;
}

const areas = new WeakMap<Item, number>();

/** Whole mm²: sums of whole numbers are the same in whatever order they are made, on this device and on another. */
function areaOf(text: string): number {
  const { w, h } = itemSize('ingredient', text, fontMeasure);
  return Math.round((w + AIR.x) * (h + AIR.y));
}

/** What a connector takes with air all round it, of a name that is not known yet and of its own, mm². */
function circleArea(name: string): number {
  const { w } = itemSize('connector', name, fontMeasure);
  return Math.round((w + 2 * CIRCLE_AIR) ** 2);
}

/** Hidden words take the room of what they hide: the table is the same for all. */
function areaOfItem(item: Item): number {
  let area = areas.get(item);
  if (area === undefined) {
    const { text } = behindMask(item);
    area = item.kind === 'connector' ? circleArea(text) : areaOf(text);
    areas.set(item, area);
  }
  return area;
}

/** What all ingredients take, and each seat's, and all connectors, mm². */
interface Filling {
  readonly items: readonly Item[];
  all: number;
  circles: number;
  readonly perSeat: Map<string | null, number>;
}

/** Of the items last asked about: the next ones differ in a word or two, and only that is counted anew. */
let last: Filling = { items: [], all: 0, circles: 0, perSeat: new Map() };

function fillingOf(items: readonly Item[]): Filling {
  if (last.items === items) return last;
  const { perSeat } = last;
  let { all, circles } = last;
  const count = (item: Item | undefined, times: 1 | -1) => {
    const area = item ? times * areaOfItem(item) : 0;
    if (!item) return;
    if (item.kind === 'connector') {
      circles += area;
      return;
    }
    all += area;
    perSeat.set(item.seat, (perSeat.get(item.seat) ?? 0) + area);
  };
  const places = placesThatDiffer(last.items, items) ?? Array(Math.max(items.length, last.items.length)).keys();
  for (const at of places) {
    count(last.items[at], -1);
    count(items[at], 1);
  }
  last = { items, all, circles, perSeat };
  return last;
}

/**
 * How much one zone must hold, mm²: the average of all seats; but one who writes much more than the others may go on
 * into the middle, about as far again.
 */
function mostPerZone(snapshot: ClothSnapshot, newcomers: Newcomers): number {
  const { all, perSeat } = fillingOf(snapshot.items);
  const coming = newcomers.texts.reduce((sum, text) => sum + areaOf(text), 0);
  const at = (seat: string) => (perSeat.get(seat) ?? 0) + (seat === newcomers.seat ? coming : 0);
  const fullest = Math.max(0, ...snapshot.seats.map(({ id }) => at(id)));
  return Math.max((all + coming) / Math.max(1, snapshot.seats.length), fullest * OWN_PART);
}

/** What ingredients and connectors take of the whole sheet together, mm². */
function mostOnSheet(snapshot: ClothSnapshot, newcomers: Newcomers): number {
  const { all, circles } = fillingOf(snapshot.items);
  const coming = newcomers.texts.reduce((sum, text) => sum + areaOf(text), 0);
  return all + coming + circles + (newcomers.connectors ?? 0) * circleArea('');
}

/** How much of both a sheet of this size holds beside the initiative, mm². */
function sheetHolds(width: number, height: number, scale: number): number {
  const middle = (MIDDLE * scale) ** 2;
  return (width - 2 * NAME_STRIP) * (height - 2 * NAME_STRIP) * FILLED_SHEET - middle;
}

const NOBODY: Newcomers = { seat: null, texts: [] };
const bounded = (mm: number) => (Number.isFinite(mm) ? Math.min(SIDE.most, Math.max(SIDE.least, mm)) : SIDE.least);

/**
 * The sheet that is laid: the larger of what the cloth asks for and what its seats and ingredients need. Where things
 * stand never depends on it (positions are the document's), so a sheet that grows moves no one's words. With
 * `newcomers`: the sheet as it will be once they are there.
 */
export function tableSize(snapshot: ClothSnapshot, newcomers: Newcomers = NOBODY): TableSize {
  const { table } = snapshot.meta;
  const seats = Math.max(1, snapshot.seats.length);
  const extra = Math.max(0, seats - BASE.seats) * PER_SEAT;
  const base = { width: BASE.width + extra, height: ((BASE.width + extra) * BASE.height) / BASE.width };
  const needed = mostPerZone(snapshot, newcomers);
  let width = Math.max(base.width, bounded(table.width));
  let height = Math.max(base.height, bounded(table.height));
  const scale = Math.sqrt(base.width / BASE.width);
  const all = mostOnSheet(snapshot, newcomers);
  const holds = () => zoneHolds(width, height, seats) >= needed && sheetHolds(width, height, scale) >= all;
  while (!holds() && width < SIDE.most && height < SIDE.most) {
    width *= GROWTH_STEP;
    height *= GROWTH_STEP;
  }
  if (table.shape === 'round') {
    const across = Math.round(Math.max(width, height));
    return { shape: 'round', width: across, height: across, zoneDepth: zoneDepthOf(across, across), scale };
  }
  width = Math.round(width);
  height = Math.round(height);
  return { shape: 'rectangle', width, height, zoneDepth: zoneDepthOf(width, height), scale };
}
