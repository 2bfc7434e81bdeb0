import type { ItemKind } from '../model/schema.ts';
import type { TextMeasure } from '../text/text-measure.ts';
import type { TextBlock } from '../text/wrap.ts';
import { breakLines, fillLines, heightOf, type MeasuredText, measureWords, type TextStyle } from '../text/wrap.ts';

/** Air between the words of an ingredient and the border of its slip, mm. */
const SLIP_PADDING = { x: 11, y: 5 } as const;
/** An ingredient without words yet keeps room to write in, mm. */
const EMPTY_SLIP = { w: 90, h: 40 } as const;
/** Air between a connector's name and its circle, mm. */
const CIRCLE_PADDING = 10;
/**
 * Circles of two sizes, for a circle's size means nothing and must not seem to: a name that is too long for the first is set
 * smaller (the part of a name's usual size) before it gets the second. Radii in mm.
 */
const SMALLER = [1, 0.85, 0.75] as const;
const CIRCLES: readonly { readonly radius: number; readonly set: number }[] = [76, 100].flatMap((radius) =>
  SMALLER.map((set) => ({ radius, set })),
);
/** For whole sentences, which are no names: letters stay large enough to be read, and the circle gives. */
const SENTENCE = 0.68;
const SENTENCES: typeof CIRCLES = [100, 130, 170, 220].map((radius) => ({ radius, set: SENTENCE }));
/** How much wider than usual a slip may be for one long word. */
const LONG_WORD = 1.6;
/** While words are written, a slip's width grows by this much at a time, mm. */
const GROWTH = 54;

/** The longer the words, the smaller and wider they are set, so that one long thought does not push all others away. */
const INGREDIENT_STEPS = [
  { upTo: 90, size: 24, maxWidth: 270 },
  { upTo: 200, size: 21, maxWidth: 360 },
  { upTo: Infinity, size: 18, maxWidth: 480 },
] as const;
/** A name's letters and lines, mm, and in how wide blocks it may be set. */
const NAME: TextStyle = { size: 25, weight: 700, lineHeight: 29 };
const NAME_WIDTHS = [90, 112, 136, 164, 200, 260, 360, 500] as const;
/** A name within this radius fits the first circle as it is, mm. */
const FITS_AT_ONCE = 76 - CIRCLE_PADDING;

/** The size of what will be drawn for these words: the slip, or the circle's box. */
export interface ItemSize {
  readonly w: number;
  readonly h: number;
  readonly radius: number;
  readonly text: TextBlock;
}

const sizes = new WeakMap<TextMeasure, Map<string, ItemSize>>();
/** Words measured lately; a cloth holds at most this many items, and the words of removed ones need no room. */
const KEPT_SIZES = 6_000;

/** Room that an item with these words takes, without its badges. Same words, same answer, on every device. */
export function itemSize(kind: ItemKind, text: string, measure: TextMeasure): ItemSize {
  let known = sizes.get(measure);
  if (!known) {
    known = new Map();
    sizes.set(measure, known);
  }
  const key = `${kind}:${text}`;
  const found = known.get(key);
  if (found) return found;
  const made = kind === 'connector' ? circleFor(text, measure) : slipFor(text, measure);
  if (known.size >= KEPT_SIZES) known.clear();
  known.set(key, made);
  return made;
}

/**
 * Room for words that are being written: each line filled before the next is begun, in a slip or circle that grows by
 * steps, so that neither words nor borders jump at every letter. Evened out, as {@link itemSize} has it, they are once
 * they are written.
 */
export function sizeWhileWritten(kind: ItemKind, text: string, measure: TextMeasure): ItemSize {
  return kind === 'connector' ? circleWhileWritten(text, measure) : slipWhileWritten(text, measure);
}

function slipFor(text: string, measure: TextMeasure): ItemSize {
  const { words, maxWidth } = slipWords(text, measure);
  const block = breakLines(words, maxWidth);
  const least = block.lines.length === 0 ? EMPTY_SLIP.w : EMPTY_SLIP.w / 2;
  return slipRound(block, least);
}

function slipWhileWritten(text: string, measure: TextMeasure): ItemSize {
  const { words, maxWidth } = slipWords(text, measure);
  const block = fillLines(words, maxWidth);
  const isFull = block.lines.length > words.paragraphs.length;
  const width = isFull ? maxWidth : Math.min(maxWidth, roundUp(block.width, GROWTH));
  return slipRound({ ...block, width: Math.max(width, EMPTY_SLIP.w - 2 * SLIP_PADDING.x) }, EMPTY_SLIP.w);
}

