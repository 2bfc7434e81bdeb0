import { POSITION_LETTERS, type Point, type PositionLetter } from '../model/schema.ts';
import type { Box } from './box.ts';
import { inset, isWithin } from './convex.ts';
import { type Align, type Circle, freeBetween, ROW_STEP, type Sized, standInRows, startOf } from './field-rows.ts';

/**
 * The cloth looked at by position: five fields round the initiative, clockwise from the top as the method orders them,
 * and beside the sheet who holds none yet. Pure; in px of the screen, for it follows the room there is.
 */
export interface Fields {
  /** All of it; higher than the room when the people do not fit. */
  readonly size: { readonly w: number; readonly h: number };
  readonly sheet: Box;
  /** The initiative: a circle in the middle, or above all a lying oval. */
  readonly hub: Box;
  readonly fields: readonly Field[];
  /** Where who holds no position waits, beside the sheet. */
  readonly waiting: Field;
}

export interface Field {
  /** Null for the place of those who wait. */
  readonly letter: PositionLetter | null;
  /** Corners, clockwise. */
  readonly outline: readonly Point[];
  /** Where its name stands. */
  readonly head: Box;
  readonly align: Align;
  /** Who stands in it. */
  readonly people: readonly { readonly id: string; readonly box: Box }[];
}

/** Somebody (or something) that stands in each field of a letter they hold. */
export interface Standing extends Sized {
  readonly letters: readonly PositionLetter[];
}

export interface Room {
  readonly w: number;
  readonly h: number;
}

/** Lengths in px, at scale 1. */
const GAP = { between: 8, within: 16, people: 9, rows: 13, hub: 12, apart: 12 } as const;
const HEAD = { h: 44, w: 230, strip: 34 } as const;
const HUB = { part: 0.16, least: 62, most: 150, oval: 60 } as const;
/** From this width on, and when the room lies down, the fields stand round the initiative. */
const ROUND_FROM = { width: 720, aspect: 1.15 } as const;
/** Where the fields meet the sheet's edge, and the middle of it all, as parts of its width and height. */
const RAYS = { top: 0.25, side: 0.54, middle: 0.54 } as const;
/** Nobody is wider than this part of the room, so that everyone fits in the narrowest field. */
const WIDEST = { round: 0.3, stacked: 0.85 } as const;
/** The least sheet, and how much higher the next is when people do not fit. px */
const SHEET = { least: 320, higher: 1.08 } as const;
/** Higher than any number of people needs, px. */
const ENDLESS = 1e6;
/** At most so much is added to each field below the others when there is room to spare, px. */
const SPARE = 60;
const ALIGNED: Readonly<Record<PositionLetter, Align>> = { i: 'centre', p: 'right', s: 'right', l: 'left', g: 'left' };

/** Lays the fields in a room. Everyone stands in every field of theirs, and nobody on another. */
export function layFields(room: Room, people: readonly Standing[], scale = 1): Fields {
  const round = room.w >= ROUND_FROM.width && room.w > room.h * ROUND_FROM.aspect;
  const widest = room.w * (round ? WIDEST.round : WIDEST.stacked);
  const fitting = people.map((each) => ({ ...each, size: { ...each.size, w: Math.min(each.size.w, widest) } }));
  return round ? layRound(room, fitting, scale) : layStacked(room, fitting, scale);
}

/** The field at a place, or null for none. */
export function fieldAt({ fields, waiting }: Fields, at: Point): Field | null {
  return [...fields, waiting].find(({ outline }) => isWithin(outline, at)) ?? null;
}

const standsIn = (letter: PositionLetter | null) => (each: Standing) =>
  letter === null ? each.letters.length === 0 : each.letters.includes(letter);

function layRound({ w, h: room }: Room, people: readonly Standing[], scale: number): Fields {
  const strip = laidStrip(null, w, people, scale);
  for (let h = Math.max(SHEET.least, room - strip.h - GAP.apart); ; h *= SHEET.higher) {
    const centre: Point = [w / 2, h * RAYS.middle];
    const radius = Math.min(HUB.most * scale, Math.max(HUB.least, Math.min(w, h) * HUB.part));
    const hub = { centre, radius: radius + GAP.hub };
    const fields = wedges({ w, h }, centre).flatMap(([letter, corners]) => {
      return layWedge(letter, corners, people.filter(standsIn(letter)), scale, hub) ?? [];
    });
    if (fields.length < POSITION_LETTERS.length) continue;
    const top = h + GAP.apart;
    return {
      size: { w, h: top + strip.h },
      sheet: { x: 0, y: 0, w, h },
      hub: { x: centre[0] - radius, y: centre[1] - radius, w: 2 * radius, h: 2 * radius },
      fields,
      waiting: strip.at(0, top, strip.h),
    };
  }
}

