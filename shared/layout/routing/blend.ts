import type { Point } from '../../model/schema.ts';
import type { Curve } from '../tie-path.ts';
import type { Course } from './course.ts';
import { shifted } from './fan.ts';
import { splitAt } from './lifted.ts';

/** A course part of the way from one to another, 0 … 1, always between the ends of the latter: for what moves by hand. */
export function blended(from: Course, to: Course, part: number): Course {
  const [one, other] = [endsOf(from), endsOf(to)];
  if (!one || !other) return to;
  const away = (a: Point, b: Point): Point => [b[0] - a[0], b[1] - a[1]];
  const many = Math.max(from.length, to.length);
  const begins = cut(shifted(from, { from: away(one[0], other[0]), to: away(one[1], other[1]) }), many);
  const mix = (a: Point, b: Point): Point => [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
  return cut(to, many).map(([p, q, r, s], nth) => {
    const [a, b, c, d] = begins[nth] ?? [p, q, r, s];
    return [mix(a, p), mix(b, q), mix(c, r), mix(d, s)];
  });
}

/** How far two courses lie apart at most, mm, beyond what their ends moved. */
export function leapBetween(from: Course, to: Course): number {
  const [one, other] = [endsOf(from), endsOf(to)];
  if (!one || !other) return 0;
  const between = (a: Point, b: Point) => Math.hypot(b[0] - a[0], b[1] - a[1]);
  const moved = Math.max(between(one[0], other[0]), between(one[1], other[1]));
  const many = Math.max(from.length, to.length, 2);
  const [a, b] = [cut(from, many), cut(to, many)];
  return Math.max(...a.map((curve, nth) => between(curve[3], b[nth]?.[3] ?? curve[3]))) - moved;
}

function endsOf(course: Course): readonly [Point, Point] | null {
  const [first, last] = [course[0], course[course.length - 1]];
  return first && last ? [first[0], last[3]] : null;
}

/** The same course in so many curves: the longest is halved until there are. */
function cut(course: Course, many: number): Course {
  const curves = [...course];
  while (curves.length < many) {
    const spans = curves.map(([p, , , s]) => Math.hypot(s[0] - p[0], s[1] - p[1]));
    const longest = spans.indexOf(Math.max(...spans));
    const curve = curves[longest];
    if (!curve) return curves;
    curves.splice(longest, 1, ...splitAt(curve as Curve, 0.5));
  }
  return curves;
}
