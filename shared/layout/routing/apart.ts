import type { Part } from './barrier.ts';

/**
 * How far a straight piece stays from a part, mm: below 0 it enters it, by about as much. Nothing but sums and square
 * roots, which all engines work out alike; and no lists, for this is worked out thousands of times for one picture.
 */
export function apartFrom(part: Part, ax: number, ay: number, bx: number, by: number): number {
  const px = ax - part.x;
  const py = ay - part.y;
  const qx = bx - part.x;
  const qy = by - part.y;
  if (part.w === 0) return Math.sqrt(fromPiece(0, 0, px, py, qx, qy)) - part.round;
  const { cos, sin } = part;
  const from = fromBox(
    part.w,
    part.h,
    px * cos + py * sin,
    py * cos - px * sin,
    qx * cos + qy * sin,
    qy * cos - qx * sin,
  );
  return from - part.round;
}

/** From a point to a straight piece, squared. */
function fromPiece(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length;
  const part = along < 0 ? 0 : along > 1 ? 1 : along;
  const ex = ax + dx * part - x;
  const ey = ay + dy * part - y;
  return ex * ex + ey * ey;
}

/** From a box about the origin to a straight piece; of what runs through it, how deep its middle lies. */
function fromBox(w: number, h: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  // The stretch of the piece between both pairs of sides.
  let enters = 0;
  let leaves = 1;
  if (dx !== 0) {
    const one = (-w - ax) / dx;
    const other = (w - ax) / dx;
    enters = Math.max(enters, Math.min(one, other));
    leaves = Math.min(leaves, Math.max(one, other));
  } else if (ax < -w || ax > w) leaves = -1;
  if (dy !== 0) {
    const one = (-h - ay) / dy;
    const other = (h - ay) / dy;
    enters = Math.max(enters, Math.min(one, other));
    leaves = Math.min(leaves, Math.max(one, other));
  } else if (ay < -h || ay > h) leaves = -1;
  if (enters <= leaves) {
    const middle = (enters + leaves) / 2;
    return Math.max(Math.abs(ax + dx * middle) - w, Math.abs(ay + dy * middle) - h);
  }
  const least = Math.min(
    fromPiece(-w, -h, ax, ay, bx, by),
    fromPiece(w, -h, ax, ay, bx, by),
    fromPiece(w, h, ax, ay, bx, by),
    fromPiece(-w, h, ax, ay, bx, by),
    outside(w, h, ax, ay),
    outside(w, h, bx, by),
  );
  return Math.sqrt(least);
}

/** From a box about the origin to a point, squared. */
function outside(w: number, h: number, x: number, y: number): number {
  const dx = Math.max(0, Math.abs(x) - w);
  const dy = Math.max(0, Math.abs(y) - h);
  return dx * dx + dy * dy;
}
