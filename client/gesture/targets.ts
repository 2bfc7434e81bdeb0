import type { Box } from '../../shared/layout/box.ts';
import { INITIATIVE, type Point } from '../../shared/model/schema.ts';
import type { Target } from './gesture.ts';

/** What a tie could be drawn from or to at a target: an item's id, `initiative`, or null. */
export function endOf(target: Target): string | null {
  if (target.on === 'item') return target.id;
  if (target.on === 'handle') return target.of;
  return target.on === 'initiative' ? INITIATIVE : null;
}

/** The box of which two points are opposite corners. */
export function boxBetween(a: Point, b: Point): Box {
  return { x: Math.min(a[0], b[0]), y: Math.min(a[1], b[1]), w: Math.abs(a[0] - b[0]), h: Math.abs(a[1] - b[1]) };
}
