import type { TextBlock } from './scene.ts';
import { type FontWeight, graphemesOf, type TextMeasure } from './text-measure.ts';

/** How a block of words is set; `size` in mm. */
export interface TextStyle {
  readonly size: number;
  readonly weight: FontWeight;
  /** Distance of two baselines, mm. */
  readonly lineHeight: number;
}

/** What stays together on a line, with the width of it and of the space before it. */
interface Word {
  readonly text: string;
  readonly width: number;
  /** True when a space stands before it, unless it begins a line. */
  readonly spaced: boolean;
}

/** A long name such as `literatuur-onderwijs/vmbo` may be broken after its hyphens and slashes. */
const PIECES = /[^\-/–—]*[-/–—]+|[^\-/–—]+/g;
const BALANCE_ROUNDS = 7;

/**
 * Breaks text into lines of at most `maxWidth` mm: by words, inside a word only where it alone is too wide, and at every
 * line end the writer made. Lines are then evened out, for centred words look best in a compact block. Blank text has
 * no lines. Pure: the same on every device.
 */
export function wrapText(text: string, style: TextStyle, maxWidth: number, measure: TextMeasure): TextBlock {
  const paragraphs = cleaned(text).map((line) => wordsOf(line, style, maxWidth, measure));
  const space = measure.width(' ', style.size, style.weight);
  const lines = paragraphs.flatMap((words) => evenLines(words, space, maxWidth));
  let width = 0;
  let exact = true;
  for (const line of lines) {
    width = Math.max(width, measure.width(line, style.size, style.weight));
    exact &&= measure.exact(line);
  }
  return { lines, ...style, width: Math.min(width, maxWidth), exact };
}

/** Width of the widest word, mm: in less than this a word must be broken. */
export function widestWord(text: string, style: TextStyle, measure: TextMeasure): number {
  let widest = 0;
  for (const line of cleaned(text)) {
    for (const { width } of wordsOf(line, style, Infinity, measure)) widest = Math.max(widest, width);
  }
  return widest;
}

/** Height of a block from the top of its first line to the foot of its last, mm. */
export function heightOf(block: Pick<TextBlock, 'lines' | 'lineHeight'>): number {
  return block.lines.length * block.lineHeight;
}

function cleaned(text: string): string[] {
  const lines = text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim());
  while (lines.length > 0 && lines[0] === '') lines.shift();
  while (lines.length > 0 && lines[lines.length - 1] === '') lines.pop();
  return lines;
}

function wordsOf(line: string, style: TextStyle, maxWidth: number, measure: TextMeasure): Word[] {
  const words: Word[] = [];
  for (const spaced of line.split(' ')) {
    let first = true;
    for (const piece of spaced.match(PIECES) ?? []) {
      const width = measure.width(piece, style.size, style.weight);
      const parts = width <= maxWidth ? [{ text: piece, width }] : broken(piece, style, maxWidth, measure);
      for (const part of parts) {
        words.push({ ...part, spaced: first && words.length > 0 });
        first = false;
      }
    }
  }
  return words;
}

/** A piece too wide for a line, cut between graphemes; a single grapheme that is too wide stays whole. */
function broken(piece: string, style: TextStyle, maxWidth: number, measure: TextMeasure) {
  const parts: { text: string; width: number }[] = [];
  let text = '';
  let width = 0;
  for (const grapheme of graphemesOf(piece)) {
    const more = measure.width(grapheme, style.size, style.weight);
    if (text !== '' && width + more > maxWidth) {
      parts.push({ text, width });
      text = '';
      width = 0;
    }
    text += grapheme;
    width += more;
  }
  if (text !== '') parts.push({ text, width });
  return parts;
}

function fill(words: readonly Word[], space: number, maxWidth: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const word of words) {
    const gap = word.spaced ? space : 0;
    if (line !== '' && width + gap + word.width > maxWidth) {
      lines.push(line);
      line = '';
      width = 0;
    }
    if (line !== '' && word.spaced) {
      line += ' ';
      width += gap;
    }
    line += word.text;
    width += word.width;
  }
  lines.push(line);
  return lines;
}

/** The narrowest setting that takes no more lines than the widest one. */
function evenLines(words: readonly Word[], space: number, maxWidth: number): string[] {
  let best = fill(words, space, maxWidth);
  if (best.length < 2) return best;
  let low = Math.max(...words.map((word) => word.width));
  let high = maxWidth;
  for (let round = 0; round < BALANCE_ROUNDS; round++) {
    const middle = (low + high) / 2;
    const tried = fill(words, space, middle);
    if (tried.length <= best.length) {
      best = tried;
      high = middle;
    } else {
      low = middle;
    }
  }
  return best;
}
