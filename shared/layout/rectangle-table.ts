import type { Point } from '../model/schema.ts';
import { type Frame, fromFrame, type Side } from './frame.ts';
import type { Stretch } from './table.ts';
import { HEM, NAME_STRIP, type TableSize } from './table-size.ts';

/** Clockwise from the top left. */
const CLOCKWISE: readonly Side[] = ['top', 'right', 'bottom', 'left'];
/** Who sits alone sits at the bottom, two sit opposite each other. */
const FILLED_FIRST: readonly Side[] = ['bottom', 'top', 'right', 'left'];

/** Sides are whole mm: lengths that differ by less are the same, or a seat would change its side when the sheet grows. */
const ROUNDED = 1;

/** How far words are turned that stand upright for who sits at a side. */
const FACING: Readonly<Record<Side, number>> = { bottom: 0, left: Math.PI / 2, top: Math.PI, right: -Math.PI / 2 };

/** How many sit at each side so that all have about the same length of edge: each next one where most is left. */
export function seatsPerSide(seats: number, width: number, height: number): Readonly<Record<Side, number>> {
  const counts: Record<Side, number> = { top: 0, right: 0, bottom: 0, left: 0 };
  const lengthOf = (side: Side) => (side === 'top' || side === 'bottom' ? width : height);
  for (let seat = 0; seat < seats; seat++) {
    const next = FILLED_FIRST.reduce((best, side) =>
      lengthOf(side) / (counts[side] + 1) > lengthOf(best) / (counts[best] + 1) + ROUNDED ? side : best,
    );
    counts[next]++;
  }
  return counts;
}

/** The stretches of a rectangular sheet's edge, clockwise from the top left. */
export function rectangleStretches(seats: number, size: TableSize): Stretch[] {
  const counts = seatsPerSide(seats, size.width, size.height);
  return CLOCKWISE.flatMap((side) => {
    const stretches = Array.from({ length: counts[side] }, (_, at) => stretchOf(side, at, counts[side], counts, size));
    return side === 'top' || side === 'right' ? stretches : stretches.reverse();
  });
}

function stretchOf(
  side: Side,
  at: number,
  of: number,
  counts: Readonly<Record<Side, number>>,
  { width, height, zoneDepth }: TableSize,
): Stretch {
  const horizontal = side === 'top' || side === 'bottom';
  const [long, across] = horizontal ? [width, height] : [height, width];
  const frame: Frame = { side, edge: side === 'top' || side === 'left' ? -across / 2 : across / 2 };
  const u0 = -long / 2 + (long * at) / of;
  const u1 = u0 + long / of;
  const [before, after]: [Side, Side] = horizontal ? ['left', 'right'] : ['top', 'bottom'];
  // A corner is shared with whoever sits round it, along the diagonal; with nobody there it is all one's own.
  const cutStart = at === 0 && counts[before] > 0;
  const cutEnd = at === of - 1 && counts[after] > 0;
  const corners = (depth: number): Point[] => {
    const start = cutStart ? Math.min(u0 + depth, u1) : u0;
    const end = cutEnd ? Math.max(u1 - depth, start) : u1;
    return [
      fromFrame(frame, u0, 0),
      fromFrame(frame, u1, 0),
      fromFrame(frame, end, depth),
      fromFrame(frame, start, depth),
    ];
  };
  return {
    frame,
    at: fromFrame(frame, (u0 + u1) / 2, NAME_STRIP / 2),
    angle: horizontal ? 0 : side === 'left' ? Math.PI / 2 : -Math.PI / 2,
    facing: FACING[side],
    // At a corner two strips meet.
    length: u1 - u0 - (cutStart || cutEnd ? 2 : 1) * NAME_STRIP,
    hem: [fromFrame(frame, u0 + HEM.gap, HEM.inside), fromFrame(frame, u1 - HEM.gap, HEM.inside)],
    zone: corners(Math.min(zoneDepth, cutStart && cutEnd ? long / 2 : long)),
    reach: corners(Math.min(across / 2, cutStart || cutEnd ? (u1 - u0) / (cutStart && cutEnd ? 2 : 1) : across / 2)),
  };
}
