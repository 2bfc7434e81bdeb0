import type { ClothSnapshot } from '../model/snapshot.ts';
import type { TextMeasure } from '../text/text-measure.ts';
import type { TextBlock } from '../text/wrap.ts';
import { breakLines, heightOf, measureWords, wrapText } from '../text/wrap.ts';
import { boxAround, centreOf } from './box.ts';
import { NAME_PLACE } from './boxes.ts';
import { radiusAround } from './item-size.ts';
import type { InitiativeShape } from './shapes.ts';
import type { TableLayout } from './table.ts';

/** For six seats, mm. The circle does not grow with its name: what lies round it would be covered. */
const RADIUS = 170;
const PADDING = 20;
/** Letters from large to small; the first size at which the name fits is taken, mm. */
const SIZES = [54, 50, 46, 42, 38, 34, 30, 27, 24, 21, 18, 15, 12] as const;

/** Up to this size words are kept whole, mm. */
const LEGIBLE = 22;
/** Ways to break the name into lines: as parts of the radius. */
const WIDTHS = [1.85, 1.65, 1.45, 1.2] as const;

/** The name of a theme stands on its own line, without a circle, in letters of these sizes, mm. */
const LINE_SIZES = [64, 56, 48, 42, 36, 30, 26, 22, 18] as const;

const lines = new WeakMap<TextMeasure, { text: string; shape: InitiativeShape }>();

/** What a cloth is about, in its middle; or the name of a theme, at its place on the sheet (without a circle: radius 0). */
export function middleShape(
  { initiative, meta }: Pick<ClothSnapshot, 'initiative' | 'meta'>,
  { size }: Pick<TableLayout, 'size'>,
  measure: TextMeasure,
): InitiativeShape {
  if (meta.sheet !== 'theme') return initiativeShape(initiative, size.scale, measure);
  const known = lines.get(measure);
  if (known?.text === initiative) return known.shape;
  const { w, h } = NAME_PLACE;
  const set = (mm: number) => wrapText(initiative, { size: mm, weight: 700, lineHeight: mm * 1.1 }, w, measure);
  const fits = (block: TextBlock) => heightOf(block) <= h && block.width <= w;
  const blocks = LINE_SIZES.map(set);
  const whole = LINE_SIZES.findIndex((mm, at) => {
    const block = blocks[at];
    return (
      block && fits(block) && measureWords(initiative, { size: mm, weight: 700, lineHeight: mm }, measure).widest <= w
    );
  });
  const text = blocks[whole] ?? blocks.find(fits) ?? set(LINE_SIZES[LINE_SIZES.length - 1] ?? 18);
  const shape: InitiativeShape = { centre: centreOf(NAME_PLACE), radius: 0, text, box: NAME_PLACE };
  lines.set(measure, { text: initiative, shape });
  return shape;
}

const made = new WeakMap<TextMeasure, { text: string; scale: number; shape: InitiativeShape }>();

/** The circle in the middle with the name set as large as it fits; `scale` 1 is a table for six. */
export function initiativeShape(text: string, scale: number, measure: TextMeasure): InitiativeShape {
  const known = made.get(measure);
  if (known?.text === text && known.scale === scale) return known.shape;
  const radius = Math.round(RADIUS * scale);
  const shape: InitiativeShape = {
    centre: [0, 0],
    radius,
    text: fitted(text, radius - PADDING * scale, scale, measure),
    box: boxAround([0, 0], 2 * radius, 2 * radius),
  };
  made.set(measure, { text, scale, shape });
  return shape;
}

function fitted(text: string, radius: number, scale: number, measure: TextMeasure): TextBlock {
  const styles = SIZES.map((mm) => ({ size: mm * scale, weight: 700, lineHeight: mm * scale * 1.14 }) as const);
  const last = styles[styles.length - 1] ?? { size: 12, weight: 700, lineHeight: 14 };
  for (const style of styles) {
    // A name is rather set smaller than cut inside a word, as long as it stays the largest thing to read.
    const words = measureWords(text, style, measure);
    const widest = style.size > LEGIBLE * scale ? words.widest : 0;
    for (const part of WIDTHS) {
      const maxWidth = radius * part;
      if (maxWidth < widest) continue;
      const block = breakLines(words, maxWidth);
      if (radiusAround(block, measure) <= radius) return block;
    }
  }
  return wrapText(text, last, radius, measure);
}
