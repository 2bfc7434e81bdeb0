import { type Box, overlaps } from '../../../shared/layout/box.ts';

/** Space between a panel and what it belongs to, CSS px: the handles for drawing ties stay free. */
const APART = 38;

/** Where a panel that goes with something on the cloth stands: its top left corner, CSS px. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A panel may slide this far along its side, as parts of its own width or height, and stand this much farther off, px. */
const SLIDES = [0, -0.25, 0.25, -0.5, 0.5] as const;
const FARTHER = [0, 40, 90] as const;
/** Every px away from the first choice weighs as much as covering so many px². */
const WORTH = 6;

/**
 * Puts a panel of `size` near `target`, within `room`: on that side (above, below, right, left) where it covers least of
 * what is to be kept in sight, a little aside or farther off where that helps; the earlier choice when it makes no
 * difference. Where it fits on none, at the side of the room where it covers least of the target. Null when the target is
 * out of the room.
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
  const inRoom = ({ x, y }: Place) => x >= room.x && x <= right && y >= room.y && y <= bottom;
  const near = inSight.filter((box) => overlaps(box, room));
  let best: Place | null = null;
  let least = Infinity;
  for (const off of FARTHER) {
    for (const slide of SLIDES) {
      const [aside, down] = [slide * size.w, slide * size.h];
      const sides = [
        { x: x + aside, y: target.y - APART - off - size.h, away: Math.abs(aside) },
        { x: x + aside, y: target.y + target.h + APART + off, away: Math.abs(aside) },
        { x: target.x + target.w + APART + off, y: y + down, away: Math.abs(down) },
        { x: target.x - APART - off - size.w, y: y + down, away: Math.abs(down) },
      ];
      for (const side of sides) {
        if (!inRoom(side)) continue;
        const cost = coveredBy({ ...side, ...size }, near) + WORTH * (off + side.away);
        if (cost >= least) continue;
        best = { x: side.x, y: side.y };
        least = cost;
      }
    }
  }
  return (
    best ??
    leastOver(target, size, [
      { x, y: room.y },
      { x, y: bottom },
      { x: right, y },
      { x: room.x, y },
    ])
  );
}

/** Of these places the one from which a panel covers least of the target; the first of equals. */
function leastOver(
  target: Box,
  size: { readonly w: number; readonly h: number },
  places: readonly [Place, ...Place[]],
): Place {
  const over = (place: Place) => coveredBy({ ...place, ...size }, [target]);
  return places.reduce((best, place) => (over(place) < over(best) ? place : best));
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
