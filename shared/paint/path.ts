import type { Curve } from '../layout/tie-path.ts';
import type { Point } from '../model/schema.ts';
import type { PaintOptions, Pen } from './pen.ts';

/**
 * A path as plain data, made once and traced by any pen. One flat list of numbers: what is to be done ({@link TO}), and then
 * the coordinates it takes, mm.
 */
export type Path = readonly number[];

const TO = { move: 0, line: 1, quadratic: 2, cubic: 3, close: 4 } as const;

/** Writes a path down, as a pen would draw it. */
export class PathMaker {
  readonly path: number[] = [];

  moveTo(x: number, y: number): void {
    this.path.push(TO.move, x, y);
  }

  lineTo(x: number, y: number): void {
    this.path.push(TO.line, x, y);
  }

  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    this.path.push(TO.quadratic, cx, cy, x, y);
  }

  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.path.push(TO.cubic, ax, ay, bx, by, x, y);
  }

  closePath(): void {
    this.path.push(TO.close);
  }
}

/** Fills a path. */
export function fillPath(pen: Pen, path: Path, { kept }: PaintOptions): void {
  if (kept) {
    pen.fill(kept(path));
    return;
  }
  pen.beginPath();
  tracePath(pen, path);
  pen.fill();
}

/** Draws along a path. */
export function strokePath(pen: Pen, path: Path, { kept }: PaintOptions): void {
  if (kept) {
    pen.stroke(kept(path));
    return;
  }
  pen.beginPath();
  tracePath(pen, path);
  pen.stroke();
}

/** Adds a path to the one that is being made. Throws a `RangeError` on what is no path. */
export function tracePath(
  pen: Pick<Pen, 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'>,
  path: Path,
): void {
  let at = 0;
  const next = () => path[at++] ?? Number.NaN;
  while (at < path.length) {
    switch (path[at++]) {
      case TO.move:
        pen.moveTo(next(), next());
        break;
      case TO.line:
        pen.lineTo(next(), next());
        break;
      case TO.quadratic:
        pen.quadraticCurveTo(next(), next(), next(), next());
        break;
      case TO.cubic:
        pen.bezierCurveTo(next(), next(), next(), next(), next(), next());
        break;
      case TO.close:
        pen.closePath();
        break;
      default:
        throw new RangeError(`no path: ${path[at - 1]} at ${at - 1}`);
    }
  }
}

/** Adds a row of curves to the path that is being made. */
export function traceCourse(pen: Pick<Pen, 'moveTo' | 'bezierCurveTo'>, course: readonly Curve[]): void {
  const [first] = course;
  if (first) pen.moveTo(...first[0]);
  for (const [, q, r, s] of course) pen.bezierCurveTo(...q, ...r, ...s);
}

/** Adds a smooth stroke: curves through the middles between the points. */
export function smoothThrough(
  pen: Pick<Pen, 'moveTo' | 'lineTo' | 'quadraticCurveTo'>,
  points: readonly Point[],
): void {
  const [first] = points;
  const last = points[points.length - 1];
  if (!first || !last) return;
  pen.moveTo(first[0], first[1]);
  for (let at = 1; at < points.length - 1; at++) {
    const [a, b] = [points[at], points[at + 1]];
    if (a && b) pen.quadraticCurveTo(a[0], a[1], (a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
  }
  pen.lineTo(last[0], last[1]);
}
