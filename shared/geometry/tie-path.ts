import type { Point } from '../cloth/schema.ts';
import { type Box, centreOf } from './box.ts';

/** What a tie can end at: a circle (`radius` above 0) or a slip with its box. A bare point has an empty box. */
export interface TieEnd {
  readonly box: Box;
  readonly radius: number;
}

/** One cubic Bézier: start, control, control, end. */
export type Curve = readonly [Point, Point, Point, Point];

/** How far a tie bends aside, as a part of its length, when it runs square to the direction of the cloth's middle. */
const BEND = 0.16;
/** Air between a tie's end and the border it comes to, mm. */
const AIR = 0;

/** An end where nothing is yet: the finger that draws a tie. */
export function tieEndAt([x, y]: Point): TieEnd {
  return { box: { x, y, w: 0, h: 0 }, radius: 0 };
}

/**
 * A calm curve from border to border. It bends away from the middle of the cloth, the more so the less it heads there,
 * so that ties to the initiative run straight and ties along an edge keep clear of it; small moves never flip it.
 */
export function tiePath(from: TieEnd, to: TieEnd): Curve {
  const a = centreOf(from.box);
  const b = centreOf(to.box);
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length = Math.hypot(dx, dy);
  if (length < 1e-6) return [a, a, b, b];
  const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const off = Math.hypot(middle[0], middle[1]);
  const outward = off < 1 ? 0 : (middle[0] * -dy + middle[1] * dx) / (off * length);
  const bend = BEND * outward * length;
  const aside: Point = [(-dy / length) * bend, (dx / length) * bend];
  const towards = (part: number): Point => [a[0] + dx * part + aside[0], a[1] + dy * part + aside[1]];
  const start = borderPoint(from, towards(1 / 3));
  const end = borderPoint(to, towards(2 / 3));
  // Past each other's borders (they touch or overlap) a curve would turn back on itself: draw the least thing there is.
  if ((end[0] - start[0]) * dx + (end[1] - start[1]) * dy <= 0) return [start, start, start, start];
  const along = (part: number): Point => [
    start[0] + (end[0] - start[0]) * part + aside[0],
    start[1] + (end[1] - start[1]) * part + aside[1],
  ];
  return [start, along(1 / 3), along(2 / 3), end];
}

/** Where the ray from the middle of `end` towards `aim` leaves its border, with a little air. */
function borderPoint(end: TieEnd, aim: Point): Point {
  const centre = centreOf(end.box);
  const dx = aim[0] - centre[0];
  const dy = aim[1] - centre[1];
  const length = Math.hypot(dx, dy);
  if (length < 1e-6) return centre;
  const { w, h } = end.box;
  if (w === 0 && h === 0) return centre;
  const reach =
    end.radius > 0
      ? end.radius
      : Math.min(
          dx === 0 ? Infinity : w / 2 / Math.abs(dx / length),
          dy === 0 ? Infinity : h / 2 / Math.abs(dy / length),
        );
  const part = (reach + AIR) / length;
  return [centre[0] + dx * part, centre[1] + dy * part];
}

/** The box of a curve, from its four points: never too small. */
export function curveBox([p, q, r, s]: Curve): Box {
  const left = Math.min(p[0], q[0], r[0], s[0]);
  const top = Math.min(p[1], q[1], r[1], s[1]);
  return {
    x: left,
    y: top,
    w: Math.max(p[0], q[0], r[0], s[0]) - left,
    h: Math.max(p[1], q[1], r[1], s[1]) - top,
  };
}

/** The place at `t` (0 … 1) on a curve. */
export function pointOn([p, q, r, s]: Curve, t: number): Point {
  const u = 1 - t;
  const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return [a * p[0] + b * q[0] + c * r[0] + d * s[0], a * p[1] + b * q[1] + c * r[1] + d * s[1]];
}
