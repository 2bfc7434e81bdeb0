import { placesThatDiffer, replaceAt } from '../cloth/replaced.ts';
import { INITIATIVE } from '../cloth/schema.ts';
import type { ClothSnapshot, Tie } from '../cloth/snapshot.ts';
import { type Box, grow, holds, sameBox } from '../geometry/box.ts';
import { shapesOf } from '../geometry/obstacles.ts';
import { layTable, type TableLayout } from '../geometry/table.ts';
import { curveBox, type TieEnd, tiePath } from '../geometry/tie-path.ts';
import { asWritten } from './as-written.ts';
import { initiativeShape } from './initiative-shape.ts';
import type { ItemShape, Scene, SeatShape, TieShape } from './scene.ts';
import { seatShape } from './seat-shape.ts';
import type { TextMeasure } from './text-measure.ts';
import { whileWritten } from './while-written.ts';

/** What a tie was last drawn between; its shape is good as long as both ends lie as they did. */
interface KnownTie {
  readonly from: TieEnd;
  readonly to: TieEnd;
  readonly shape: TieShape;
}

interface Tied {
  readonly ties: ClothSnapshot['ties'];
  readonly items: readonly ItemShape[];
  readonly initiative: TieEnd;
  readonly shapes: readonly TieShape[];
  /** At which places of `shapes` the ties of an item, or of the initiative, stand. */
  readonly at: ReadonlyMap<string, readonly number[]>;
}

/** Whether words stand upright for one reader, or face the edge of who wrote them. */
export type Facing = 'upright' | 'asWritten';

