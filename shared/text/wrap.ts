import { graphemesOf } from './graphemes.ts';
import { syllableBreaks, takesHyphen } from './hyphenate.ts';
import type { FontWeight, TextMeasure } from './text-measure.ts';

/** Words already broken into lines; `size` and `lineHeight` in mm, each line centred on the block's centre. */
export interface TextBlock {
  readonly lines: readonly string[];
  readonly size: number;
  readonly weight: FontWeight;
  readonly lineHeight: number;
  /** Width of the widest line, mm. */
  readonly width: number;
  /** False when a character is not in the cloth's font: then lines are squeezed so that none is wider than `width`. */
  readonly exact: boolean;
  /** The words may not be read yet: bars are drawn instead, one for each word (a letter is a `█` in `lines`). */
  readonly barred?: true;
}

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
  /** The beginning of a word that was broken: the rest of it stands on the next line. */
  readonly broken?: true;
}

/** A long name such as `literatuur-onderwijs/vmbo` may be broken after its hyphens and slashes. */
const PIECES = /[^\-/–—]*[-/–—]+|[^\-/–—]+/g;
const BALANCE_ROUNDS = 7;
/** Of a word that must be broken at least so many letters go to its last line. */
const LEAST_LETTERS = 3;

/** Text of which every word was measured: ready to be broken into lines, at several widths if need be. */
export interface MeasuredText {
  readonly style: TextStyle;
  readonly measure: TextMeasure;
  /** The lines as the writer made them, none of them broken yet. */
  readonly paragraphs: readonly (readonly Word[])[];
  /** Width of the widest word, mm: in less than this a word must be broken. */
  readonly widest: number;
}

/** Measures the words of a text. */
export function measureWords(text: string, style: TextStyle, measure: TextMeasure): MeasuredText {
  const paragraphs = cleaned(text).map((line) => wordsOf(line, style, measure));
  let widest = 0;
  for (const words of paragraphs) for (const { width } of words) widest = Math.max(widest, width);
  return { style, measure, paragraphs, widest };
}

/**
 * Breaks text into lines of at most `maxWidth` mm: by words, inside a word only where it alone is too wide, and at every
 * line end the writer made. Lines are then evened out, for centred words look best in a compact block. Blank text has
 * no lines. Pure: the same on every device.
 */
export function breakLines(text: MeasuredText, maxWidth: number): TextBlock {
  return setLines(text, maxWidth, evenLines, hyphenated);
}

/**
 * {@link breakLines}, but each line filled before the next is begun, and a word too wide for a line broken anywhere, without
 * a hyphen: as the field that one writes in does it, so that a new word leaves where they are what stands there.
 */
export function fillLines(text: MeasuredText, maxWidth: number): TextBlock {
  return setLines(text, maxWidth, fullLines, cut);
}

function setLines(text: MeasuredText, maxWidth: number, linesOf: typeof evenLines, broken: typeof cut): TextBlock {
  const { style, measure, paragraphs, widest } = text;
  const space = measure.width(' ', style.size, style.weight);
  const fitting = widest <= maxWidth ? paragraphs : paragraphs.map((words) => broken(words, maxWidth, text));
  const lines = fitting.flatMap((words) => linesOf(words, space, maxWidth));
  let width = 0;
  let exact = true;
  for (const line of lines) {
    width = Math.max(width, measure.width(line, style.size, style.weight));
    exact &&= measure.exact(line);
  }
  return { lines, ...style, width: Math.min(width, maxWidth), exact };
}

