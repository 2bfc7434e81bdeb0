import type { Point } from '../../model/schema.ts';
import { type Box, unionOf } from '../box.ts';
import { type Curve, curveBox, leaving, pointOn, type TieEnd } from '../tie-path.ts';

/** A tie as a smooth row of curves, each beginning where the one before it ends. */
export type Course = readonly Curve[];

/** The least box round a course, from its control points: never too small. */
export function courseBox(course: Course): Box {
  return unionOf(course.map(curveBox)) ?? { x: 0, y: 0, w: 0, h: 0 };
}

/** Points of a course, `each` to a curve, with the first and the last. */
export function pointsOf(course: Course, each: number): Point[] {
  const [first] = course;
  const points: Point[] = first ? [first[0]] : [];
  for (const curve of course) for (let at = 1; at <= each; at++) points.push(pointOn(curve, at / each));
  return points;
}

/**
 * The calm course from one end to the other by way of some points: through each in the direction of the circle through it
 * and its neighbours, and square out of a circle at the ends. Slips are left straight for the first point, or `inwards` first.
 */
export function courseThrough(from: TieEnd, to: TieEnd, vias: readonly Point[], inwards: boolean): Course {
  const a = middleOf(from);
  const b = middleOf(to);
  const first = vias[0] ?? b;
  const last = vias[vias.length - 1] ?? a;
  const begin = leaving(from, first, inwards).at;
  const finish = leaving(to, last, inwards).at;
  const ways = vias.map((via, nth) => wayThrough(vias[nth - 1] ?? begin, via, vias[nth + 1] ?? finish));
  const [out] = ways;
  const back = ways[ways.length - 1];
  // It sets out for where the first curve heads, so that it leaves in one bow and not in two.
  const start = leaving(from, out ? along(first, out, -apart(begin, first) / 3) : first, inwards);
  const end = leaving(to, back ? along(last, back, apart(finish, last) / 3) : last, inwards);
  const places = [start.at, ...vias, end.at];
  const directions = [start.way, ...ways, [-end.way[0], -end.way[1]] as Point];
  const course: Curve[] = [];
  for (let nth = 0; nth + 1 < places.length; nth++) {
    const [p, q] = [places[nth] ?? a, places[nth + 1] ?? b];
    const [u, v] = [directions[nth] ?? start.way, directions[nth + 1] ?? start.way];
    course.push([p, along(p, u, reach(p, q, u)), along(q, v, -reach(p, q, v)), q]);
  }
  return course;
}

/** How far a control point lies out, so that a bow comes near to a circle's, mm. */
function reach(p: Point, q: Point, way: Point): number {
  const length = apart(p, q);
  if (length < 1e-9) return 0;
  const cos = ((q[0] - p[0]) * way[0] + (q[1] - p[1]) * way[1]) / length;
  return (2 * length) / (3 * (1 + Math.max(0, cos)));
}

/** The direction at the middle one of three points on a circle. */
function wayThrough(before: Point, at: Point, after: Point): Point {
  const [one, other] = [Math.max(1e-6, apart(before, at)), Math.max(1e-6, apart(at, after))];
  const x = ((at[0] - before[0]) / one) * other + ((after[0] - at[0]) / other) * one;
  const y = ((at[1] - before[1]) / one) * other + ((after[1] - at[1]) / other) * one;
  const length = Math.sqrt(x * x + y * y);
  return length < 1e-9 ? [1, 0] : [x / length, y / length];
}

export function middleOf({ box }: TieEnd): Point {
  return [box.x + box.w / 2, box.y + box.h / 2];
}

export function apart(a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  return Math.sqrt(dx * dx + dy * dy);
}

const along = ([x, y]: Point, way: Point, reach: number): Point => [x + way[0] * reach, y + way[1] * reach];
