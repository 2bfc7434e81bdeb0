import type { ClothSnapshot, Seat } from '../model/snapshot.ts';
import { layTable, type SeatZone, type TableLayout } from './table.ts';

/** Words that must be turned another way weigh more than any way along an edge, which is at most 1 across the sheet. */
const ROUND_THE_CORNER = 100;

/**
 * The order at the table of a further seat: between those two that leave room for it, so that nobody who sits already
 * comes to sit at another side, away from the words before them, and all move up as little as can be. Often a fraction.
 */
export function orderOfNewSeat(snapshot: ClothSnapshot): number {
  const { seats } = snapshot;
  const [first, last] = [seats[0], seats[seats.length - 1]];
  if (!first || !last) return 0;
  const before = layTable(snapshot);
  const after = layTable({ ...snapshot, seats: [...seats, NEWCOMER] });
  let best = { at: seats.length, cost: Infinity };
  for (let at = seats.length; at >= 0; at--) {
    const cost = before.zones.reduce(
      (sum, zone, nth) => sum + moving(zone, before, after, nth < at ? nth : nth + 1),
      0,
    );
    if (cost < best.cost - 1e-9) best = { at, cost };
  }
  const [left, right] = [seats[best.at - 1], seats[best.at]];
  if (!left) return first.order - 1;
  return right ? (left.order + right.order) / 2 : last.order + 1;
}

/** Stands for the seat that is to come: only that it is one more counts. */
const NEWCOMER: Seat = { id: '', name: '', order: 0, colour: '#000000', holder: null };

/** How much it is for whoever sits at a zone to sit at that place of the new table, measured in sheets. */
function moving(zone: SeatZone, before: TableLayout, after: TableLayout, place: number): number {
  const next = after.zones[place];
  if (!next) return Infinity;
  const x = zone.at[0] / before.size.width - next.at[0] / after.size.width;
  const y = zone.at[1] / before.size.height - next.at[1] / after.size.height;
  // At a round table there are no corners: the way along the edge is all there is.
  const turned = after.size.shape === 'rectangle' && zone.frame.side !== next.frame.side;
  return x * x + y * y + (turned ? ROUND_THE_CORNER : 0);
}
