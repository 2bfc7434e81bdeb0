import type { TextMeasure } from '../text/text-measure.ts';
import type { TextBlock } from '../text/wrap.ts';
import { breakLines, heightOf, measureWords, wrapText } from '../text/wrap.ts';
import type { Box } from './box.ts';
import { radiusAround } from './item-size.ts';

/** Sizes that are tried for the initiative's name, the largest first, px. */
const SIZES = [34, 29, 25, 22, 19, 17, 15, 13, 11] as const;
/** Air between the name and the rim, px. */
const AIR = 12;

/** The initiative's name as large as it fits in its circle or oval. */
export function hubWords(words: string, { w, h }: Box, measure: TextMeasure): TextBlock {
  const oval = w > h;
  const widths = oval ? [w - 4 * AIR] : [w * 0.55, w * 0.7, w * 0.84];
  for (const size of SIZES) {
    const style = { size, weight: 700, lineHeight: size * 1.15 } as const;
    const measured = measureWords(words, style, measure);
    for (const width of widths) {
      if (measured.widest > width) continue;
      const block = breakLines(measured, width);
      if (oval ? heightOf(block) <= h - AIR : radiusAround(block, measure) <= w / 2 - AIR) return block;
    }
  }
  // What fits at no size is set small and broken where it must.
  return wrapText(words, { size: 11, weight: 700, lineHeight: 12.5 }, w * 0.8, measure);
}
