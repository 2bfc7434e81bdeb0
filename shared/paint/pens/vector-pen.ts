import { CLOTH_FONT, type FontWeight, fontMeasure } from '../../text/text-measure.ts';
import { type Path, PathMaker } from '../path.ts';
import type { Pen, PenGradient } from '../pen.ts';
import { type Colour, colourOf } from './colour.ts';

/** a, b, c, d, e, f as in SVG and PDF: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const UPRIGHT: Matrix = [1, 0, 0, 1, 0, 0];

/** A wash from one colour to others: along a line, or, with radii, from circle to circle. */
export class Gradient implements PenGradient {
  readonly stops: { readonly part: number; readonly colour: Colour }[] = [];
  /** x, y of both ends; or x, y and radius of both circles. */
  readonly ends: readonly number[];

  constructor(...ends: number[]) {
    this.ends = ends;
  }

  addColorStop(part: number, colour: string): void {
    this.stops.push({ part, colour: colourOf(colour) });
  }
}

export type Ink = Colour | Gradient;

/** What a stroke is drawn with beside its ink. */
export interface StrokeStyle {
  /** mm */
  readonly width: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'bevel' | 'miter' | 'round';
  readonly dash: readonly number[];
}

/** A line of words at its place, letters without kerning and ligatures. */
export interface Words {
  readonly text: string;
  /** Where its baseline begins, mm. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: FontWeight;
  /** How wide it is by the table, and how much it is squeezed to stay within what it was given (1 for not at all). */
  readonly width: number;
  readonly squeezed: number;
  readonly rightToLeft: boolean;
}

interface State {
  readonly matrix: Matrix;
  readonly dash: readonly number[];
  readonly clips: number;
  readonly set: Readonly<Partial<Settings>>;
}

type Settings = Pick<Pen, (typeof SETTINGS)[number]>;
const SETTINGS = [
  'fillStyle',
  'strokeStyle',
  'globalAlpha',
  'lineWidth',
  'lineCap',
  'lineJoin',
  'font',
  'textAlign',
  'textBaseline',
  'direction',
  'fontKerning',
  'letterSpacing',
  'textRendering',
] as const satisfies readonly (keyof Pen)[];

const FONT = /^(500|700) ([\d.e-]+)px /;
/** Strips of a shadow meet along a hair of light where they do not lie over each other a little, mm. */
const OVERLAP = 0.05;
/** How far a control point lies along the tangent of a quarter of a circle. */
const quarter = (angle: number) => (4 / 3) * Math.tan(angle / 4);

/**
 * What every pen has in common that draws with paths and places instead of pixels: the state a 2D context has, circles and round
 * corners as curves, words with their beginning worked out. Whoever writes a format says what it makes of fills, strokes and words.
 */
export abstract class VectorPen implements Pen {
  fillStyle: Pen['fillStyle'] = '#000000';
  strokeStyle: Pen['strokeStyle'] = '#000000';
  globalAlpha = 1;
  lineWidth = 1;
  lineCap: Pen['lineCap'] = 'butt';
  lineJoin: Pen['lineJoin'] = 'miter';
  font = `500 10px "${CLOTH_FONT}"`;
  textAlign: Pen['textAlign'] = 'start';
  textBaseline: Pen['textBaseline'] = 'alphabetic';
  direction: Pen['direction'] = 'ltr';
  fontKerning: Pen['fontKerning'] = 'none';
  letterSpacing = '0px';
  textRendering: Pen['textRendering'] = 'auto';

  protected matrix: Matrix = UPRIGHT;
  #dash: readonly number[] = [];
  #clips = 0;
  #path = new PathMaker();
  readonly #kept: State[] = [];

  protected abstract drawFill(path: Path, ink: Ink, opacity: number): void;
  protected abstract drawStroke(path: Path, ink: Ink, opacity: number, style: StrokeStyle): void;
  protected abstract drawWords(words: Words, ink: Ink, opacity: number): void;
  /** What is drawn from here on shows within this path only, until as many clips end as were begun. */
  protected abstract beginClip(path: Path): void;
  protected abstract endClips(howMany: number): void;

  save(): void {
    const set = Object.fromEntries(SETTINGS.map((name) => [name, this[name]]));
    this.#kept.push({ matrix: this.matrix, dash: this.#dash, clips: this.#clips, set });
  }

