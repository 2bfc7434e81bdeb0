import { type Chip, chipsOf } from '../layout/field-chips.ts';
import { type Link, linksOf } from '../layout/field-links.ts';
import { startOf } from '../layout/field-rows.ts';
import { type Field, type Fields, layFields } from '../layout/fields.ts';
import { hubWords } from '../layout/hub-words.ts';
import type { BadgeShape, Label } from '../layout/shapes.ts';
import type { Point, PositionLetter } from '../model/schema.ts';
import type { ClothSnapshot } from '../model/snapshot.ts';
import type { TextMeasure } from '../text/text-measure.ts';
import type { TextBlock } from '../text/wrap.ts';

/** The words that stand on the fields. */
export interface FieldsTexts {
  /** The initiative. */
  readonly title: string;
  readonly positions: Readonly<Record<PositionLetter, string>>;
  /** Over who holds no position yet, and in place of a name that is not there yet. */
  readonly waiting: string;
  readonly unnamed: string;
}

/** What a field is: its letter, and beside it the word for it. */
export interface FieldHead {
  readonly badge: BadgeShape;
  readonly word: Label;
}

/** A cloth looked at by position, ready to be painted. mm. */
export interface FieldsShape {
  readonly laid: Fields;
  readonly hub: TextBlock;
  readonly chips: readonly Chip[];
  readonly links: readonly Link[];
  readonly heads: readonly FieldHead[];
  /** Over who holds no position yet; null when all hold one. */
  readonly waiting: Label | null;
  /** How large its words are, in their usual size. */
  readonly scale: number;
}

/** The room on paper, with the proportions that a page leaves under its title, mm. */
const ROOM = { w: 1_500, h: 960 } as const;
/** Half a field's letter, the gap to its word, that word and the one over who waits, at scale 1; and a baseline under the middle, in em. mm */
const HEAD = { badge: 15, gap: 9, words: 20, waiting: 17 } as const;
const BASELINE = 0.31;
/** How large words are tried, the largest first; with the last they may need a higher page. */
const SCALES = [1.7, 1.5, 1.3, 1.15, 1] as const;

/** Lays the five fields for paper, names as large as there is room for. */
export function fieldsShape(cloth: ClothSnapshot, texts: FieldsTexts, measure: TextMeasure): FieldsShape {
  const tried = (scale: number) => {
    const chips = chipsOf(cloth.items, texts.unnamed, measure, scale);
    return { chips, laid: layFields(ROOM, chips, scale), scale };
  };
  const { chips, laid, scale } = SCALES.map(tried).find((each) => each.laid.size.h <= ROOM.h) ?? tried(1);
  return {
    laid,
    hub: hubWords(texts.title, laid.hub, measure),
    chips,
    links: linksOf(laid),
    heads: laid.fields.flatMap((field) => headOf(field, texts, measure, scale) ?? []),
    waiting: laid.waiting.people.length > 0 ? waitingHead(laid.waiting, texts.waiting, scale) : null,
    scale,
  };
}

function headOf({ letter, head, align }: Field, { positions }: FieldsTexts, measure: TextMeasure, scale: number) {
  if (letter === null) return null;
  const [radius, gap, size] = [HEAD.badge * scale, HEAD.gap * scale, HEAD.words * scale];
  const text = positions[letter];
  const wide = 2 * radius + gap + measure.width(text, size, 700);
  const from = startOf([head.x, head.x + head.w], wide, align);
  const middle = head.y + head.h / 2;
  const baseline = middle + size * BASELINE;
  // Where a field fills from the right its letter stands at that side of its word.
  const [x, at]: [number, Point] =
    align === 'right' ? [from + wide - radius, [from, baseline]] : [from + radius, [from + 2 * radius + gap, baseline]];
  return { badge: { letter, centre: [x, middle], radius }, word: { text, at, size, align: 'left' } } as const;
}

function waitingHead({ head }: Field, text: string, scale: number): Label {
  const size = HEAD.waiting * scale;
  return { text, at: [head.x + size, head.y + head.h / 2 + size * BASELINE], size, align: 'left' };
}
