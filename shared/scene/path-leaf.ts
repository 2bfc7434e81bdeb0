import type { Point, Stone } from '../model/schema.ts';
import { STONES } from '../model/schema.ts';
import type { ClothSnapshot, Path } from '../model/snapshot.ts';
import { isBlank } from '../text/clean-text.ts';
import type { FontWeight, TextMeasure } from '../text/text-measure.ts';
import { heightOf, type TextBlock, wrapText } from '../text/wrap.ts';
import type { Leaf, LeafMark } from './leaf.ts';
import { PALETTE } from './palette.ts';

/** What the path says by itself, in the reader's language. */
export interface PathTexts {
  /** The title of its page, of the initiative's name. */
  readonly titleOf: (initiative: string) => string;
  readonly first: string;
  readonly second: string;
  readonly stones: Readonly<Record<Stone, string>>;
  readonly hints: Readonly<Record<Stone, string>>;
  readonly here: string;
  readonly carriedBy: string;
  readonly finishedWhen: string;
  /** Of a day, `YYYY-MM-DD`. */
  readonly roundedOffOn: (day: string) => string;
}

/** How many stones lead from initiative to approach; those of trying out come after them. */
export const FIRST_STRETCH = 8;

/** The page, as wide as this and with the proportions that paper leaves under a title; where the way turns it goes through a gutter. mm */
const ROOM = { w: 1_500, h: 930, gutter: 84 } as const;
const COLUMNS = 4;
/** How large words and stones are tried, the largest first; with the last they may need a higher page. */
const SCALES = [1, 0.9, 0.82, 0.75] as const;
/** At scale 1, mm. */
const STONE = { radii: [42, 35], number: 34, ring: 11 } as const;
const TEXT = {
  head: { size: 34, weight: 700, line: 1.25 },
  name: { size: 26, weight: 700, line: 1.2 },
  hint: { size: 20, weight: 500, line: 1.25 },
  here: { size: 21, weight: 700, line: 1.25 },
  note: { size: 25, weight: 500, line: 1.25 },
} as const satisfies Record<string, { size: number; weight: FontWeight; line: number }>;
const GAP = { under: 20, between: 8, row: 42, head: 22, card: 22, write: 34 } as const;
/** Words keep clear of their neighbours, mm. */
const AIR = 34;
/** The trodden way: as wide as a step, with where one walked drawn through and where one will in dashes. mm */
const WAY = { wide: 30, line: 5, dash: [3, 16], stray: 7 } as const;

/** All these are light enough to be paper in black and white, so that the numbers on them can be read. */
const COLOUR = { way: '#efe4cd', stone: '#f1ece2', passed: '#dfd2b6', here: '#ffe39a', rim: '#8f8576' } as const;

interface Cell {
  readonly blocks: readonly { readonly block: TextBlock; readonly colour: string }[];
  /** A line is left where a few words can be written. */
  readonly blank: boolean;
  readonly height: number;
}

/** The path on a cloth's back, for paper: eleven stones along a way that turns twice, and at its end who carries it and until when. */
export function pathLeaf(cloth: Pick<ClothSnapshot, 'path'>, texts: PathTexts, measure: TextMeasure): Leaf {
  const tried = (scale: number) => layPath(cloth.path ?? NO_PATH, texts, measure, scale);
  return SCALES.map(tried).find(({ box }) => box.h <= ROOM.h) ?? tried(SCALES[SCALES.length - 1] ?? 1);
}

const NO_PATH: Pick<Path, 'at' | 'carriedBy' | 'finishedWhen' | 'roundedOff' | 'notes'> = {
  at: null,
  carriedBy: '',
  finishedWhen: '',
  roundedOff: '',
  notes: [],
};

