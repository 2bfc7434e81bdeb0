import type { Point } from '../model/schema.ts';
import { type Box, centreOf } from './box.ts';
import type { Fields } from './fields.ts';

/** A line between two places of one person. */
export interface Link {
  readonly key: string;
  readonly id: string;
  /** A quadratic curve: from place to place, with the point in between that bends it. */
  readonly curve: readonly [Point, Point, Point];
}

/** How far a line swings to the middle of all, as a part of the way there. */
const SWING = 0.35;

/** Lines that show who stands in several fields: from place to place, in the order of the letters. */
export function linksOf({ fields, hub }: Fields): Link[] {
  const places = new Map<string, Box[]>();
  for (const { people } of fields) {
    for (const { id, box } of people) places.set(id, [...(places.get(id) ?? []), box]);
  }
  const middle = centreOf(hub);
  return [...places].flatMap(([id, boxes]) =>
    boxes.slice(1).map((to, at): Link => {
      const [a, b] = [centreOf(boxes[at] ?? to), centreOf(to)];
      return { key: `${id} ${at}`, id, curve: [a, bendOf(a, b, middle), b] };
    }),
  );
}

function bendOf(a: Point, b: Point, [mx, my]: Point): Point {
  const half: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  return [half[0] + (mx - half[0]) * SWING, half[1] + (my - half[1]) * SWING];
}
