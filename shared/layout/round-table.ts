import type { Point } from '../model/schema.ts';
import type { Frame, Side } from './frame.ts';
import type { Stretch } from './table.ts';
import { HEM, type TableSize } from './table-size.ts';
import { shortTurn } from './turn.ts';

/** Points per arc: enough that no chord strays a millimetre from it on a table for 24. */
const ARC_POINTS = 24;
/** A name stands on a straight line within the arc: how far inside, half its height, and its air to the hem, mm. */
const NAME = { inside: 38, half: 11, air: 4 } as const;
const FULL_TURN = 2 * Math.PI;
/** The first seat begins at the top left, as on a rectangle. */
const FIRST_ANGLE = -0.75 * Math.PI;

/** The stretches of a round sheet's edge: equal arcs, clockwise from the top left. */
export function roundStretches(seats: number, { width, zoneDepth }: TableSize): Stretch[] {
  const radius = width / 2;
  const arc = FULL_TURN / Math.max(1, seats);
  // One alone sits at the bottom, two opposite each other above and below.
  const first = seats === 1 ? Math.PI / 2 - arc / 2 : seats === 2 ? -Math.PI : FIRST_ANGLE;
  return Array.from({ length: seats }, (_, at) => {
    const start = first + at * arc;
    const middle = start + arc / 2;
    return {
      frame: frameAt(middle, radius),
      at: polar(radius - NAME.inside, middle),
      angle: uprightAngle(middle),
      facing: shortTurn(middle - Math.PI / 2),
      length: nameLength(radius, arc),
      hem: arcPoints(radius - HEM.inside, start + HEM.gap / radius, arc - (2 * HEM.gap) / radius),
      zone: seats === 1 ? ring(start, arc, radius, 0) : ring(start, arc, radius, radius - zoneDepth),
      reach: ring(start, arc, radius, 0),
    };
  });
}

const polar = (radius: number, angle: number): Point => [radius * Math.cos(angle), radius * Math.sin(angle)];

/** How long a straight name may be before its ends come out of the arc, or of the seat's part of it. */
function nameLength(radius: number, arc: number): number {
  const [outer, line] = [radius - HEM.inside - NAME.air, radius - NAME.inside + NAME.half];
  const chord = 2 * Math.sqrt(Math.max(0, outer * outer - line * line));
  return Math.min(chord, arc * (radius - NAME.inside) - 2 * HEM.gap);
}

function arcPoints(radius: number, start: number, arc: number): Point[] {
  return Array.from({ length: ARC_POINTS + 1 }, (_, at) => polar(radius, start + (arc * at) / ARC_POINTS));
}

function ring(start: number, arc: number, outer: number, inner: number): Point[] {
  return [...arcPoints(outer, start, arc), ...(inner > 0 ? arcPoints(inner, start, arc).reverse() : [[0, 0] as const])];
}

/** Rows run level for who sits above or below, and up and down for who sits at a side: words always stand upright. */
function frameAt(angle: number, radius: number): Frame {
  const [x, y] = [Math.cos(angle), Math.sin(angle)];
  const side: Side = Math.abs(y) >= Math.abs(x) - 1e-9 ? (y < 0 ? 'top' : 'bottom') : x < 0 ? 'left' : 'right';
  return { side, edge: side === 'top' || side === 'left' ? -radius : radius };
}

/** Along the edge, tops towards the middle, but never upside down. */
function uprightAngle(angle: number): number {
  let turn = angle - Math.PI / 2;
  if (Math.cos(turn) < -1e-9) turn += Math.PI;
  return Math.atan2(Math.sin(turn), Math.cos(turn));
}