function layPath(path: typeof NO_PATH, texts: PathTexts, measure: TextMeasure, scale: number): Leaf {
  const wide = (ROOM.w - 2 * ROOM.gutter) / COLUMNS;
  const most = wide - AIR;
  const block = (text: string, style: keyof typeof TEXT) => {
    const { size, weight, line } = TEXT[style];
    return wrapText(text, { size: size * scale, weight, lineHeight: size * line * scale }, most, measure);
  };
  const cells = STONES.map((stone) => cellOf(stone, path, texts, block, scale));
  const card = cardOf(path, texts, block, scale);
  // Boustrophedon, as one walks: there, back, and there again.
  const rows = [STONES.slice(0, 4), STONES.slice(4, FIRST_STRETCH), STONES.slice(FIRST_STRETCH)];
  const head = TEXT.head.size * TEXT.head.line * scale + GAP.head * scale;
  const marks: LeafMark[] = [];
  const places: Point[] = [];
  let y = 0;
  rows.forEach((row, nth) => {
    if (nth !== 1) {
      marks.push(headOf(nth === 0 ? texts.first : texts.second, y, scale));
      y += head;
    }
    const middle = y + STONE.radii[1] * scale;
    const heights = row.map((stone) => cells[Number(stone)]?.height ?? 0);
    row.forEach((stone, at) => {
      const column = nth === 1 ? COLUMNS - 1 - at : at;
      const centre: Point = [ROOM.gutter + (column + 0.5) * wide, middle + (at % 2) * 8 * scale];
      places.push(centre);
      marks.push(...stoneMarks(stone, centre, path, scale), ...cellMarks(cells[Number(stone)], centre, scale));
    });
    if (nth === 2) {
      const h = card.height + (2 * GAP.card - GAP.under - GAP.between) * scale;
      const box = { x: ROOM.gutter + (COLUMNS - 1) * wide + AIR / 4, y, w: wide - AIR / 2, h };
      marks.push({ is: 'card', box, corner: 10, fill: PALETTE.slip, rim: COLOUR.rim, width: 2.5 });
      marks.push(...blockMarks(card, [box.x + box.w / 2, y + GAP.card * scale], scale));
      places.push([box.x, middle]);
      heights.push(h - STONE.radii[1] * 2 * scale);
    }
    y += STONE.radii[1] * 2 * scale + Math.max(...heights) + GAP.row * scale;
  });
  return { box: { x: 0, y: -GAP.row, w: ROOM.w, h: y + GAP.row }, marks: [...wayMarks(places, path, scale), ...marks] };
}

type Blocks = (text: string, style: keyof typeof TEXT) => TextBlock;

function cellOf(stone: Stone, path: typeof NO_PATH, texts: PathTexts, block: Blocks, scale: number): Cell {
  const notes = path.notes.filter((note) => note.stone === stone && !isBlank(note.words));
  const isHere = path.at === stone;
  const blocks = [
    { block: block(texts.stones[stone], 'name'), colour: PALETTE.ink },
    isHere
      ? { block: block(texts.here, 'here'), colour: PALETTE.ink }
      : { block: block(texts.hints[stone], 'hint'), colour: PALETTE.pencil },
    ...notes.map(({ words }) => ({ block: block(words, 'note'), colour: PALETTE.ink })),
  ];
  return withHeight(blocks, notes.length === 0, scale);
}

/** What was agreed, at the end of the way. */
function cardOf(path: typeof NO_PATH, texts: PathTexts, block: Blocks, scale: number): Cell {
  const said = (label: string, words: string) => [
    { block: block(label, 'hint'), colour: PALETTE.pencil },
    { block: block(isBlank(words) ? '…' : words, 'note'), colour: isBlank(words) ? PALETTE.pencil : PALETTE.ink },
  ];
  const blocks = [
    ...said(texts.carriedBy, path.carriedBy),
    ...said(texts.finishedWhen, path.finishedWhen),
    ...(path.roundedOff ? [{ block: block(texts.roundedOffOn(path.roundedOff), 'name'), colour: PALETTE.ink }] : []),
  ];
  return withHeight(blocks, false, scale);
}

function withHeight(blocks: Cell['blocks'], blank: boolean, scale: number): Cell {
  const text = blocks.reduce((sum, { block }) => sum + heightOf(block) + GAP.between * scale, 0);
  return { blocks, blank, height: GAP.under * scale + text + (blank ? GAP.write * scale : 0) };
}

function headOf(text: string, y: number, scale: number): LeafMark {
  const { size, weight } = TEXT.head;
  const at: Point = [ROOM.gutter, y + size * scale];
  return { is: 'label', text, at, align: 'left', size: size * scale, weight, colour: PALETTE.ink, most: ROOM.w };
}

