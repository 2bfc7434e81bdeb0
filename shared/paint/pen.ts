import type { Path } from './path.ts';

/**
 * What all painters draw with: the part of a canvas's 2D context that they use. A `CanvasRenderingContext2D` is a pen as it
 * is, so that drawing on a screen costs nothing more; whoever wants another picture writes another pen. Its unit is the mm on
 * the cloth: whoever calls has set the transform.
 */
export interface Pen {
  fillStyle: string | PenGradient | object;
  strokeStyle: string | PenGradient | object;
  /** 0 to 1. */
  globalAlpha: number;
  lineWidth: number;
  lineCap: 'butt' | 'round' | 'square';
  lineJoin: 'bevel' | 'miter' | 'round';
  /** As in CSS; its size counts in the pen's unit. */
  font: string;
  textAlign: 'left' | 'right' | 'center' | 'start' | 'end';
  textBaseline: 'top' | 'hanging' | 'middle' | 'alphabetic' | 'ideographic' | 'bottom';
  direction: 'ltr' | 'rtl' | 'inherit';
  fontKerning: 'auto' | 'normal' | 'none';
  letterSpacing: string;
  textRendering: 'auto' | 'optimizeSpeed' | 'optimizeLegibility' | 'geometricPrecision';

  save(): void;
  restore(): void;
  translate(x: number, y: number): void;
  /** Clockwise, radians. */
  rotate(angle: number): void;

  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void;
  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  ellipse(x: number, y: number, rx: number, ry: number, turn: number, from: number, to: number): void;
  rect(x: number, y: number, w: number, h: number): void;
  roundRect(x: number, y: number, w: number, h: number, corner: number): void;
  setLineDash(pattern: number[]): void;
  /** The path that was made, or the one that was kept of another ({@link PaintOptions.kept}). */
  fill(kept?: object): void;
  stroke(kept?: object): void;
  clip(): void;

  fillRect(x: number, y: number, w: number, h: number): void;
  /** Words that would be wider than `most` are squeezed into it. */
  fillText(text: string, x: number, y: number, most?: number): void;
  createLinearGradient(x0: number, y0: number, x1: number, y1: number): PenGradient;
  createRadialGradient(x0: number, y0: number, r0: number, x1: number, y1: number, r1: number): PenGradient;
}

export interface PenGradient {
  addColorStop(part: number, colour: string): void;
}

export interface PaintOptions {
  /** Pixels of the picture per mm: decides how much detail is worth drawing. */
  readonly pxPerMm: number;
  /**
   * Makes of a path what this pen draws at once (a canvas: a `Path2D`), kept as long as the path is. Left out, a path is
   * traced anew each time.
   */
  readonly kept?: (path: Path) => object;
}

/** Words lower than this are drawn as bars, px of letter size: they could not be read, and bars cost a tenth. */
export const LEAST_LETTERS_PX = 4;
/** Below this a circle is only a circle: no second stroke, no letters in badges. */
const LEAST_DETAIL = 0.16;

/** Whether the hand of the drawing (second strokes, taper, paper slips) can be seen at this scale. */
export function showsDetail({ pxPerMm }: PaintOptions): boolean {
  return pxPerMm >= LEAST_DETAIL;
}
