import { ADVANCES } from './font-metrics.generated.ts';
import { graphemesOf } from './graphemes.ts';

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
const PICTOGRAPH = /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
/** In em, whatever it is joined of: Noto's and Apple's are a little narrower, Segoe's a little wider. */
const PICTOGRAPH_WIDTH = 1.3;
const FULL = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;
/**
 * Advances in em of letters that the font lacks, for weights 500 and 700; the first that fits counts. On the wide side of
 * what DejaVu, Noto, Liberation and FreeSans have: of the letter itself, or, where it changes with its neighbours, in words.
 */
const FALLBACKS: readonly (readonly [letters: RegExp, medium: number, bold: number])[] = [
  // Marks above and below, joiners, direction marks.
  [/[\p{Mn}\p{Me}\p{Cf}]/u, 0, 0],
  // Vowel signs beside a letter.
  [/\p{Mc}/u, 0.3, 0.3],
  [FULL, 1, 1],
  // Gimel, vav, zayin, yod, nun.
  [/[\u05d2\u05d5\u05d6\u05d9\u05df\u05e0]/u, 0.4, 0.45],
  [/\p{scx=Hebrew}/u, 0.66, 0.7],
  // Alef.
  [/[\u0622\u0623\u0625\u0627]/u, 0.32, 0.36],
  // Seen, sheen, sad, dad, tah, zah.
  [/[\u0633-\u0638]/u, 1, 1.12],
  [/\p{scx=Arabic}/u, 0.6, 0.68],
  [/(?=\p{Lu})\p{scx=Greek}/u, 0.7, 0.76],
  [/\p{scx=Greek}/u, 0.62, 0.68],
  [/\p{scx=Thai}/u, 0.6, 0.62],
  [/\p{scx=Devanagari}/u, 0.66, 0.7],
  [/./su, 0.8, 0.88],
];

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
function estimateOf(grapheme: string, weight: FontWeight): number {
  if (PICTOGRAPH.test(grapheme)) return PICTOGRAPH_WIDTH;
  let sum = 0;
  for (const char of grapheme) {
    const known = knownWidth(char, tables[weight]);
    sum += known >= 0 ? known / 1000 : fallbackOf(char, weight);
  }
  return sum;
}

function fallbackOf(char: string, weight: FontWeight): number {
  const [, medium, bold] = FALLBACKS.find(([letters]) => letters.test(char)) ?? [null, 0, 0];
  return weight === 700 ? bold : medium;
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
      sum += known >= 0 ? known / 1000 : estimateOf(grapheme, weight);
    }
    return sum * size;
  },
  exact(line) {
    return knownWidth(line, tables[500]) >= 0;
  },
};