function stoneMarks(stone: Stone, centre: Point, { at }: typeof NO_PATH, scale: number): LeafMark[] {
  const isHere = at === stone;
  const isPassed = at !== null && Number(stone) < Number(at);
  const [rx, ry] = STONE.radii.map((radius) => radius * scale) as [number, number];
  // No two stones lie alike.
  const turn = ((Number(stone) * 37) % 11) / 11 - 0.5;
  const ring = STONE.ring * scale;
  const around: LeafMark[] = isHere
    ? [{ is: 'stone', centre, radii: [rx + ring, ry + ring], turn, fill: PALETTE.paper, rim: PALETTE.ink, width: 3 }]
    : [];
  const fill = isHere ? COLOUR.here : isPassed ? COLOUR.passed : COLOUR.stone;
  const rim = isHere ? PALETTE.ink : COLOUR.rim;
  const size = STONE.number * scale;
  const [x, y] = centre;
  return [
    ...around,
    { is: 'stone', centre, radii: [rx, ry], turn, fill, rim, width: 3 },
    {
      is: 'label',
      text: stone,
      at: [x, y + size * 0.34],
      align: 'center',
      size,
      weight: 700,
      colour: PALETTE.ink,
      most: 2 * rx,
    },
  ];
}

function cellMarks(cell: Cell | undefined, [x, y]: Point, scale: number): LeafMark[] {
  return cell ? blockMarks(cell, [x, y + (STONE.radii[1] + GAP.under) * scale], scale) : [];
}

/** Blocks under each other from a place at the top of their middle, and a line to write on where one is left. */
function blockMarks({ blocks, blank }: Cell, [x, top]: Point, scale: number): LeafMark[] {
  const marks: LeafMark[] = [];
  let y = top;
  for (const { block, colour } of blocks) {
    const height = heightOf(block);
    marks.push({ is: 'block', block, centre: [x, y + height / 2], colour });
    y += height + GAP.between * scale;
  }
  if (!blank) return marks;
  const [half, at] = [115 * scale, y + (GAP.write - GAP.between) * scale];
  const points: Point[] = [
    [x - half, at],
    [x + half, at],
  ];
  return [...marks, { is: 'stroke', points, colour: COLOUR.rim, width: 2.2, dash: [0.1, 8] }];
}

/** The way through all these places, by the gutters where it turns. */
function wayMarks(places: readonly Point[], { at, roundedOff }: typeof NO_PATH, scale: number): LeafMark[] {
  const points: Point[] = [];
  /** How many points of the way lie behind who stands at each place. */
  const reached: number[] = [];
  places.forEach((place, nth) => {
    const before = places[nth - 1];
    if (before) points.push(...between(before, place, nth, scale));
    points.push(place);
    reached.push(points.length);
  });
  const stroke = (
    some: readonly Point[],
    rest: Pick<Extract<LeafMark, { is: 'stroke' }>, 'colour' | 'width' | 'dash'>,
  ) => (some.length > 1 ? [{ is: 'stroke', points: some, ...rest } as const] : []);
  const walked = roundedOff ? points.length : at === null ? 1 : (reached[Number(at)] ?? 1);
  return [
    ...stroke(points, { colour: COLOUR.way, width: WAY.wide * scale }),
    ...stroke(points.slice(walked - 1), { colour: COLOUR.rim, width: WAY.line * scale, dash: [...WAY.dash] }),
    ...stroke(points.slice(0, walked), { colour: COLOUR.rim, width: WAY.line * scale }),
  ];
}

function between([ax, ay]: Point, [bx, by]: Point, nth: number, scale: number): Point[] {
  const stray = WAY.stray * scale * (nth % 2 === 0 ? 1 : -1);
  if (Math.abs(by - ay) < STONE.radii[1] * 2 * scale) return [[(ax + bx) / 2, (ay + by) / 2 + stray]];
  const side = ax > ROOM.w / 2 ? ROOM.w - ROOM.gutter / 2 : ROOM.gutter / 2;
  const bend = ROOM.gutter * 0.7;
  return [
    [side, ay],
    [side, ay + bend],
    [side + stray, (ay + by) / 2],
    [side, by - bend],
    [side, by],
  ];
}
