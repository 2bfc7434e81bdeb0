import type { Point } from '../../model/schema.ts';
import type { Curve } from '../tie-path.ts';
import type { Barrier } from './barrier.ts';
import type { Course } from './course.ts';
import { hitsOf } from './survey.ts';

/** A course is looked at in so many parts, and a lifted one begins and ends a part before and after what it crosses. */
const PARTS = 48;
/** Nearer than this it is lifted, mm. */
const NEAR = 4;
const NOBODY = { from: '', to: '' } as const;

/** The stretches of a course that pass over any of these, as curves of their own. */
export function liftedOver(course: Course, under: readonly Barrier[]): Course {
  if (under.length === 0) return [];
  return course.flatMap((curve) => {
    const isOver = Array.from({ length: PARTS }, (_, at) => {
      const part = partOf(curve, at / PARTS, (at + 1) / PARTS);
      return hitsOf([part], under, NOBODY, NEAR).length > 0;
    });
    const spans: Curve[] = [];
    for (let at = 0; at < PARTS; at++) {
      if (!isOver[at]) continue;
      let end = at;
      while (end < PARTS && isOver[end]) end++;
      spans.push(partOf(curve, Math.max(0, at - 1) / PARTS, Math.min(PARTS, end + 1) / PARTS));
      at = end;
    }
    return spans;
  });
}

/** The part of a curve between two places on it, 0 … 1. */
export function partOf(curve: Curve, from: number, to: number): Curve {
  const [, rest] = splitAt(curve, from);
  return splitAt(rest, from === 1 ? 1 : (to - from) / (1 - from))[0];
}

/** A curve in two. */
export function splitAt([p, q, r, s]: Curve, at: number): readonly [Curve, Curve] {
  const mix = (a: Point, b: Point): Point => [a[0] + (b[0] - a[0]) * at, a[1] + (b[1] - a[1]) * at];
  const [pq, qr, rs] = [mix(p, q), mix(q, r), mix(r, s)];
  const [pqr, qrs] = [mix(pq, qr), mix(qr, rs)];
  const middle = mix(pqr, qrs);
  return [
    [p, pq, pqr, middle],
    [middle, qrs, rs, s],
  ];
}
