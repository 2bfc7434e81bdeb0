import type { Point } from '../model/schema.ts';
import type { FontWeight, TextMeasure } from '../text/text-measure.ts';

/** A line of words on the paper round a cloth, mm. */
export interface PageLabel {
  readonly text: string;
  /** Where its baseline begins, or ends when `align` is right. */
  readonly at: Point;
  readonly align: 'left' | 'right';
  readonly size: number;
  readonly weight: FontWeight;
  readonly colour: string;
  /** The text is drawn no wider than this, mm. */
  readonly width: number;
}

interface LabelStyle {
  readonly size: number;
  readonly weight: FontWeight;
  readonly colour: string;
  readonly align?: 'right';
}

/** For a sheet 1,800 mm wide; larger cloths get all of it larger, for they are printed smaller. mm. */
export const SIZE = { title: 46, date: 28, names: 25, legend: 27, attribution: 24 } as const;
export const GAP = { margin: 44, line: 42, toCloth: 34, entry: 34, letter: 12 } as const;

/** A line of words, set smaller when it would be wider than `most` (mm). */
export function pageLabel(measure: TextMeasure, text: string, at: Point, style: LabelStyle, most: number): PageLabel {
  const wished = measure.width(text, style.size, style.weight);
  const size = wished > most ? (style.size * most) / wished : style.size;
  const { weight, colour, align = 'left' } = style;
  return { text, at, align, size, weight, colour, width: Math.min(wished, most) };
}
