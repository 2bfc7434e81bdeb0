import { create, type Font } from 'fontkit';
import { type FontBytes, type FontFile, runsOf } from '../../text/font-runs.ts';
import { type FontWeight, fontMeasure } from '../../text/text-measure.ts';
import { type Path, PathMaker } from '../path.ts';
import type { Words } from './vector-pen.ts';

/** Words as shapes. */
export interface Outlined {
  /** The outlines of all letters that the font has, at their place, mm. */
  readonly path: Path;
  /** What it has not, each stretch at its place. */
  readonly missing: readonly Words[];
}

/** A letter, in units of its font; read once, for that takes ten times as long as drawing it. */
interface Glyph {
  readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[];
  readonly advance: number;
}

const kept = new WeakMap<FontBytes, LetterOutlines>();

/** The outlines of the letters in these files, which are read once. */
export function lettersOf(fonts: FontBytes): LetterOutlines {
  const known = kept.get(fonts) ?? new LetterOutlines(fonts);
  kept.set(fonts, known);
  return known;
}

/** Turns words into the outlines of their letters, as the cloth's font has them. */
export class LetterOutlines {
  readonly #bytes: FontBytes;
  readonly #fonts = new Map<string, Font>();
  readonly #glyphs = new WeakMap<Font, Map<string, Glyph>>();

  constructor(bytes: FontBytes) {
    this.#bytes = bytes;
  }

  outline(words: Words): Outlined {
    const { text, y, size, weight, squeezed } = words;
    const maker = new PathMaker();
    const missing: Words[] = [];
    let x = words.x;
    for (const run of runsOf(text)) {
      const width = fontMeasure.width(run.text, size, weight);
      if (run.file === null) missing.push({ ...words, text: run.text, x, width });
      else this.#draw(maker, run.text, this.#font(run.file, weight), { x, y, size, squeezed });
      x += width * squeezed;
    }
    return { path: maker.path, missing };
  }

  #draw(
    maker: PathMaker,
    text: string,
    font: Font,
    { x, y, size, squeezed }: Pick<Words, 'x' | 'y' | 'size' | 'squeezed'>,
  ): void {
    const scale = size / font.unitsPerEm;
    let left = x;
    for (const char of text) {
      const glyph = this.#glyph(font, char);
      const at = (px: number, py: number) => [left + px * scale * squeezed, y - py * scale] as const;
      for (const { command, args } of glyph.commands) {
        const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args;
        if (command === 'moveTo') maker.moveTo(...at(a, b));
        else if (command === 'lineTo') maker.lineTo(...at(a, b));
        else if (command === 'quadraticCurveTo') maker.quadraticCurveTo(...at(a, b), ...at(c, d));
        else if (command === 'bezierCurveTo') maker.bezierCurveTo(...at(a, b), ...at(c, d), ...at(e, f));
        else maker.closePath();
      }
      left += glyph.advance * scale * squeezed;
    }
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
