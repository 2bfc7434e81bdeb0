import type { Point } from '../model/schema.ts';
import type { Box } from './box.ts';

/** A side of the table as seen on the screen. */
export type Side = 'top' | 'right' | 'bottom' | 'left';

/**
 * The cloth as one who sits at a side sees it: `u` runs along the edge (in reading order of the screen), `v` from the
 * edge towards the middle. Placing is written once, in these terms, for all four sides.
 */
export interface Frame {
  readonly side: Side;
  /** Where v is 0: the sheet's edge on that side, as y (top, bottom) or x (left, right), mm. */
  readonly edge: number;
}

/** A rectangle in a frame. */
export interface FrameBox {
  readonly u0: number;
  readonly u1: number;
  readonly v0: number;
  readonly v1: number;
}

const alongX = (side: Side) => side === 'top' || side === 'bottom';
const inward = (side: Side) => (side === 'top' || side === 'left' ? 1 : -1);

export function toFrame({ side, edge }: Frame, { x, y, w, h }: Box): FrameBox {
  const [u, du, from, dv] = alongX(side) ? [x, w, y, h] : [y, h, x, w];
  const v = inward(side) === 1 ? from - edge : edge - from - dv;
  return { u0: u, u1: u + du, v0: v, v1: v + dv };
}

export function pointToFrame({ side, edge }: Frame, [x, y]: Point): { u: number; v: number } {
  const [u, across] = alongX(side) ? [x, y] : [y, x];
  return { u, v: (across - edge) * inward(side) };
}

export function fromFrame({ side, edge }: Frame, u: number, v: number): Point {
  const across = edge + v * inward(side);
  return alongX(side) ? [u, across] : [across, u];
}

/** Extent of a w × h box along the edge (`du`) and away from it (`dv`). */
export function inFrame({ side }: Frame, w: number, h: number): { du: number; dv: number } {
  return alongX(side) ? { du: w, dv: h } : { du: h, dv: w };
}
