import { ADVANCES } from './font-metrics.generated.ts';

/** The one font family of every cloth, bundled; a marker-like hand. */
export const CLOTH_FONT = 'Shantell Sans';

/** 500 for words on the cloth, 700 for names. */
export type FontWeight = 500 | 700;

/**
 * How wide text is, the same on every device: boxes and line breaks are part of the picture that all share, so they may
 * not depend on a browser's own measuring, nor on whether the font has loaded yet.
 */
export interface TextMeasure {
  /** Advance width of one line in the unit of `size` (mm on the cloth), without kerning and ligatures. */
  width(line: string, size: number, weight: FontWeight): number;
  /** False when some character is not in the font: then the width is a careful estimate, to be held to when drawing. */
  exact(line: string): boolean;
}

const FIRST_LOOKUP = 0x2200;
/** Width of what takes no room of its own: combining marks, joiners, direction marks. */
const NO_ROOM = /^[\p{M}\p{Cf}]$/u;
const WIDE = /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
const FULL = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;
/** Advances in em of fallback fonts; on the wide side of what the common systems have. */
const ESTIMATE = { pictograph: 1.4, full: 1.05, other: 0.8 } as const;

interface WidthTable {
  /** Thousandths of an em by code point below {@link FIRST_LOOKUP}; -1 where the font has no such character. */
  readonly low: Int16Array;
  readonly high: ReadonlyMap<number, number>;
}

function tableOf(weight: FontWeight): WidthTable {
  const low = new Int16Array(FIRST_LOOKUP).fill(-1);
  const high = new Map<number, number>();
  for (const [start, widths] of ADVANCES[weight]) {
    let codePoint = start;
    for (const width of widths.split(' ')) {
      if (codePoint < FIRST_LOOKUP) low[codePoint] = Number(width);
      else high.set(codePoint, Number(width));
      codePoint++;
    }
  }
  return { low, high };
}

const tables: Readonly<Record<FontWeight, WidthTable>> = { 500: tableOf(500), 700: tableOf(700) };
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What a reader takes for one character: never cut inside one. */
export function graphemesOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Thousandths of an em, or -1 when a character is not in the font. */
function knownWidth(line: string, table: WidthTable): number {
  let sum = 0;
  for (let at = 0; at < line.length; at++) {
    let codePoint = line.charCodeAt(at);
    if (codePoint >= 0xd800 && codePoint < 0xdc00) {
      codePoint = line.codePointAt(at) ?? codePoint;
      at++;
    }
    const width = codePoint < FIRST_LOOKUP ? (table.low[codePoint] ?? -1) : (table.high.get(codePoint) ?? -1);
    if (width < 0) return -1;
    sum += width;
  }
  return sum;
}

/** Width in em of one grapheme that is not, or not wholly, in the font. */
function estimateOf(grapheme: string, table: WidthTable): number {
  if (WIDE.test(grapheme)) return ESTIMATE.pictograph;
  let sum = 0;
  for (const char of grapheme) {
    const known = knownWidth(char, table);
    if (known >= 0) sum += known / 1000;
    else if (!NO_ROOM.test(char)) sum += FULL.test(char) ? ESTIMATE.full : ESTIMATE.other;
  }
  return sum;
}

/** The cloth font's own widths, from a table made of its files. */
export const fontMeasure: TextMeasure = {
  width(line, size, weight) {
    const table = tables[weight];
    const whole = knownWidth(line, table);
    if (whole >= 0) return (whole * size) / 1000;
    let sum = 0;
    for (const grapheme of graphemesOf(line)) {
      const known = knownWidth(grapheme, table);
      sum += known >= 0 ? known / 1000 : estimateOf(grapheme, table);
    }
    return sum * size;
  },
  exact(line) {
    return knownWidth(line, tables[500]) >= 0;
  },
};
