import type { Point } from '../model/schema.ts';
import { type Box, centreOf } from './box.ts';
import { turned } from './turn.ts';

/** What a tie can end at: a circle (`radius` above 0) or a slip with its box. A bare point has an empty box. */
export interface TieEnd {
  readonly box: Box;
  readonly radius: number;
  /** How far a slip is turned about its centre, radians; left out for not. */
  readonly turn?: number;
}

/** One cubic Bézier: start, control, control, end. */
export type Curve = readonly [Point, Point, Point, Point];

/** How strongly a tie first heads for the middle of the cloth when it leaves a slip: clear of the words beside it. */
const INWARDS = 1.1;
/** Nearer the middle than this there is no row of words to keep clear of, mm. */
const OUT_THERE = 450;
/** A cloth is wider than high: how far out counts less along x, and how sharply the nearer side decides. */
const SIDEWAYS = 2 / 3;
const NEARER_SIDE = 5;
/** How far the control points lie from the ends, as a part of the distance between these. */
const REACH = 0.36;
/** A line from circle to circle sets out this much to one side, as the tangent of the angle: drawn by hand, not with a ruler. */
const BEND = 0.14;

/** An end where nothing is yet: the finger that draws a tie. */
export function tieEndAt([x, y]: Point): TieEnd {
  return { box: { x, y, w: 0, h: 0 }, radius: 0 };
}

/**
 * A calm curve from border to border. It leaves a slip towards the middle of the cloth, past the words that stand beside
 * it, and meets a circle square to its rim. All of it follows smoothly when an end moves. Ends that touch or overlap
 * get the least curve there is: a point.
 */
export function tiePath(from: TieEnd, to: TieEnd): Curve {
  const a = centreOf(from.box);
  const b = centreOf(to.box);
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  if (length < 1e-6) return [a, a, b, b];
  const ahead: Point = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  const ways = waysOut(from, a, ahead, 1);
  const back = waysOut(to, b, [-ahead[0], -ahead[1]], -1);
  const start = isSlip(from) ? onSlip(from, a, ways) : along(a, ahead, from.radius);
  const end = isSlip(to) ? onSlip(to, b, back) : along(b, ahead, -to.radius);
  const gap = Math.hypot(end[0] - start[0], end[1] - start[1]);
  if (!isAhead(start, end, ahead)) return straight(from, a, to, b, ahead);
  // A circle is met from where the curve really comes, square to its rim.
  const cameFrom =
    isSlip(from) && !isSlip(to) ? squareTo(to, b, along(start, ways, gap * REACH)) : { at: end, way: back };
  const setsOut =
    isSlip(to) && !isSlip(from) ? squareTo(from, a, along(end, back, gap * REACH)) : { at: start, way: ways };
  return [
    setsOut.at,
    along(setsOut.at, setsOut.way, gap * REACH),
    along(cameFrom.at, cameFrom.way, gap * REACH),
    cameFrom.at,
  ];
}

const isAhead = (p: Point, q: Point, way: Point) => (q[0] - p[0]) * way[0] + (q[1] - p[1]) * way[1] > 0;

/** Between two that stand so close that a curve would turn back on itself: the way from the one to the other. */
function straight(from: TieEnd, a: Point, to: TieEnd, b: Point, ahead: Point): Curve {
  const start = along(a, ahead, reachOf(from, ahead));
  const end = along(b, ahead, -reachOf(to, ahead));
  if (!isAhead(start, end, ahead)) return [start, start, start, start];
  const third = Math.hypot(end[0] - start[0], end[1] - start[1]) / 3;
  return [start, along(start, ahead, third), along(end, ahead, -third), end];
}

/** From the middle of an end to its border in a direction, mm. */
function reachOf(end: TieEnd, way: Point): number {
  if (!isSlip(end)) return end.radius;
  const [x, y] = turned(way, -(end.turn ?? 0));
  return Math.min(end.box.w / 2 / Math.abs(x), end.box.h / 2 / Math.abs(y));
}

/** Whether an end is a slip rather than a circle or a bare point. */
export const isSlip = ({ radius, box }: TieEnd) => radius === 0 && box.w > 0;
const along = ([x, y]: Point, way: Point, reach: number): Point => [x + way[0] * reach, y + way[1] * reach];

/** The direction in which a curve leaves an end that stands at `at` for something `ahead`: unit vectors. */
function waysOut(end: TieEnd, at: Point, ahead: Point, hand: 1 | -1): Point {
  if (!isSlip(end)) return unit([ahead[0] - ahead[1] * BEND * hand, ahead[1] + ahead[0] * BEND * hand], ahead);
  const inwards = inwardsFrom(at);
  return unit([ahead[0] + inwards[0], ahead[1] + inwards[1]], ahead);
}

/** Where a curve that comes from `origin` meets a circle, and the way out of the circle there. */
function squareTo(end: TieEnd, at: Point, origin: Point): { readonly at: Point; readonly way: Point } {
  const way = unit([origin[0] - at[0], origin[1] - at[1]], [0, -1]);
  return { at: along(at, way, end.radius), way };
}

/** From the nearest side of the cloth to the middle, weaker in the middle itself. The length says how strongly. */
function inwardsFrom([x, y]: Point): Point {
  const [out, up] = [Math.abs(x) * SIDEWAYS, Math.abs(y)];
  const most = Math.max(out, up);
  if (most < 1e-6) return [0, 0];
  const pull = unit([-Math.sign(x) * (out / most) ** NEARER_SIDE, -Math.sign(y) * (up / most) ** NEARER_SIDE], [0, 0]);
  const strength = INWARDS * Math.min(1, most / OUT_THERE);
  return [pull[0] * strength, pull[1] * strength];
}

function unit([x, y]: Point, otherwise: Point): Point {
  const length = Math.hypot(x, y);
  return length < 1e-6 ? otherwise : [x / length, y / length];
}

/** On the border of a slip, stretched as the slip is: a diagonal way leaves at a corner. */
function onSlip({ box: { w, h }, turn = 0 }: TieEnd, [x, y]: Point, way: Point): Point {
  const [across, down] = turned(way, -turn);
  const reach = 1 / Math.max(Math.abs(across), Math.abs(down));
  const [dx, dy] = turned([(w / 2) * across * reach, (h / 2) * down * reach], turn);
  return [x + dx, y + dy];
}

/**
 * Where a tie leaves an end for a point outside it, and in which direction: square out of a circle's rim, and out of a
 * slip straight for the point, or first for the middle of the cloth.
 */
export function leaving(end: TieEnd, towards: Point, inwards = false): { readonly at: Point; readonly way: Point } {
  const middle = centreOf(end.box);
  const [dx, dy] = [towards[0] - middle[0], towards[1] - middle[1]];
  const length = Math.sqrt(dx * dx + dy * dy);
  const ahead: Point = length < 1e-6 ? [0, -1] : [dx / length, dy / length];
  if (!isSlip(end)) return { at: along(middle, ahead, end.radius), way: ahead };
  const way = inwards ? waysOut(end, middle, ahead, 1) : ahead;
  return { at: onSlip(end, middle, way), way };
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
