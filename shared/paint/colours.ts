import type { PageColours } from '../scene/page-choice.ts';
import { PALETTE } from '../scene/palette.ts';
import type { Pen } from './pen.ts';

/** What is paper on a cloth, and is white where the paper is. */
const PAPERS: ReadonlySet<string> = new Set([PALETTE.paper, PALETTE.white, PALETTE.slip]);
/** Lighter than this, of 255, is white in black and white: papers and washes. All inks are darker. */
const LIGHT = 190;

const CHANGES: Readonly<Record<Exclude<PageColours, 'paper'>, (colour: string) => string>> = {
  white: (colour) => (PAPERS.has(colour.slice(0, 7)) ? `#ffffff${colour.slice(7)}` : colour),
  black: (colour) => `${brightness(colour) > LIGHT ? '#ffffff' : '#000000'}${colour.slice(7)}`,
};

/** A pen that draws in a page's colours whatever colour it is told to. Only `#rrggbb` and `#rrggbbaa` are changed. */
export function inColours<P extends Pen>(pen: P, colours: PageColours): P {
  if (colours === 'paper') return pen;
  const change = CHANGES[colours];
  const bound = new Map<PropertyKey, unknown>();
  return new Proxy(pen, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      if (!bound.has(key)) bound.set(key, value.bind(target));
      return bound.get(key);
    },
    set(target, key, value: unknown) {
      const coloured = (key === 'fillStyle' || key === 'strokeStyle') && typeof value === 'string' && value[0] === '#';
      return Reflect.set(target, key, coloured ? change(value) : value, target);
    },
  });
}

function brightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