/** How a page shows the cloth. */
export interface Showing {
  readonly facing?: Facing;
  /** The items that somebody is writing at this moment. */
  readonly written?: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** All that is kept between scenes made with one measure. Weak: it goes with the records it belongs to. */
interface Memory {
  /** What the ties were last worked out from, and what came of it. */
  tied: Tied | null;
  readonly ties: WeakMap<Tie, KnownTie>;
  /** What a shape was made of. */
  readonly ends: WeakMap<TieShape, { readonly tie: Tie; readonly from: TieEnd; readonly to: TieEnd }>;
  readonly seats: WeakMap<TableLayout, readonly SeatShape[]>;
  readonly scenes: WeakMap<ClothSnapshot, Scene>;
  /** The lists last made of a list of records: given again while all in them is the same. */
  readonly itemLists: WeakMap<ClothSnapshot['items'], readonly ItemShape[]>;
  readonly tieLists: WeakMap<ClothSnapshot['ties'], readonly TieShape[]>;
  bounded: (Bounded & { readonly bounds: Box }) | null;
}

const memories = { upright: new WeakMap<TextMeasure, Memory>(), asWritten: new WeakMap<TextMeasure, Memory>() };

function memoryOf(measure: TextMeasure, facing: Facing): Memory {
  let memory = memories[facing].get(measure);
  if (!memory) {
    memory = {
      tied: null,
      ties: new WeakMap(),
      ends: new WeakMap(),
      seats: new WeakMap(),
      scenes: new WeakMap(),
      itemLists: new WeakMap(),
      tieLists: new WeakMap(),
      bounded: null,
    };
    memories[facing].set(measure, memory);
  }
  return memory;
}

/**
 * The picture of a snapshot. Every shape whose record (and, for a tie, whose ends) did not change is the same object as
 * in the last scene, so a rebuild after one change costs a walk over the records and no measuring. Words stand upright
 * for one reader, or each before its own edge (`asWritten`).
 */
export function buildScene(
  snapshot: ClothSnapshot,
  measure: TextMeasure,
  { facing = 'upright', written = NONE }: Showing = {},
): Scene {
  const memory = memoryOf(measure, facing);
  const atRest = written.size === 0;
  const known = atRest ? memory.scenes.get(snapshot) : undefined;
  if (known) return known;
  const layout = layTable(snapshot);
  const { scale } = layout.size;
  const initiative = initiativeShape(snapshot.initiative, scale, measure);
  let seats = memory.seats.get(layout);
  if (!seats) {
    seats = layout.zones.map((zone) =>
      seatShape(facing === 'upright' ? zone : { ...zone, angle: zone.facing }, measure),
    );
    memory.seats.set(layout, seats);
  }
  const lists = atRest && facing === 'upright' ? memory.itemLists : null;
  let items = lists?.get(snapshot.items);
  if (!items) {
    const upright = whileWritten(shapesOf(snapshot.items, measure, scale), snapshot.items, written, measure, scale);
    items = facing === 'upright' ? upright : asWritten(upright, snapshot, seats, initiative);
    lists?.set(snapshot.items, items);
  }
  const ties = tieShapes(snapshot, items, initiative, memory);
  const bounds = boundsOf({ sheet: layout.sheet.box, items, ties }, memory);
  const scene: Scene = { bounds, sheet: layout.sheet, seats, initiative, items, ties };
  if (atRest) memory.scenes.set(snapshot, scene);
  return scene;
}

function tieShapes(
  snapshot: ClothSnapshot,
  items: readonly ItemShape[],
  initiative: TieEnd,
  memory: Memory,
): readonly TieShape[] {
  const { tied } = memory;
  const moved = movedSince(tied, snapshot.ties, items, initiative);
  if (tied && moved) {
    const shapes = moved.size === 0 ? tied.shapes : tiedAgain(tied, moved, memory);
    memory.tied = { ...tied, items, shapes };
    return shapes;
  }
  const byItem = new Map<string, ItemShape>();
  for (const shape of items) byItem.set(shape.id, shape);
  const endOf = (id: string) => (id === INITIATIVE ? initiative : byItem.get(id));
  const shapes: TieShape[] = [];
  const at = new Map<string, number[]>();
  for (const tie of snapshot.ties) {
    const from = endOf(tie.from);
    const to = endOf(tie.to);
    if (!from || !to) continue;
    for (const end of [tie.from, tie.to]) {
      const known = at.get(end);
      if (known) known.push(shapes.length);
      else at.set(end, [shapes.length]);
    }
    const other = tie.from === INITIATIVE ? tie.to : tie.to === INITIATIVE ? tie.from : null;
    const direct = other !== null && byItem.get(other)?.kind === 'ingredient';
    shapes.push(knownShape(tie, { from, to, direct }, memory));
  }
  const before = memory.tieLists.get(snapshot.ties);
  const same = before?.length === shapes.length && before.every((shape, nth) => shape === shapes[nth]);
  const made = same ? before : shapes;
  memory.tieLists.set(snapshot.ties, made);
  memory.tied = { ties: snapshot.ties, items, initiative, shapes: made, at };
  return made;
}

/** The ties anew where an end moved; all others as they were, without being looked at. */
function tiedAgain(tied: Tied, moved: ReadonlyMap<string, ItemShape>, memory: Memory): readonly TieShape[] {
  const again = new Map<number, TieShape>();
  for (const id of moved.keys()) {
    for (const at of tied.at.get(id) ?? []) {
      const before = tied.shapes[at];
      const ends = before && memory.ends.get(before);
      if (!ends) continue;
      const [from, to] = [moved.get(before.from) ?? ends.from, moved.get(before.to) ?? ends.to];
      const own = moved.get(before.from === INITIATIVE ? before.to : before.from);
      const toMiddle = before.from === INITIATIVE || before.to === INITIATIVE;
      const direct = toMiddle && own ? own.kind === 'ingredient' : before.direct;
      again.set(at, knownShape(ends.tie, { from, to, direct }, memory));
    }
  }
  return replaceAt(tied.shapes, again);
}

/** The shape last made for a tie if it is between the same ends still, else a new one. */
function knownShape(
  tie: Tie,
  { from, to, direct }: { readonly from: TieEnd; readonly to: TieEnd; readonly direct: boolean },
  { ties, ends }: Memory,
): TieShape {
  const last = ties.get(tie);
  const same = last && liesAs(last.from, from) && liesAs(last.to, to);
  const shape = same ? last.shape : tieShape(tie, from, to, direct);
  ties.set(tie, { from, to, shape });
  ends.set(shape, { tie, from, to });
  return shape;
}

/** Whether an end lies as it did: while words are written in the room they have, all that changes is the words. */
function liesAs(before: TieEnd, now: TieEnd): boolean {
  return before === now || (sameBox(before.box, now.box) && before.radius === now.radius && before.turn === now.turn);
}

/**
 * The items of which the shapes differ from those the ties were last worked out from; null when ties came or went, or items
 * did, and everything is to be looked at again.
 */
function movedSince(
  tied: Tied | null,
  ties: ClothSnapshot['ties'],
  items: readonly ItemShape[],
  initiative: TieEnd,
): ReadonlyMap<string, ItemShape> | null {
  const places = tied?.ties === ties && tied.initiative === initiative ? placesThatDiffer(tied.items, items) : null;
  if (!tied || !places) return null;
  const moved = new Map<string, ItemShape>();
  for (const at of places) {
    const now = items[at];
    if (!now || tied.items[at]?.id !== now.id) return null;
    moved.set(now.id, now);
  }
  return moved;
}

/** One tie as it is drawn; for previews of a drag give the shifted ends. */
export function tieShape(
  tie: Pick<Tie, 'id' | 'from' | 'to' | 'expected'>,
  from: TieEnd,
  to: TieEnd,
  direct: boolean,
): TieShape {
  const path = tiePath(from, to);
  return { id: tie.id, from: tie.from, to: tie.to, path, box: curveBox(path), expected: tie.expected, direct };
}

/** What bounds were last worked out from. */
interface Bounded {
  readonly sheet: Box;
  readonly items: readonly ItemShape[];
  readonly ties: readonly TieShape[];
}

/** The bounds of all, in one go over plain numbers; where only shapes in their midst differ, the last ones still hold. */
function boundsOf(now: Bounded, memory: Memory): Box {
  const { bounded } = memory;
  const same = bounded && bounded.sheet === now.sheet && midstOf(bounded, now) ? bounded.bounds : null;
  const bounds = same ?? boundsOfAll(now);
  memory.bounded = { ...now, bounds };
  return bounds;
}

/** By how much a shape is clear of the bounds, mm: what reaches them may, rounded, seem to lie just within. */
const CLEAR = 1;

/** Whether all that differs lies clear of the bounds, before and after. */
function midstOf(before: Bounded & { readonly bounds: Box }, now: Bounded): boolean {
  const within = grow(before.bounds, -CLEAR);
  const clear = (box: Box | undefined) => !box || holds(within, box);
  const items = placesThatDiffer(before.items, now.items);
  const ties = placesThatDiffer(before.ties, now.ties);
  return (
    items !== null &&
    ties !== null &&
    items.every((at) => clear(before.items[at]?.extent) && clear(now.items[at]?.extent)) &&
    ties.every((at) => clear(before.ties[at]?.box) && clear(now.ties[at]?.box))
  );
}

function boundsOfAll({ sheet, items, ties }: Bounded): Box {
  let left = sheet.x;
  let top = sheet.y;
  let right = sheet.x + sheet.w;
  let bottom = sheet.y + sheet.h;
  const take = ({ x, y, w, h }: Box) => {
    if (x < left) left = x;
    if (y < top) top = y;
    if (x + w > right) right = x + w;
    if (y + h > bottom) bottom = y + h;
  };
  for (const { extent } of items) take(extent);
  for (const { box } of ties) take(box);
  return { x: left, y: top, w: right - left, h: bottom - top };
}
