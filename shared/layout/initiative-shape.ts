import type { TextMeasure } from '../text/text-measure.ts';
import type { TextBlock } from '../text/wrap.ts';
import { breakLines, measureWords, wrapText } from '../text/wrap.ts';
import { boxAround } from './box.ts';
import { radiusAround } from './item-size.ts';
import type { InitiativeShape } from './shapes.ts';

/** For six seats, mm. The circle does not grow with its name: what lies round it would be covered. */
const RADIUS = 170;
const PADDING = 20;
/** Letters from large to small; the first size at which the name fits is taken, mm. */
const SIZES = [54, 50, 46, 42, 38, 34, 30, 27, 24, 21, 18, 15, 12] as const;

/** Up to this size words are kept whole, mm. */
const LEGIBLE = 22;
/** Ways to break the name into lines: as parts of the radius. */
const WIDTHS = [1.85, 1.65, 1.45, 1.2] as const;

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
