import { type Box, centreOf, contains } from '../../../shared/layout/box.ts';
import type { Point } from '../../../shared/model/schema.ts';

/** Where an arrow stands at the border of what is in sight, and which way it points (radians, 0 to the right). */
export interface Arrow {
  readonly at: Point;
  readonly angle: number;
}

/** The arrow to a place that is out of sight, or null when it is in sight. All in px. */
export function arrowTo(place: Point, sight: Box): Arrow | null {
  if (contains(sight, place)) return null;
  const [x, y] = centreOf(sight);
  const [dx, dy] = [place[0] - x, place[1] - y];
  const part = Math.min(sight.w / 2 / Math.abs(dx), sight.h / 2 / Math.abs(dy));
  return { at: [x + dx * part, y + dy * part], angle: Math.atan2(dy, dx) };
}