/** The words of an ingredient, and in how wide a block they are set. */
function slipWords(text: string, measure: TextMeasure) {
  const step = INGREDIENT_STEPS.find(({ upTo }) => text.length <= upTo) ?? INGREDIENT_STEPS[2];
  const style: TextStyle = { size: step.size, weight: 500, lineHeight: step.size * 1.22 };
  const words = measureWords(text, style, measure);
  // Dutch makes long words: rather a wider slip than a broken one, within reason.
  return { words, maxWidth: Math.max(step.maxWidth, Math.min(words.widest, step.maxWidth * LONG_WORD)) };
}

function slipRound(text: TextBlock, least: number): ItemSize {
  return {
    w: Math.max(text.width + 2 * SLIP_PADDING.x, least),
    h: Math.max(heightOf(text) + 2 * SLIP_PADDING.y, EMPTY_SLIP.h),
    radius: 0,
    text,
  };
}

/** The first circle that holds the name with its words whole; else the first that holds it with words broken. */
function circleFor(text: string, measure: TextMeasure): ItemSize {
  const words = measureWords(text, NAME, measure);
  const whole = NAME_WIDTHS.map((width) => Math.max(width, words.widest));
  const unbroken = circleAround(ways(words, whole, breakLines, FITS_AT_ONCE), CIRCLES);
  if (unbroken) return unbroken;
  const broken = ways(words, NAME_WIDTHS, breakLines);
  return fewestCuts(broken) ?? circleAround(broken, SENTENCES) ?? circleAround(broken, null);
}

/** In the second circle, rather set small than cut into many pieces. Null when it cannot hold the name. */
function fewestCuts(broken: readonly SetName[]): ItemSize | null {
  const fitting = broken.flatMap((way) => circleAround([way], CIRCLES.slice(SMALLER.length)) ?? []);
  const [first] = fitting;
  return first
    ? fitting.reduce((best, each) => (each.text.lines.length < best.text.lines.length ? each : best), first)
    : null;
}

/** The same with lines that stay as they are while the words grow. */
function circleWhileWritten(text: string, measure: TextMeasure): ItemSize {
  const words = measureWords(text, NAME, measure);
  const filled: typeof fillLines = (name, width) => ({ ...fillLines(name, width), width });
  const all = ways(words, NAME_WIDTHS, filled);
  return circleAround(all, [...CIRCLES, ...SENTENCES]) ?? circleAround(all, null);
}

/** A name broken into lines of these widths, the least first, until its radius is small enough or each line of its writer is one. */
function ways(words: MeasuredText, widths: readonly number[], lines: typeof breakLines, enough = 0): SetName[] {
  const made: SetName[] = [];
  for (const width of new Set(widths)) {
    const block = lines(words, width);
    const radius = radiusAround(block, words.measure);
    made.push({ block, radius });
    if (radius <= enough || block.lines.length === words.paragraphs.length) break;
  }
  return made;
}

/** A name set in lines, and the radius round them, mm; both at its usual size. */
interface SetName {
  readonly block: TextBlock;
  readonly radius: number;
}

/** The first of these circles that holds the most compact of the ways; for null the least that does, whatever its size. */
function circleAround(ways: readonly SetName[], circles: null): ItemSize;
function circleAround(ways: readonly SetName[], circles: typeof CIRCLES): ItemSize | null;
function circleAround(ways: readonly SetName[], circles: typeof CIRCLES | null): ItemSize | null {
  const { block, radius: round } = ways.reduce((least, way) => (way.radius < least.radius ? way : least));
  const circle = circles
    ? circles.find(({ radius, set }) => round * set + CIRCLE_PADDING <= radius)
    : { radius: Math.ceil(round * SENTENCE + CIRCLE_PADDING), set: SENTENCE };
  if (!circle) return null;
  const { radius, set } = circle;
  const { size, lineHeight, width } = block;
  const text = { ...block, size: size * set, lineHeight: lineHeight * set, width: width * set };
  return { w: 2 * radius, h: 2 * radius, radius, text };
}

function roundUp(mm: number, grain: number): number {
  return Math.ceil(mm / grain) * grain;
}

/** Radius of the circle round a centred block: its farthest corner, each line with its own width. */
export function radiusAround(block: TextBlock, measure: TextMeasure): number {
  const top = -heightOf(block) / 2;
  // The ink of a line is lower than its line box by about this much at either side.
  const air = (block.lineHeight - block.size * 0.9) / 2;
  let radius = 0;
  block.lines.forEach((line, row) => {
    const half = measure.width(line, block.size, block.weight) / 2;
    const upper = Math.abs(top + row * block.lineHeight + air);
    const lower = Math.abs(top + (row + 1) * block.lineHeight - air);
    radius = Math.max(radius, Math.hypot(half, upper), Math.hypot(half, lower));
  });
  return radius;
}
