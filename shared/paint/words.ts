import type { Point } from '../model/schema.ts';
import { CLOTH_FONT, type FontWeight } from '../text/text-measure.ts';
import type { TextBlock } from '../text/wrap.ts';
import { heightOf } from '../text/wrap.ts';
import { LEAST_LETTERS_PX, type PaintOptions, type Pen } from './pen.ts';

/** From the middle of a line down to its baseline, in em: halfway the height of a capital and of a small letter. */
export const BASELINE = 0.31;
/** Letter spacing too small to see, but any at all turns ligatures off, whose widths are not in the table. */
const NO_LIGATURES = '0.001px';
const RIGHT_TO_LEFT = /^[\P{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
/** How far a glyph may come out of its line, in em, before it is cut off. */
const OVERSHOOT = 0.2;
/** How dark the bars are that stand for words. */
const BAR_OPACITY = 0.5;
/** Hidden words: how high their strokes are, in em, and how dark. */
const HIDDEN = { height: 0.62, opacity: 0.3 } as const;

/** The CSS font of the cloth. `size` in the unit of the context (mm), or px for the DOM. */
export function clothFont(size: number, weight: FontWeight): string {
  return `${weight} ${size}px "${CLOTH_FONT}", system-ui, sans-serif`;
}

/**
 * Sets a context up for words, once for many of them: as the table of widths has them, without kerning and ligatures.
 * A browser that lacks these properties draws slightly narrower, which does no harm.
 */
export function prepareWords(pen: Pen): void {
  pen.textAlign = 'center';
  pen.textBaseline = 'alphabetic';
  pen.fontKerning = 'none';
  pen.letterSpacing = NO_LIGATURES;
  pen.textRendering = 'geometricPrecision';
}

/** Draws a block centred on a place, in the fill colour that is set. Call `prepareWords` before. */
export function paintBlock(pen: Pen, block: TextBlock, [x, y]: Point, { pxPerMm }: PaintOptions): void {
  const { lines, size, lineHeight } = block;
  if (lines.length === 0) return;
  if (size * pxPerMm < LEAST_LETTERS_PX) {
    paintBars(pen, block, [x, y]);
    return;
  }
  if (block.barred) {
    paintWordBars(pen, block, [x, y]);
    return;
  }
  pen.font = clothFont(size, block.weight);
  const baseline = y - heightOf(block) / 2 + lineHeight / 2 + size * BASELINE;
  if (!block.exact) {
    paintEstimated(pen, block, [x, y], baseline);
    return;
  }
  lines.forEach((line, row) => {
    pen.fillText(line, x, baseline + row * lineHeight);
  });
}

/**
 * Lines with characters from elsewhere may turn out wider than was reckoned, or pile up marks above and below: they are
 * squeezed and cut, never let out over others.
 */
function paintEstimated(pen: Pen, block: TextBlock, [x, y]: Point, baseline: number): void {
  const air = block.size * OVERSHOOT;
  const [w, h] = [block.width + 2 * air, heightOf(block) + 2 * air];
  pen.save();
  pen.beginPath();
  pen.rect(x - w / 2, y - h / 2, w, h);
  pen.clip();
  block.lines.forEach((line, row) => {
    pen.direction = RIGHT_TO_LEFT.test(line) ? 'rtl' : 'ltr';
    pen.fillText(line, x, baseline + row * block.lineHeight, block.width);
  });
  pen.restore();
}

/** Words that are hidden: a soft stroke for each, as of a marker drawn over it, as long as the word is. */
function paintWordBars(pen: Pen, { lines, size, lineHeight, width }: TextBlock, [x, y]: Point): void {
  const perLetter = width / Math.max(1, ...lines.map((line) => [...line].length));
  const height = size * HIDDEN.height;
  const top = y - (lines.length * lineHeight) / 2 + lineHeight / 2 - height / 2;
  pen.globalAlpha = HIDDEN.opacity;
  pen.beginPath();
  lines.forEach((line, row) => {
    let left = x - ([...line].length * perLetter) / 2;
    for (const word of line.split(/(\s)/u)) {
      const w = [...word].length * perLetter;
      if (word.trim() !== '') pen.roundRect(left, top + row * lineHeight, w, height, height / 2);
      left += w;
    }
  });
  pen.fill();
  pen.globalAlpha = 1;
}

function paintBars(pen: Pen, { lines, size, lineHeight, width }: TextBlock, [x, y]: Point): void {
  const longest = Math.max(...lines.map((line) => line.length));
  const top = y - (lines.length * lineHeight) / 2 + lineHeight / 2 - size * 0.22;
  pen.globalAlpha = BAR_OPACITY;
  lines.forEach((line, row) => {
    const w = width * (line.length / Math.max(1, longest));
    if (w > 0) pen.fillRect(x - w / 2, top + row * lineHeight, w, size * 0.44);
  });
  pen.globalAlpha = 1;
}
