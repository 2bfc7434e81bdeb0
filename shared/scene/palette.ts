import type { PositionLetter } from '../model/schema.ts';

/** The colours of the paper and of what is drawn on it by nobody's own marker; all exports use the same. `#rrggbb`. */
export const PALETTE = {
  paper: '#fbf7ee',
  /** Inside of circles: a clean piece of paper. */
  white: '#fffdf8',
  /** Under an ingredient: hardly lighter than the sheet, but it hides ties and shows on the bare table. */
  slip: '#fdfaf4',
  /** Wash of highlighter in the middle: what it is all about. */
  core: '#fff4cf',
  /** The initiative's marker, and titles. */
  ink: '#2a2723',
  /** Ties. */
  graphite: '#6d665d',
  /** Names of seats nobody sits at, and what is said in small print. */
  pencil: '#6f675c',
  /** The table under the cloth, where one colour must do. */
  table: '#2b211b',
} as const;

/**
 * Each position its own colour, told apart by lightness as well as hue; the letter always stands in it, for colour alone
 * says nothing to who cannot see it. White on each of them has a contrast of 4.5 : 1 or more.
 */
export const POSITION_COLOURS: Readonly<Record<PositionLetter, string>> = {
  i: '#c2185b',
  p: '#1b66c9',
  s: '#4a2a86',
  l: '#9a5b00',
  g: '#00695c',
};

/** Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, relative luminance). */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const channel = (from: number) => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** The same colour with an opacity from 0 to 1, as `#rrggbbaa`. */
export function faded(colour: string, opacity: number): string {
  return `${colour}${Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0')}`;
}