  restore(): void {
    const last = this.#kept.pop();
    if (!last) return;
    if (this.#clips > last.clips) this.endClips(this.#clips - last.clips);
    this.matrix = last.matrix;
    this.#dash = last.dash;
    this.#clips = last.clips;
    Object.assign(this, last.set);
  }

  translate(x: number, y: number): void {
    const [a, b, c, d, e, f] = this.matrix;
    this.matrix = [a, b, c, d, a * x + c * y + e, b * x + d * y + f];
  }

  rotate(angle: number): void {
    const [a, b, c, d, e, f] = this.matrix;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.matrix = [a * cos + c * sin, b * cos + d * sin, c * cos - a * sin, d * cos - b * sin, e, f];
  }

  beginPath(): void {
    this.#path = new PathMaker();
  }

  closePath(): void {
    this.#path.closePath();
  }

  moveTo(x: number, y: number): void {
    this.#path.moveTo(x, y);
  }

  lineTo(x: number, y: number): void {
    this.#path.lineTo(x, y);
  }

  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    this.#path.quadraticCurveTo(cx, cy, x, y);
  }

  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.#path.bezierCurveTo(ax, ay, bx, by, x, y);
  }

  arc(x: number, y: number, radius: number, from: number, to: number): void {
    this.ellipse(x, y, radius, radius, 0, from, to);
  }

  ellipse(x: number, y: number, rx: number, ry: number, turn: number, from: number, to: number): void {
    const pieces = Math.max(1, Math.ceil(Math.abs(to - from) / (Math.PI / 2) - 1e-9));
    const step = (to - from) / pieces;
    const reach = quarter(step);
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    const at = (px: number, py: number) =>
      [x + px * rx * cos - py * ry * sin, y + px * rx * sin + py * ry * cos] as const;
    const joined = this.#path.path.length > 0;
    this.#path[joined ? 'lineTo' : 'moveTo'](...at(Math.cos(from), Math.sin(from)));
    for (let piece = 0; piece < pieces; piece++) {
      const [a, b] = [from + piece * step, from + (piece + 1) * step];
      const [ca, sa, cb, sb] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)];
      this.#path.bezierCurveTo(
        ...at(ca - reach * sa, sa + reach * ca),
        ...at(cb + reach * sb, sb - reach * cb),
        ...at(cb, sb),
      );
    }
    if (Math.abs(to - from) >= 2 * Math.PI) this.#path.closePath();
  }

  rect(x: number, y: number, w: number, h: number): void {
    this.#path.moveTo(x, y);
    this.#path.lineTo(x + w, y);
    this.#path.lineTo(x + w, y + h);
    this.#path.lineTo(x, y + h);
    this.#path.closePath();
  }

  roundRect(x: number, y: number, w: number, h: number, corner: number): void {
    const r = Math.min(corner, w / 2, h / 2);
    if (r <= 0) {
      this.rect(x, y, w, h);
      return;
    }
    const [right, foot, reach] = [x + w, y + h, r * (1 - quarter(Math.PI / 2))];
    const path = this.#path;
    path.moveTo(x + r, y);
    path.lineTo(right - r, y);
    path.bezierCurveTo(right - reach, y, right, y + reach, right, y + r);
    path.lineTo(right, foot - r);
    path.bezierCurveTo(right, foot - reach, right - reach, foot, right - r, foot);
    path.lineTo(x + r, foot);
    path.bezierCurveTo(x + reach, foot, x, foot - reach, x, foot - r);
    path.lineTo(x, y + r);
    path.bezierCurveTo(x, y + reach, x + reach, y, x + r, y);
    path.closePath();
  }

  setLineDash(pattern: number[]): void {
    this.#dash = pattern;
  }

  fill(): void {
    this.drawFill(this.#path.path, inkOf(this.fillStyle), this.globalAlpha);
  }

  stroke(): void {
    const { lineWidth: width, lineCap: cap, lineJoin: join } = this;
    this.drawStroke(this.#path.path, inkOf(this.strokeStyle), this.globalAlpha, { width, cap, join, dash: this.#dash });
  }

  clip(): void {
    this.beginClip(this.#path.path);
    this.#clips += 1;
  }

  fillRect(x: number, y: number, w: number, h: number): void {
    const before = this.#path;
    const ink = inkOf(this.fillStyle);
    const more = ink instanceof Gradient ? OVERLAP : 0;
    this.beginPath();
    this.rect(x - more, y - more, w + 2 * more, h + 2 * more);
    this.drawFill(this.#path.path, ink, this.globalAlpha);
    this.#path = before;
  }

  fillText(text: string, x: number, y: number, most = Number.POSITIVE_INFINITY): void {
    const [, weightSaid, sizeSaid] = FONT.exec(this.font) ?? [];
    const [weight, size] = [weightSaid === '700' ? 700 : 500, Number(sizeSaid ?? 10)] as const;
    const width = fontMeasure.width(text, size, weight);
    const squeezed = width > most ? most / width : 1;
    const rightToLeft = this.direction === 'rtl';
    const back = { center: 0.5, right: 1, end: rightToLeft ? 0 : 1, left: 0, start: rightToLeft ? 1 : 0 }[
      this.textAlign
    ];
    const left = x - width * squeezed * back;
    this.drawWords(
      { text, x: left, y, size, weight, width, squeezed, rightToLeft },
      inkOf(this.fillStyle),
      this.globalAlpha,
    );
  }

  createLinearGradient(x0: number, y0: number, x1: number, y1: number): PenGradient {
    return new Gradient(x0, y0, x1, y1);
  }

  createRadialGradient(x0: number, y0: number, r0: number, x1: number, y1: number, r1: number): PenGradient {
    return new Gradient(x0, y0, r0, x1, y1, r1);
  }
}

function inkOf(style: Pen['fillStyle']): Ink {
  if (style instanceof Gradient) return style;
  if (typeof style === 'string') return colourOf(style);
  throw new TypeError('a pattern is of pixels, which this pen has none of');
}
