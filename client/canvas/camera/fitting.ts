import type { Box } from '../../../shared/layout/box.ts';

/** A little air round what is shown, mm. */
export function padded(box: Box, by = 0.06 * Math.max(box.w, box.h)): Box {
  return { x: box.x - by, y: box.y - by, w: box.w + 2 * by, h: box.h + 2 * by };
}

/** How much of a distance aside can be undone with so much room to spare, either way. */
export function nearer(aside: number, spare: number): number {
  return Math.sign(aside) * Math.min(Math.abs(aside), Math.max(0, spare));
}

/** How far a window must move along one axis to hold a stretch. */
export function shortfall(at: number, length: number, window: number, windowLength: number): number {
  if (at < window) return at - window;
  return Math.max(0, at + length - window - windowLength);
}

export function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}
