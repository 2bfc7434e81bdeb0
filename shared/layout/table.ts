import type { Point } from '../model/schema.ts';
import type { ClothSnapshot, Seat } from '../model/snapshot.ts';
import { layBoxes, type SheetBox } from './boxes.ts';
import type { Frame } from './frame.ts';
import { rectangleStretches } from './rectangle-table.ts';
import { roundStretches } from './round-table.ts';
import type { SheetShape } from './shapes.ts';
import { type Newcomers, type TableSize, tableSize } from './table-size.ts';

/** The sheet and who sits where: everything about a cloth's table that does not need its words. */
export interface TableLayout {
  readonly sheet: SheetShape;
  readonly size: TableSize;
  /** One per seat, in the order of the seats: clockwise from the top left. */
  readonly zones: readonly SeatZone[];
  /** Of a theme sheet, at which nobody has an edge of their own. */
  readonly boxes?: readonly SheetBox[];
}

/** A seat's own stretch of the edge. Lengths in mm, angles in radians. */
export interface SeatZone extends Stretch {
  readonly seat: Seat;
}

/** A stretch of the edge, before anyone sits there. */
export interface Stretch {
  readonly frame: Frame;
  /** The middle of its name, in the strip along the edge. */
  readonly at: Point;
  /** Clockwise turn of the name. */
  readonly angle: number;
  /** How far words are turned clockwise that stand upright for who sits here. */
  readonly facing: number;
  /** The longest a name may be. */
  readonly length: number;
  /** The line along this stretch, just inside the sheet's edge and clear of its neighbours', clockwise. */
  readonly hem: readonly Point[];
  /** Corners of the zone in front of the seat, from the edge to where the middle begins. */
  readonly zone: readonly Point[];
  /** Corners of all that lies before the seat, up to the middle of the cloth: where to go on when the zone is full. */
  readonly reach: readonly Point[];
}

/** By seats and size. Sizes go in steps, so there are few to a list of seats. */
const layouts = new WeakMap<ClothSnapshot['seats'], Map<string, TableLayout>>();

/**
 * Lays the table, for these `newcomers` too when some are about to be written. The same layout object comes back while
 * seats and size are the same.
 */
export function layTable(snapshot: ClothSnapshot, newcomers?: Newcomers): TableLayout {
  if (snapshot.meta.sheet === 'theme') return layBoxes(snapshot);
  const size = tableSize(snapshot, newcomers);
  const key = `${size.shape} ${size.width} ${size.height}`;
  let sizes = layouts.get(snapshot.seats);
  if (!sizes) {
    sizes = new Map();
    layouts.set(snapshot.seats, sizes);
  }
  const known = sizes.get(key);
  if (known) return known;
  const stretches =
    size.shape === 'round'
      ? roundStretches(snapshot.seats.length, size)
      : rectangleStretches(snapshot.seats.length, size);
  const zones = stretches.flatMap((stretch, at) => {
    const seat = snapshot.seats[at];
    return seat ? [{ ...stretch, seat }] : [];
  });
  const { width, height } = size;
  const sheet: SheetShape = {
    shape: size.shape,
    box: { x: -width / 2, y: -height / 2, w: width, h: height },
    corner: size.shape === 'round' ? width / 2 : 26,
  };
  const layout = { sheet, size, zones };
  sizes.set(key, layout);
  return layout;
}

export function zoneOf(layout: TableLayout, seatId: string | null): SeatZone | null {
  return layout.zones.find((zone) => zone.seat.id === seatId) ?? null;
}