/** {@link measureWords} and {@link breakLines} in one, for text that is set at one width. */
export function wrapText(text: string, style: TextStyle, maxWidth: number, measure: TextMeasure): TextBlock {
  return breakLines(measureWords(text, style, measure), maxWidth);
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

function wordsOf(line: string, style: TextStyle, measure: TextMeasure): Word[] {
  const words: Word[] = [];
  for (const spaced of line.split(' ')) {
    let first = true;
    for (const text of spaced.match(PIECES) ?? []) {
      words.push({
        text,
        width: measure.width(text, style.size, style.weight),
        spaced: first && words.length > 0,
      });
      first = false;
    }
  }
  return words;
}

/**
 * The words, those too wide for a line broken behind a syllable and with a hyphen; where no syllable ends in time, and in
 * scripts that have no hyphen, between two characters. Always the same for the same words.
 */
function hyphenated(words: readonly Word[], maxWidth: number, text: MeasuredText): Word[] {
  return words.flatMap((word) => (word.width <= maxWidth ? [word] : pieces(word, maxWidth, text)));
}

function pieces(word: Word, maxWidth: number, { style, measure }: MeasuredText): Word[] {
  const widthOf = (text: string) => measure.width(text, style.size, style.weight);
  const letters = graphemesOf(word.text);
  const syllables = syllableEnds(word.text, letters);
  const hyphen = widthOf('-');
  // Widths add up: there is neither kerning nor a ligature.
  const upTo = [0];
  for (const letter of letters) upTo.push((upTo[upTo.length - 1] ?? 0) + widthOf(letter));
  const joins = (to: number) => takesHyphen(letters[to - 1], letters[to]);
  const width = (from: number, to: number) => (upTo[to] ?? 0) - (upTo[from] ?? 0) + (joins(to) ? hyphen : 0);
  const piece = (from: number, to: number): Word => {
    const text = letters.slice(from, to).join('');
    const spaced = from === 0 && word.spaced;
    const made = { text: joins(to) ? `${text}-` : text, width: width(from, to), spaced };
    return to < letters.length ? { ...made, broken: true } : made;
  };
  const made: Word[] = [];
  let from = 0;
  while (letters.length - from > 1 && width(from, letters.length) > maxWidth) {
    let most = from + 1;
    while (most + 1 < letters.length && width(from, most + 1) <= maxWidth) most++;
    // Where no syllable ends within the line: as late as leaves the last line some letters.
    const late = Math.max(from + 1, Math.min(most, letters.length - LEAST_LETTERS));
    const to = evenCut(syllables, from, most, letters.length) ?? late;
    made.push(piece(from, to));
    from = to;
  }
  return [...made, piece(from, letters.length)];
}

/**
 * At which of its syllables a word is cut so that its pieces are about as long: in characters, from `from` to at most `most`,
 * in no more lines than `total` needs. Null where no syllable ends there.
 */
function evenCut(syllables: ReadonlySet<number>, from: number, most: number, total: number): number | null {
  const lines = Math.ceil((total - from) / (most - from));
  const even = from + (total - from) / lines;
  const isEnough = (to: number) => total - to <= (lines - 1) * (most - from);
  let best: number | null = null;
  for (let to = from + LEAST_LETTERS; to <= most; to++) {
    if (!syllables.has(to)) continue;
    if (best === null || !isEnough(best) || Math.abs(to - even) < Math.abs(best - even)) best = to;
  }
  return best;
}

/** After how many of its characters a word may be broken. */
function syllableEnds(word: string, letters: readonly string[]): ReadonlySet<number> {
  const places = new Set(syllableBreaks(word));
  const ends = new Set<number>();
  let at = 0;
  letters.forEach((letter, nth) => {
    at += letter.length;
    if (places.has(at)) ends.add(nth + 1);
  });
  return ends;
}

/** The words, those too wide for a line cut between graphemes; a single grapheme that is too wide stays whole. */
function cut(words: readonly Word[], maxWidth: number, { style, measure }: MeasuredText): Word[] {
  return words.flatMap((word) => {
    if (word.width <= maxWidth) return [word];
    const widthOf = (letter: string) => measure.width(letter, style.size, style.weight);
    const allOf = (letters: readonly string[]) => letters.reduce((sum, letter) => sum + widthOf(letter), 0);
    const lines: string[][] = [];
    let room = 0;
    for (const letter of graphemesOf(word.text)) {
      const width = widthOf(letter);
      const line = lines.at(-1);
      if (line && width <= room) line.push(letter);
      else {
        lines.push([letter]);
        room = maxWidth;
      }
      room -= width;
    }
    const [before = [], last = []] = lines.slice(-2);
    while (last.length < LEAST_LETTERS && before.length > LEAST_LETTERS) {
      const longer = [...before.slice(-1), ...last];
      // Of very wide letters no three may fit.
      if (allOf(longer) > maxWidth) break;
      before.pop();
      last.splice(0, last.length, ...longer);
    }
    return lines.map((letters, nth) => ({
      text: letters.join(''),
      width: allOf(letters),
      spaced: nth === 0 && word.spaced,
    }));
  });
}

/** The narrowest setting that takes no more lines than the widest one. */
function evenLines(words: readonly Word[], space: number, maxWidth: number): string[] {
  const most = lineStarts(words, space, maxWidth).length;
  let high = maxWidth;
  if (most > 1) {
    let low = Math.max(...words.map((word) => word.width));
    for (let round = 0; round < BALANCE_ROUNDS; round++) {
      const middle = (low + high) / 2;
      if (lineStarts(words, space, middle).length <= most) high = middle;
      else low = middle;
    }
  }
  return fullLines(words, space, high);
}

function fullLines(words: readonly Word[], space: number, maxWidth: number): string[] {
  const starts = lineStarts(words, space, maxWidth);
  return starts.map((start, row) => joined(words.slice(start, starts[row + 1])));
}

/** At which words the lines begin when each is filled before the next is begun. */
function lineStarts(words: readonly Word[], space: number, maxWidth: number): number[] {
  const starts = [0];
  let start = 0;
  let width = 0;
  words.forEach((word, at) => {
    const gap = word.spaced && at > start ? space : 0;
    if (at > start && (words[at - 1]?.broken || width + gap + word.width > maxWidth)) {
      starts.push(at);
      start = at;
      width = word.width;
    } else {
      width += gap + word.width;
    }
  });
  return starts;
}

function joined(line: readonly Word[]): string {
  return line.map(({ text, spaced }, at) => (spaced && at > 0 ? ` ${text}` : text)).join('');
}
