import type { Point } from '../model/schema.ts';

/** The stretch of a horizontal line, from left to right. */
export type Stretch = readonly [left: number, right: number];

/** What of the line at height `y` lies in a convex polygon, or null for nothing. */
export function stretchAt(polygon: readonly Point[], y: number): Stretch | null {
  let left = Infinity;
  let right = -Infinity;
  polygon.forEach(([ax, ay], at) => {
    const [bx, by] = polygon[(at + 1) % polygon.length] ?? [ax, ay];
    if (y < Math.min(ay, by) || y > Math.max(ay, by)) return;
    const ends = ay === by ? [ax, bx] : [ax + ((bx - ax) * (y - ay)) / (by - ay)];
    left = Math.min(left, ...ends);
    right = Math.max(right, ...ends);
  });
  return left < right ? [left, right] : null;
}

/** The widest box between two heights that lies wholly in a convex polygon: its left and right side, or null. */
export function stretchBetween(polygon: readonly Point[], top: number, foot: number): Stretch | null {
  const [above, below] = [stretchAt(polygon, top), stretchAt(polygon, foot)];
  if (!above || !below) return null;
  const [left, right] = [Math.max(above[0], below[0]), Math.min(above[1], below[1])];
  return left < right ? [left, right] : null;
}

/** What a circle leaves free of a stretch between two heights: the longer side, or null. */
export function besideCircle(
  [left, right]: Stretch,
  [top, foot]: readonly [top: number, foot: number],
  { centre: [x, y], radius }: { readonly centre: Point; readonly radius: number },
): Stretch | null {
  const away = y < top ? top - y : y > foot ? y - foot : 0;
  if (away >= radius) return [left, right];
  const half = Math.sqrt(radius * radius - away * away);
  const before: Stretch = [left, Math.min(right, x - half)];
  const after: Stretch = [Math.max(left, x + half), right];
  const [longest] = [before, after].sort((a, b) => b[1] - b[0] - (a[1] - a[0]));
  return longest && longest[0] < longest[1] ? longest : null;
}

/** Whether a point lies in a convex polygon. */
export function isWithin(polygon: readonly Point[], [x, y]: Point): boolean {
  const stretch = stretchAt(polygon, y);
  return stretch !== null && x >= stretch[0] && x <= stretch[1];
}

/** A convex polygon, given clockwise (y down), with every side moved inwards. */
export function inset(polygon: readonly Point[], by: number): Point[] {
  const sides = polygon.map((a, at) => {
    const b = polygon[(at + 1) % polygon.length] ?? a;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    const way: Point = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
    return { from: [a[0] - way[1] * by, a[1] + way[0] * by] as Point, way };
  });
  return sides.map((side, at) => crossing(sides[(at + sides.length - 1) % sides.length] ?? side, side));
}

interface Side {
  readonly from: Point;
  readonly way: Point;
}

function crossing(a: Side, b: Side): Point {
  const turn = a.way[0] * b.way[1] - a.way[1] * b.way[0];
  if (Math.abs(turn) < 1e-9) return b.from;
  const along = ((b.from[0] - a.from[0]) * b.way[1] - (b.from[1] - a.from[1]) * b.way[0]) / turn;
  return [a.from[0] + a.way[0] * along, a.from[1] + a.way[1] * along];
}
