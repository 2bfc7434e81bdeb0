import type { ItemKind, Point, PositionLetter } from '../cloth/schema.ts';
import type { Item } from '../cloth/snapshot.ts';
import { type Box, boxAround, polygonBox, unionOf } from '../geometry/box.ts';
import type { BadgeShape, ItemShape, TextBlock } from './scene.ts';
import type { TextMeasure } from './text-measure.ts';
import { breakLines, heightOf, measureWords, type TextStyle } from './wrap.ts';

/** Air between the words of an ingredient and the border of its slip, mm. */
const SLIP_PADDING = { x: 11, y: 5 } as const;
/** An ingredient without words yet keeps room to write in, mm. */
const EMPTY_SLIP = { w: 90, h: 40 } as const;
/** Air between a connector's name and its circle, and the least circle, mm. */
const CIRCLE_PADDING = 15;
const LEAST_RADIUS = 60;
/** How much wider than usual a slip may be for one long word. */
const LONG_WORD = 1.6;
/** The letters of positions, mm; each one past two turns the row on the rim this far back, radians. */
const BADGE = { radius: 14, step: 29, turn: 0.21 } as const;
/** The tail of a clarification, mm: width at its root, reach, where under a slip, and how deep it roots in a circle. */
const TAIL = { width: 15, slip: 13, circle: 15, inset: 20, sunk: 3.5 } as const;

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

function slipFor(text: string, measure: TextMeasure): ItemSize {
  const step = INGREDIENT_STEPS.find(({ upTo }) => text.length <= upTo) ?? INGREDIENT_STEPS[2];
  const style: TextStyle = { size: step.size, weight: 500, lineHeight: step.size * 1.22 };
  // Dutch makes long words: rather a wider slip than a broken one, within reason.
  const words = measureWords(text, style, measure);
  const widest = Math.min(words.widest, step.maxWidth * LONG_WORD);
  const block = breakLines(words, Math.max(step.maxWidth, widest));
  return {
    w: Math.max(block.width + 2 * SLIP_PADDING.x, EMPTY_SLIP.w * (block.lines.length === 0 ? 1 : 0.5)),
    h: Math.max(heightOf(block) + 2 * SLIP_PADDING.y, EMPTY_SLIP.h),
    radius: 0,
    text: block,
  };
}

/** The least circle that holds the name, over a few ways of breaking it into lines. */
function circleFor(text: string, measure: TextMeasure): ItemSize {
  const step = CONNECTOR_STEPS.find(({ upTo }) => text.length <= upTo) ?? CONNECTOR_STEPS[2];
  const style: TextStyle = { size: step.size, weight: 700, lineHeight: step.size * 1.16 };
  const [widestStep] = step.widths.slice(-1);
  const words = measureWords(text, style, measure);
  const widest = Math.min(words.widest, widestStep ?? Infinity);
  let best: ItemSize | null = null;
  for (const wanted of step.widths) {
    const maxWidth = Math.max(wanted, widest);
    const block = breakLines(words, maxWidth);
    const radius = Math.max(LEAST_RADIUS, radiusAround(block, measure) + CIRCLE_PADDING);
    if (!best || radius < best.radius) best = { w: 2 * radius, h: 2 * radius, radius, text: block };
  }
  if (!best) throw new Error('a connector has at least one way to be set');
  return best;
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

/** One item as it is drawn. */
export function itemShape(item: Item, measure: TextMeasure): ItemShape {
  const { w, h, radius, text } = itemSize(item.kind, item.text, measure);
  const box = boxAround(item.pos, w, h);
  const badges = badgesOn(box, radius, item.pos, item.positions);
  const tail = item.clarification === '' ? null : tailOf(box, radius, item.pos);
  const question = item.asked ? questionOn(box, radius, item.pos) : null;
  return {
    id: item.id,
    kind: item.kind,
    box,
    radius,
    centre: item.pos,
    turn: 0,
    text,
    colour: item.colour,
    badges,
    tail,
    question,
    extent: extentOf(box, badges, tail, question),
  };
}

/** At the lower left: under a slip, or out of a circle's rim (where its box has room for it). */
function tailOf(box: Box, radius: number, [x, y]: Point): ItemShape['tail'] {
  if (radius === 0) {
    const [left, foot] = [box.x + TAIL.inset, box.y + box.h];
    return [
      [left, foot],
      [left - TAIL.width * 0.4, foot + TAIL.slip],
      [left + TAIL.width, foot],
    ];
  }
  const rim = (degrees: number, out: number): Point => {
    const angle = (degrees * Math.PI) / 180;
    return [x + Math.cos(angle) * (radius + out), y + Math.sin(angle) * (radius + out)];
  };
  const half = (TAIL.width / radius / Math.PI) * 90;
  return [rim(135 + half, -TAIL.sunk), rim(138, TAIL.circle), rim(135 - half, -TAIL.sunk)];
}

/** A circle wears its letters on its rim from the top to the right, a slip along its upper border from the right. */
function badgesOn(box: Box, radius: number, [x, y]: Point, letters: readonly PositionLetter[]): BadgeShape[] {
  // Many letters spread over the top, or the last of them would come down beside the name.
  const middle = -Math.PI / 4 - Math.max(0, letters.length - 2) * BADGE.turn;
  return letters.map((letter, at) => {
    if (radius === 0) {
      const right = box.x + box.w - BADGE.radius * 0.4;
      return { letter, centre: [right - at * BADGE.step, box.y - BADGE.radius * 0.45], radius: BADGE.radius };
    }
    const angle = middle + (at - (letters.length - 1) / 2) * (BADGE.step / radius);
    return {
      letter,
      centre: [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius],
      radius: BADGE.radius,
    };
  });
}

/** At the lower right: away from the letters above and the tail at the left. */
function questionOn(box: Box, radius: number, [x, y]: Point): { readonly centre: Point; readonly radius: number } {
  if (radius === 0) {
    const sunk = BADGE.radius * 0.45;
    return { centre: [box.x + box.w - sunk, box.y + box.h + sunk], radius: BADGE.radius };
  }
  return { centre: [x + radius * Math.SQRT1_2, y + radius * Math.SQRT1_2], radius: BADGE.radius };
}

function extentOf(
  box: Box,
  badges: ItemShape['badges'],
  tail: ItemShape['tail'],
  question: ItemShape['question'],
): Box {
  const marks = question ? [...badges, question] : badges;
  const boxes = marks.map(({ centre, radius }) => boxAround(centre, 2 * radius, 2 * radius));
  return unionOf([box, ...boxes, ...(tail ? [polygonBox(tail)] : [])]) ?? box;
}

/** The same item elsewhere, for previews of a drag: words and measures are shared with the one at rest. */
export function shiftItem(shape: ItemShape, dx: number, dy: number): ItemShape {
  const moved = ([x, y]: Point): Point => [x + dx, y + dy];
  const movedBox = (box: Box): Box => ({ ...box, x: box.x + dx, y: box.y + dy });
  return {
    ...shape,
    box: movedBox(shape.box),
    centre: moved(shape.centre),
    badges: shape.badges.map((badge) => ({ ...badge, centre: moved(badge.centre) })),
    tail: shape.tail && [moved(shape.tail[0]), moved(shape.tail[1]), moved(shape.tail[2])],
    question: shape.question && { ...shape.question, centre: moved(shape.question.centre) },
    extent: movedBox(shape.extent),
  };
}
