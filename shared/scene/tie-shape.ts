import { type Course, courseBox } from '../layout/routing/course.ts';
import type { TieShape } from '../layout/shapes.ts';
import type { Tie } from '../model/snapshot.ts';

/** One tie as it is drawn along a path, and the stretches of it that are lifted over what it does not join. */
export function tieShape(
  { id, from, to, expected }: Pick<Tie, 'id' | 'from' | 'to' | 'expected'>,
  path: Course,
  direct: boolean,
  lifted: Course = [],
): TieShape {
  return { id, from, to, path, lifted, box: courseBox(path), expected, direct };
}
