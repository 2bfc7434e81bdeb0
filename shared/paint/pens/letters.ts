import { create, type Font } from 'fontkit';
import { type FontBytes, type FontFile, runsOf } from '../../text/font-runs.ts';
import { type FontWeight, fontMeasure } from '../../text/text-measure.ts';
import { type Path, PathMaker } from '../path.ts';
import type { Words } from './vector-pen.ts';

/** A letter, in units of its font, upward; read once, for that takes ten times as long as drawing it. */
export interface Glyph {
  readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[];
  readonly advance: number;
}

/** A letter at its place: its origin, mm, and how many mm are a unit of its font. The same name is the same shape. */
export interface PlacedLetter {
  readonly name: string;
  readonly glyph: Glyph;
  readonly x: number;
  readonly y: number;
  readonly across: number;
  readonly down: number;
}

/** A letter as a path, in units of its font, downward as on a page. */
export function shapeOf({ commands }: Glyph): Path {
  const maker = new PathMaker();
  for (const { command, args } of commands) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args;
    if (command === 'moveTo') maker.moveTo(a, -b);
    else if (command === 'lineTo') maker.lineTo(a, -b);
    else if (command === 'quadraticCurveTo') maker.quadraticCurveTo(a, -b, c, -d);
    else if (command === 'bezierCurveTo') maker.bezierCurveTo(a, -b, c, -d, e, -f);
    else maker.closePath();
  }
  return maker.path;
}

const kept = new WeakMap<FontBytes, LetterOutlines>();

/** The outlines of the letters in these files, which are read once. */
export function lettersOf(fonts: FontBytes): LetterOutlines {
  const known = kept.get(fonts) ?? new LetterOutlines(fonts);
  kept.set(fonts, known);
  return known;
}

/** Turns words into the outlines of their letters, as the cloth's font has them; what it has not stays words. */
export class LetterOutlines {
  readonly #bytes: FontBytes;
  readonly #fonts = new Map<string, Font>();
  readonly #glyphs = new WeakMap<Font, Map<string, Glyph>>();

  constructor(bytes: FontBytes) {
    this.#bytes = bytes;
  }

  /** The letters of words, each at its place. */
  place(words: Words): { readonly letters: readonly PlacedLetter[]; readonly missing: readonly Words[] } {
    const { text, y, size, weight, squeezed } = words;
    const letters: PlacedLetter[] = [];
    const missing: Words[] = [];
    let left = words.x;
    for (const run of runsOf(text)) {
      const width = fontMeasure.width(run.text, size, weight) * squeezed;
      if (run.file === null) missing.push({ ...words, text: run.text, x: left, width: width / squeezed });
      else {
        const font = this.#font(run.file, weight);
        const down = size / font.unitsPerEm;
        let x = left;
        for (const char of run.text) {
          const glyph = this.#glyph(font, char);
          const across = down * squeezed;
          letters.push({ name: `l${weight}-${char.codePointAt(0)?.toString(36)}`, glyph, x, y, across, down });
          x += glyph.advance * across;
        }
      }
      left += width;
    }
    return { letters, missing };
  }

  #glyph(font: Font, char: string): Glyph {
    let glyphs = this.#glyphs.get(font);
    if (!glyphs) {
      glyphs = new Map();
      this.#glyphs.set(font, glyphs);
    }
    let glyph = glyphs.get(char);
    if (!glyph) {
      const { path, advanceWidth } = font.glyphForCodePoint(char.codePointAt(0) ?? 0);
      glyph = { commands: path.commands, advance: advanceWidth };
      glyphs.set(char, glyph);
    }
    return glyph;
  }

  #font(file: FontFile, weight: FontWeight): Font {
    const name = `${file} ${weight}`;
    let font = this.#fonts.get(name);
    if (!font) {
      // Its types ask for Node's own kind of bytes; it reads any.
      const made = create(this.#bytes(file, weight) as Parameters<typeof create>[0]);
      if (!('glyphForCodePoint' in made)) throw new TypeError(`${name} is a collection of fonts`);
      font = made;
      this.#fonts.set(name, font);
    }
    return font;
  }
}
