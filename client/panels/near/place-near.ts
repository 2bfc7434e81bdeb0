import { type Box, overlaps } from '../../../shared/geometry/box.ts';

/** Space between a panel and what it belongs to, CSS px: the handles for drawing ties stay free. */
const APART = 38;

/** Where a panel that goes with something on the cloth stands: its top left corner, CSS px. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Puts a panel of `size` near `target`, within `room`: on that side (above, below, right, left) where it covers least of
 * what is to be kept in sight; the earlier side when it makes no difference. Where it fits on none, in the top of the
 * room. Null when the target is out of the room.
 */
export function placeNear(
  target: Box,
  size: { readonly w: number; readonly h: number },
  room: Box,
  inSight: readonly Box[] = [],
): Place | null {
  if (!overlaps(target, room)) return null;
  const right = room.x + room.w - size.w;
  const bottom = room.y + room.h - size.h;
  const x = within(target.x + target.w / 2 - size.w / 2, room.x, right);
  const y = within(target.y + target.h / 2 - size.h / 2, room.y, bottom);
  const sides: readonly Place[] = [
    { x, y: target.y - APART - size.h },
    { x, y: target.y + target.h + APART },
    { x: target.x + target.w + APART, y },
    { x: target.x - APART - size.w, y },
  ];
  let best: Place | null = null;
  let least = Infinity;
  for (const side of sides) {
    if (side.x < room.x || side.x > right || side.y < room.y || side.y > bottom) continue;
    const covered = coveredBy({ ...side, ...size }, inSight);
    if (covered < least) {
      best = side;
      least = covered;
    }
  }
  return best ?? { x, y: room.y };
}

function coveredBy(panel: Box, boxes: readonly Box[]): number {
  return boxes.reduce((sum, box) => {
    const w = Math.min(panel.x + panel.w, box.x + box.w) - Math.max(panel.x, box.x);
    const h = Math.min(panel.y + panel.h, box.y + box.h) - Math.max(panel.y, box.y);
    return w > 0 && h > 0 ? sum + w * h : sum;
  }, 0);
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
