import { type FontWeight, fontMeasure } from './text-measure.ts';

/**
 * The files that each weight of the cloth's font comes in, with the characters each is for (its `unicode-range`). They are made
 * for a browser, which takes letters from several of them in one word; whoever draws letters without one asks {@link runsOf}.
 */
export const FONT_FILES = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
  'cyrillic-ext': 'U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F',
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
} as const;

export type FontFile = keyof typeof FONT_FILES;
export const FONT_FILE_NAMES = Object.keys(FONT_FILES) as readonly FontFile[];

/** Gives the bytes of one of the font's files (WOFF). */
export type FontBytes = (file: FontFile, weight: FontWeight) => Uint8Array;

/** A stretch of text whose letters all lie in one file of the font; null for what none of them has. */
export interface FontRun {
  readonly text: string;
  readonly file: FontFile | null;
}

const spans = FONT_FILE_NAMES.map((file) => ({
  file,
  ranges: FONT_FILES[file].split(',').map((range) => {
    const [from = '', to = from] = range.slice(2).split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  }),
}));

const known = new Map<string, FontFile | null>();

function fileOf(char: string): FontFile | null {
  let file = known.get(char);
  if (file === undefined) {
    const codePoint = char.codePointAt(0) ?? 0;
    const holds = spans.find(({ ranges }) => ranges.some(([from, to]) => codePoint >= from && codePoint <= to));
    file = holds && fontMeasure.exact(char) ? holds.file : null;
    known.set(char, file);
  }
  return file;
}

/** Cuts text into stretches by the file that has their letters: "Łódź" is three, from two files. */
export function runsOf(text: string): FontRun[] {
  const runs: { text: string; file: FontFile | null }[] = [];
  for (const char of text) {
    const file = fileOf(char);
    const last = runs[runs.length - 1];
    if (last && last.file === file) last.text += char;
    else runs.push({ text: char, file });
  }
  return runs;
}
