import { type Box, boxAround, cornersOf, overlaps, polygonBox } from '../layout/box.ts';
import { nearestFree } from '../layout/free-place.ts';
import { shiftItem } from '../layout/item-shape.ts';
import type { InitiativeShape, ItemShape, SeatShape } from '../layout/shapes.ts';
import { turned } from '../layout/turn.ts';
import type { ClothSnapshot } from '../model/snapshot.ts';

/** What a shape became when it was last turned, in its place and beside it: given again while it lies so. */
const inPlace = new WeakMap<ItemShape, ItemShape>();
const beside = new WeakMap<ItemShape, ItemShape>();

/**
 * The items as they lie on a table that people sit round: each one's words face the edge of who wrote them. Words of who
 * sits at a side are laid under each other for a reader in front of the screen, and turned they would cover each other:
 * those, oldest first, go to the nearest free place instead. What everybody made together stands as it stood.
 */
export function asWritten(
  shapes: readonly ItemShape[],
  { items }: ClothSnapshot,
  seats: readonly SeatShape[],
  initiative: InitiativeShape,
): readonly ItemShape[] {
  const facings = new Map(seats.map(({ id, facing }) => [id, facing]));
  const turns = items.map(({ kind, seat }) => (kind === 'ingredient' && seat !== null ? (facings.get(seat) ?? 0) : 0));
  const sideways = (at: number) => Math.abs(Math.sin(turns[at] ?? 0)) > 1e-6;
  const result = shapes.map((shape, at) => (sideways(at) ? shape : turnedShape(shape, turns[at] ?? 0)));
  const names = seats.map(({ box }) => box);
  const taken: Box[] = [
    initiative.box,
    ...names,
    ...result.filter((_, at) => !sideways(at)).map(({ extent }) => extent),
  ];
  shapes.forEach((shape, at) => {
    if (!sideways(at)) return;
    const lying = turnedShape(shape, turns[at] ?? 0);
    const placed = taken.some((box) => overlaps(box, lying.extent)) ? moved(shape, lying, taken) : lying;
    taken.push(placed.extent);
    result[at] = placed;
  });
  return result;
}

function moved(shape: ItemShape, lying: ItemShape, taken: readonly Box[]): ItemShape {
  const { w, h } = lying.extent;
  const [x, y] = nearestFree([lying.extent.x + w / 2, lying.extent.y + h / 2], w, h, taken);
  const [dx, dy] = [x - w / 2 - lying.extent.x, y - h / 2 - lying.extent.y];
  return turnedShape(shape, lying.turn, dx, dy);
}

function turnedShape(shape: ItemShape, turn: number, dx = 0, dy = 0): ItemShape {
  if (turn === 0) return shape;
  const known = dx === 0 && dy === 0 ? inPlace : beside;
  const last = known.get(shape);
  if (
    last &&
    last.turn === turn &&
    last.centre[0] === shape.centre[0] + dx &&
    last.centre[1] === shape.centre[1] + dy
  ) {
    return last;
  }
  const { centre, extent } = shape;
  const corners = cornersOf(extent).map(([x, y]) => turned([x - centre[0], y - centre[1]], turn));
  const { x, y, w, h } = polygonBox(corners);
  const around = boxAround([centre[0] + x + w / 2, centre[1] + y + h / 2], w, h);
  const made = shiftItem({ ...shape, turn, extent: around }, dx, dy);
  known.set(shape, made);
  return made;
}
