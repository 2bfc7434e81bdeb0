import type { ItemKind } from '../cloth/schema.ts';
import type { TextBlock } from './scene.ts';
import type { TextMeasure } from './text-measure.ts';
import { breakLines, fillLines, heightOf, measureWords, type TextStyle } from './wrap.ts';

/** Air between the words of an ingredient and the border of its slip, mm. */
const SLIP_PADDING = { x: 11, y: 5 } as const;
/** An ingredient without words yet keeps room to write in, mm. */
const EMPTY_SLIP = { w: 90, h: 40 } as const;
/** Air between a connector's name and its circle, and the least circle, mm. */
const CIRCLE_PADDING = 15;
const LEAST_RADIUS = 60;
/** How much wider than usual a slip may be for one long word. */
const LONG_WORD = 1.6;
/** While words are written, a slip's width and a circle's radius grow by this much at a time, mm. */
const GROWTH = { slip: 54, circle: 12 } as const;

/** The longer the words, the smaller and wider they are set, so that one long thought does not push all others away. */
const INGREDIENT_STEPS = [
  { upTo: 90, size: 24, maxWidth: 270 },
  { upTo: 200, size: 21, maxWidth: 360 },
  { upTo: Infinity, size: 18, maxWidth: 480 },
] as const;
const CONNECTOR_STEPS = [
  { upTo: 60, size: 25, widths: [100, 130, 160, 200, 250] },
  { upTo: 160, size: 21, widths: [160, 200, 250, 300] },
  { upTo: Infinity, size: 17, widths: [240, 300, 380, 460] },
] as const;

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
  const width = isFull ? maxWidth : Math.min(maxWidth, roundUp(block.width, GROWTH.slip));
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

/** The least circle that holds the name, over a few ways of breaking it into lines. */
function circleFor(text: string, measure: TextMeasure): ItemSize {
  const { words, widths } = circleWords(text, measure);
  const ways = widths.map((width) => circleRound(breakLines(words, width), measure));
  return ways.reduce((least, way) => (way.radius < least.radius ? way : least));
}

function circleWhileWritten(text: string, measure: TextMeasure): ItemSize {
  const { words, widths } = circleWords(text, measure);
  const blocks = widths.map((width) => ({ ...fillLines(words, width), width }));
  const block = blocks.find((way) => heightOf(way) <= way.width) ?? blocks.reduce((_, widest) => widest);
  return circleRound(block, measure, GROWTH.circle);
}

/** The name of a connector, and in how wide blocks it may be set. */
function circleWords(text: string, measure: TextMeasure) {
  const step = CONNECTOR_STEPS.find(({ upTo }) => text.length <= upTo) ?? CONNECTOR_STEPS[2];
  const style: TextStyle = { size: step.size, weight: 700, lineHeight: step.size * 1.16 };
  const words = measureWords(text, style, measure);
  const widest = Math.min(words.widest, Math.max(...step.widths));
  return { words, widths: step.widths.map((width) => Math.max(width, widest)) };
}

/** `grain` in mm: the radius is a multiple of it. */
function circleRound(text: TextBlock, measure: TextMeasure, grain = 0): ItemSize {
  const least = Math.max(LEAST_RADIUS, radiusAround(text, measure) + CIRCLE_PADDING);
  const radius = grain === 0 ? least : roundUp(least, grain);
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
