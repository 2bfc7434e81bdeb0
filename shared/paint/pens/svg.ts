import type { Box } from '../../layout/box.ts';
import { FONT_FILE_NAMES, FONT_FILES, type FontBytes, runsOf } from '../../text/font-runs.ts';
import { CLOTH_FONT, type FontWeight } from '../../text/text-measure.ts';
import { XML_HEAD, xmlText } from '../../text/xml-text.ts';
import { type Path, tracePath } from '../path.ts';
import type { Colour } from './colour.ts';
import { type LetterOutlines, type PlacedLetter, shapeOf } from './letters.ts';
import { Gradient, type Ink, type Matrix, type StrokeStyle, UPRIGHT, VectorPen, type Words } from './vector-pen.ts';

/** What an SVG says of itself. */
export interface SvgTexts {
  /** What it is called, and what can be seen on it, for who cannot see it. */
  readonly title: string;
  readonly description: string;
}

export interface SvgOptions extends SvgTexts {
  /** What of the painters' plane is shown, mm. */
  readonly box: Box;
  /** How wide the picture is where nobody says otherwise, mm; or as wide and as high as it is in px. */
  readonly width: number | { readonly across: number; readonly down: number };
}

/** In so many parts of a millimetre is told where something is: finer nobody sees at any enlargement. */
const PARTS = 100;

/**
 * Writes what is painted as SVG. Words stay words, to be searched, read aloud and changed; or, given outlines of the letters,
 * become shapes, which look the same in programs that know no fonts of others. Each
 * letter is written once and used wherever it stands, as other programs that draw letters do: all of them anew would be ten times as much.
 */
export class SvgPen extends VectorPen {
  readonly #body: string[] = [];
  readonly #definitions: string[] = [];
  readonly #letters: LetterOutlines | null;
  readonly #written = new Set<string>();
  readonly #used = new Map<FontWeight, Set<string>>();

  constructor(letters: LetterOutlines | null = null) {
    super();
    this.#letters = letters;
  }

  /** The whole file. With fonts, those of their files that its words need travel in it. */
  write({ box, width, title, description }: SvgOptions, fonts: FontBytes | null = null): string {
    const inPixels = typeof width === 'object';
    // Bands of one picture meet to the thousandth of a pixel.
    const view = [box.x, box.y, box.w, box.h].map(inPixels ? String : short).join(' ');
    const size = inPixels
      ? `width="${width.across}" height="${width.down}"`
      : `width="${short(width)}mm" height="${short((width * box.h) / box.w)}mm"`;
    const style = fonts
      ? `<style>${[...this.#used].flatMap(([weight, texts]) => facesOf(texts, weight, fonts)).join('')}</style>`
      : '';
    const defs = `<defs>${style}${this.#definitions.join('')}</defs>`;
    return `${XML_HEAD}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="${view}" ${size} role="img" aria-labelledby="title description" font-family="'${CLOTH_FONT}', system-ui, sans-serif" style="font-kerning:none;font-variant-ligatures:none"><title id="title">${xmlText(title)}</title><desc id="description">${xmlText(description)}</desc>${defs}${this.#body.join('')}</svg>\n`;
  }

  protected override drawFill(path: Path, ink: Ink, opacity: number): void {
    this.#body.push(`<path d="${pathData(path)}"${this.#inkOf('fill', ink, opacity)}${turnOf(this.matrix)}/>`);
  }

  protected override drawStroke(path: Path, ink: Ink, opacity: number, { width, cap, join, dash }: StrokeStyle): void {
    const look = [
      ` stroke-width="${short(width)}"`,
      cap === 'butt' ? '' : ` stroke-linecap="${cap}"`,
      join === 'miter' ? '' : ` stroke-linejoin="${join}"`,
      dash.length === 0 ? '' : ` stroke-dasharray="${dash.map(short).join(' ')}"`,
    ].join('');
    const stroke = this.#inkOf('stroke', ink, opacity);
    this.#body.push(`<path d="${pathData(path)}" fill="none"${stroke}${look}${turnOf(this.matrix)}/>`);
  }

  protected override drawWords(words: Words, ink: Ink, opacity: number): void {
    if (this.#letters) {
      const { letters, missing } = this.#letters.place(words);
      const used = letters.map((letter) => this.#use(letter)).join('');
      if (used) this.#body.push(`<g${this.#inkOf('fill', ink, opacity)}${turnOf(this.matrix)}>${used}</g>`);
      for (const word of missing) this.#text(word, ink, opacity);
      return;
    }
    const used = this.#used.get(words.weight) ?? new Set();
    this.#used.set(words.weight, used.add(words.text));
    this.#text(words, ink, opacity);
  }

  #use({ name, glyph, x, y, across, down }: PlacedLetter): string {
    if (!this.#written.has(name)) {
      this.#written.add(name);
      this.#definitions.push(`<path id="${name}" d="${pathData(shapeOf(glyph))}"/>`);
    }
    const matrix = [across, 0, 0, down, x, y].map((part) => Number(part.toFixed(6))).join(' ');
    return `<use xlink:href="#${name}" transform="matrix(${matrix})"/>`;
  }