/** The five parts of a sheet round its middle, clockwise from the top. */
function wedges({ w, h }: Room, centre: Point): [PositionLetter, Point[]][] {
  const [left, right, side] = [w * RAYS.top, w * (1 - RAYS.top), h * RAYS.side];
  return [
    ['i', [[left, 0], [right, 0], centre]],
    ['p', [[right, 0], [w, 0], [w, side], centre]],
    ['s', [[w, side], [w, h], [w / 2, h], centre]],
    ['l', [[w / 2, h], [0, h], [0, side], centre]],
    ['g', [[0, side], [0, 0], [left, 0], centre]],
  ];
}

/** Null when the people do not fit. */
function layWedge(
  letter: PositionLetter,
  corners: readonly Point[],
  people: readonly Standing[],
  scale: number,
  hub: Circle,
): Field | null {
  const align = ALIGNED[letter];
  const outline = inset(corners, GAP.between);
  const within = inset(corners, GAP.within);
  const heights = within.map(([, y]) => y);
  const size = { w: HEAD.w * scale, h: HEAD.h * scale };
  // Its name stands in the first place that is wide enough for it.
  for (let y = Math.min(...heights); y < Math.max(...heights); y += ROW_STEP) {
    const stretch = freeBetween(within, y, y + size.h, hub);
    if (!stretch || stretch[1] - stretch[0] < size.w) continue;
    const rows = standInRows(within, people, { from: y + size.h + GAP.rows * scale, align, gap: gaps(scale), hub });
    return rows && { letter, outline, head: { x: startOf(stretch, size.w, align), y, ...size }, align, ...rows };
  }
  return null;
}

const gaps = (scale: number) => ({ people: GAP.people * scale, rows: GAP.rows * scale });

/** A field as wide as the room, as high as its people need. `at` puts it somewhere, with a height of at least that. */
function laidStrip(letter: PositionLetter | null, w: number, people: readonly Standing[], scale: number) {
  const from = HEAD.strip * scale;
  const endless = corners({ x: GAP.within, y: 0, w: w - 2 * GAP.within, h: ENDLESS });
  const here = people.filter(standsIn(letter));
  const rows = standInRows(endless, here, { from: from + GAP.people, align: 'left', gap: gaps(scale) });
  const h = here.length > 0 && rows ? rows.foot : from + GAP.rows;
  const at = (x: number, y: number, height: number): Field => ({
    letter,
    outline: corners({ x, y, w: w - 2 * x, h: height }),
    head: { x: GAP.within, y, w: w - 2 * GAP.within, h: from },
    align: 'left',
    people: (rows?.people ?? []).map(({ id, box }) => ({ id, box: { ...box, y: box.y + y } })),
  });
  return { h, at };
}

/** On a phone, or a screen that stands up: the initiative above, and the fields below each other. */
function layStacked({ w, h }: Room, people: readonly Standing[], scale: number): Fields {
  const hub: Box = { x: w * 0.06, y: GAP.hub, w: w * 0.88, h: HUB.oval * scale };
  const strips = POSITION_LETTERS.map((letter) => laidStrip(letter, w, people, scale));
  const waiting = laidStrip(null, w, people, scale);
  const above = hub.y + hub.h + GAP.hub;
  const needed = strips.reduce((sum, strip) => sum + strip.h + GAP.between, above) + GAP.apart + waiting.h;
  // What is left of the room makes every field an easier place to put somebody down.
  const spare = Math.max(0, Math.min(SPARE, (h - needed) / strips.length));
  let y = above;
  const fields = strips.map((strip) => {
    const field = strip.at(GAP.between, y, strip.h + spare);
    y += strip.h + spare + GAP.between;
    return field;
  });
  const sheet = { x: 0, y: 0, w, h: y };
  const top = y + GAP.apart;
  return { size: { w, h: top + waiting.h }, sheet, hub, fields, waiting: waiting.at(0, top, waiting.h) };
}

function corners({ x, y, w, h }: Box): Point[] {
  return [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ];
}
