import type { Point } from '../../model/schema.ts';
import { type Box, boxAround, polygonBox, unionOf } from '../box.ts';
import type { ItemShape, SeatShape } from '../shapes.ts';
import type { TieEnd } from '../tie-path.ts';
import { turned } from '../turn.ts';

/** A convex piece of what stands in the way: a box turned about its middle, with so much more on all sides. mm. */
export interface Part {
  readonly x: number;
  readonly y: number;
  /** Half of the box's width and height; a circle has none. */
  readonly w: number;
  readonly h: number;
  readonly cos: number;
  readonly sin: number;
  /** What lies round the box: a circle's radius. */
  readonly round: number;
}

/** What a tie that does not end at it keeps clear of. */
export interface Barrier {
  readonly id: string;
  readonly parts: readonly Part[];
  readonly box: Box;
}

/** Lengths are rounded to this part of a mm: engines differ in the last digits of a cosine, and routes must not. */
const PER_MM = 1024;

const rounded = (value: number) => Math.round(value * PER_MM) / PER_MM;
const fine = (value: number) => Math.round(value * PER_MM ** 2) / PER_MM ** 2;

const known = new WeakMap<ItemShape | SeatShape, Barrier>();

/** An item with all that sticks out of it: its letters, the tail of its clarification, the marks of a question and a contact. */
export function itemBarrier(shape: ItemShape): Barrier {
  const before = known.get(shape);
  if (before) return before;
  const { centre, turn, badges, question, contact, tail } = shape;
  // What sticks out is given as it lies before the item is turned.
  const place = ([x, y]: Point): Point => {
    if (turn === 0) return [x, y];
    const [dx, dy] = turned([x - centre[0], y - centre[1]], turn);
    return [centre[0] + dx, centre[1] + dy];
  };
  const parts = [bodyOf(shape)];
  for (const badge of badges) parts.push(disc(place(badge.centre), badge.radius));
  if (contact) parts.push(disc(place(contact.centre), contact.radius));
  if (question) parts.push(disc(place(question.centre), question.radius));
  if (tail) {
    const { x, y, w, h } = polygonBox(tail);
    parts.push(slab(place([x + w / 2, y + h / 2]), w, h, turn));
  }
  const barrier = barrierOf(shape.id, parts);
  known.set(shape, barrier);
  return barrier;
}

/** A seat's name at the edge. */
export function seatBarrier(seat: SeatShape): Barrier {
  const before = known.get(seat);
  if (before) return before;
  const barrier = barrierOf(`seat ${seat.id}`, [slab(seat.at, seat.labelWidth, seat.fontSize, seat.angle)]);
  known.set(seat, barrier);
  return barrier;
}

/** Any circle or slip: the initiative, or a shape that somebody only thinks of. */
export function plainBarrier(id: string, end: TieEnd): Barrier {
  return barrierOf(id, [bodyOf(end)]);
}

/** Whether two keep a tie off just the same places. */
export function sameBarrier(a: Barrier, b: Barrier): boolean {
  return a === b || (a.parts.length === b.parts.length && a.parts.every((part, nth) => samePart(part, b.parts[nth])));
}

function samePart(a: Part, b: Part | undefined): boolean {
  return (
    a.x === b?.x &&
    a.y === b.y &&
    a.w === b.w &&
    a.h === b.h &&
    a.cos === b.cos &&
    a.sin === b.sin &&
    a.round === b.round
  );
}

function bodyOf({ box, radius, turn = 0 }: TieEnd): Part {
  const middle: Point = [box.x + box.w / 2, box.y + box.h / 2];
  return radius > 0 ? disc(middle, radius) : slab(middle, box.w, box.h, turn);
}

function disc([x, y]: Point, radius: number): Part {
  return { x: rounded(x), y: rounded(y), w: 0, h: 0, cos: 1, sin: 0, round: rounded(radius) };
}

function slab([x, y]: Point, w: number, h: number, turn: number): Part {
  const [cos, sin] = turn === 0 ? [1, 0] : [fine(Math.cos(turn)), fine(Math.sin(turn))];
  return { x: rounded(x), y: rounded(y), w: rounded(w / 2), h: rounded(h / 2), cos, sin, round: 0 };
}

function barrierOf(id: string, parts: readonly Part[]): Barrier {
  const boxes = parts.map(({ x, y, w, h, cos, sin, round }) =>
    boxAround(
      [x, y],
      2 * (w * Math.abs(cos) + h * Math.abs(sin) + round),
      2 * (w * Math.abs(sin) + h * Math.abs(cos) + round),
    ),
  );
  return { id, parts, box: unionOf(boxes) ?? { x: 0, y: 0, w: 0, h: 0 } };
}