  #text({ text, x, y, size, weight, width, squeezed, rightToLeft }: Words, ink: Ink, opacity: number): void {
    // Words are held by their middle: where another font takes their place they stray equally to both sides.
    const middle = short(x + (width * squeezed) / 2);
    const fitted = squeezed === 1 ? '' : ` textLength="${short(width * squeezed)}" lengthAdjust="spacingAndGlyphs"`;
    const turned = rightToLeft ? ' direction="rtl"' : '';
    const place = `x="${middle}" y="${short(y)}" font-size="${short(size)}" font-weight="${weight}" text-anchor="middle"`;
    this.#body.push(
      `<text ${place}${fitted}${turned}${this.#inkOf('fill', ink, opacity)}${turnOf(this.matrix)} xml:space="preserve">${xmlText(text)}</text>`,
    );
  }

  protected override beginClip(path: Path): void {
    const id = `clip-${this.#definitions.length}`;
    this.#definitions.push(`<clipPath id="${id}"><path d="${pathData(path)}"${turnOf(this.matrix)}/></clipPath>`);
    this.#body.push(`<g clip-path="url(#${id})">`);
  }

  protected override endClips(howMany: number): void {
    this.#body.push('</g>'.repeat(howMany));
  }

  #inkOf(what: 'fill' | 'stroke', ink: Ink, opacity: number): string {
    if (ink instanceof Gradient) {
      const seen = opacity < 1 ? ` ${what}-opacity="${short(opacity)}"` : '';
      return ` ${what}="url(#${this.#define(ink)})"${seen}`;
    }
    return `${colour(what, { ...ink, opacity: ink.opacity * opacity })}`;
  }

  #define(gradient: Gradient): string {
    const id = `wash-${this.#definitions.length}`;
    const stops = gradient.stops.map(
      ({ part, colour: { hex, opacity } }) =>
        `<stop offset="${short(part)}" stop-color="${hex}" stop-opacity="${opacity}"/>`,
    );
    const [x0 = 0, y0 = 0, ...rest] = gradient.ends;
    if (rest.length === 2) {
      const [x1 = 0, y1 = 0] = rest;
      const ends = `x1="${short(x0)}" y1="${short(y0)}" x2="${short(x1)}" y2="${short(y1)}"`;
      this.#definitions.push(
        `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" ${ends}>${stops.join('')}</linearGradient>`,
      );
    } else {
      const [, cx = 0, cy = 0, r = 0] = rest;
      const circle = `cx="${short(cx)}" cy="${short(cy)}" r="${short(r)}"`;
      this.#definitions.push(
        `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" ${circle}>${stops.join('')}</radialGradient>`,
      );
    }
    return id;
  }
}

function colour(what: 'fill' | 'stroke', { hex, opacity }: Colour): string {
  return ` ${what}="${hex}"${opacity < 1 ? ` ${what}-opacity="${Number(opacity.toFixed(3))}"` : ''}`;
}

function short(value: number): string {
  return String(Math.round(value * PARTS) / PARTS);
}

function turnOf(matrix: Matrix): string {
  if (matrix.every((part, at) => Math.abs(part - (UPRIGHT[at] ?? 0)) < 1e-9)) return '';
  return ` transform="matrix(${matrix.map((part) => Number(part.toFixed(6))).join(' ')})"`;
}

/**
 * A path as SVG has it, each step told from the one before, in whole parts of a millimetre so that nothing adds up: half as long as in
 * places of the page, of which letters as shapes are nothing but.
 */
function pathData(path: Path): string {
  let data = '';
  let [x, y] = [0, 0];
  let [startX, startY] = [0, 0];
  const step = (letter: string, at: readonly number[]): void => {
    const from = [x, y] as const;
    data += letter;
    at.forEach((value, nth) => {
      const whole = Math.round(value * PARTS);
      const by = (whole - (from[nth % 2] ?? 0)) / PARTS;
      data += by < 0 || nth === 0 ? by : ` ${by}`;
      if (nth === at.length - 2) x = whole;
      if (nth === at.length - 1) y = whole;
    });
  };
  tracePath(
    {
      moveTo: (...at) => {
        step('m', at);
        [startX, startY] = [x, y];
      },
      lineTo: (...at) => step('l', at),
      quadraticCurveTo: (...at) => step('q', at),
      bezierCurveTo: (...at) => step('c', at),
      closePath: () => {
        data += 'z';
        [x, y] = [startX, startY];
      },
    },
    path,
  );
  return data;
}

/** A face for each file that these texts need; what a file is for is said with it, as browsers have it. */
function facesOf(texts: ReadonlySet<string>, weight: FontWeight, fonts: FontBytes): string[] {
  const files = new Set([...texts].flatMap((text) => runsOf(text).map(({ file }) => file)));
  return FONT_FILE_NAMES.filter((file) => files.has(file)).map((file) => {
    const src = `url(data:font/woff;base64,${base64(fonts(file, weight))}) format('woff')`;
    return `@font-face{font-family:'${CLOTH_FONT}';font-weight:${weight};src:${src};unicode-range:${FONT_FILES[file]}}`;
  });
}

function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  // Not all at once: a call takes so many arguments and no more.
  for (let at = 0; at < bytes.length; at += 8_192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return btoa(pieces.join(''));
}
