import { INITIATIVE } from '../cloth/schema.ts';
import type { ClothSnapshot, Tie } from '../cloth/snapshot.ts';
import type { Box } from '../geometry/box.ts';
import { shapesOf } from '../geometry/obstacles.ts';
import { layTable, type TableLayout } from '../geometry/table.ts';
import { curveBox, type TieEnd, tiePath } from '../geometry/tie-path.ts';
import { asWritten } from './as-written.ts';
import { initiativeShape } from './initiative-shape.ts';
import type { ItemShape, Scene, SeatShape, TieShape } from './scene.ts';
import { seatShape } from './seat-shape.ts';
import type { TextMeasure } from './text-measure.ts';

/** What a tie was last drawn between; its shape is good as long as both ends are the very same shapes. */
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
}

/** Whether words stand upright for one reader, or face the edge of who wrote them. */
export type Facing = 'upright' | 'asWritten';

/** All that is kept between scenes made with one measure. Weak: it goes with the records it belongs to. */
interface Memory {
  /** What the ties were last worked out from, and what came of it. */
  tied: Tied | null;
  readonly ties: WeakMap<Tie, KnownTie>;
  readonly seats: WeakMap<TableLayout, readonly SeatShape[]>;
  readonly scenes: WeakMap<ClothSnapshot, Scene>;
  /** The lists last made of a list of records: given again while all in them is the same. */
  readonly itemLists: WeakMap<ClothSnapshot['items'], readonly ItemShape[]>;
  readonly tieLists: WeakMap<ClothSnapshot['ties'], readonly TieShape[]>;
}

const memories = { upright: new WeakMap<TextMeasure, Memory>(), asWritten: new WeakMap<TextMeasure, Memory>() };

function memoryOf(measure: TextMeasure, facing: Facing): Memory {
  let memory = memories[facing].get(measure);
  if (!memory) {
    memory = {
      tied: null,
      ties: new WeakMap(),
      seats: new WeakMap(),
      scenes: new WeakMap(),
      itemLists: new WeakMap(),
      tieLists: new WeakMap(),
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
export function buildScene(snapshot: ClothSnapshot, measure: TextMeasure, facing: Facing = 'upright'): Scene {
  const memory = memoryOf(measure, facing);
  const known = memory.scenes.get(snapshot);
  if (known) return known;
  const layout = layTable(snapshot);
  const initiative = initiativeShape(snapshot.initiative, layout.size.scale, measure);
  let seats = memory.seats.get(layout);
  if (!seats) {
    seats = layout.zones.map((zone) =>
      seatShape(facing === 'upright' ? zone : { ...zone, angle: zone.facing }, measure),
    );
    memory.seats.set(layout, seats);
  }
  let items = facing === 'upright' ? memory.itemLists.get(snapshot.items) : undefined;
  if (!items) {
    const upright = shapesOf(snapshot.items, measure);
    items = facing === 'upright' ? upright : asWritten(upright, snapshot, seats, initiative);
    memory.itemLists.set(snapshot.items, items);
  }
  const ties = tieShapes(snapshot, items, initiative, memory);
  const bounds = boundsOf(layout.sheet.box, items, ties);
  const scene: Scene = { bounds, sheet: layout.sheet, seats, initiative, items, ties };
  memory.scenes.set(snapshot, scene);
  return scene;
}

function tieShapes(
  snapshot: ClothSnapshot,
  items: readonly ItemShape[],
  initiative: TieEnd,
  memory: Memory,
): readonly TieShape[] {
  const moved = movedSince(memory.tied, snapshot.ties, items, initiative);
  if (moved && memory.tied && !snapshot.ties.some(({ from, to }) => moved.has(from) || moved.has(to))) {
    memory.tied = { ...memory.tied, items };
    return memory.tied.shapes;
  }
  const byItem = new Map<string, ItemShape>();
  for (const shape of items) byItem.set(shape.id, shape);
  const endOf = (id: string) => (id === INITIATIVE ? initiative : byItem.get(id));
  const shapes: TieShape[] = [];
  for (const tie of snapshot.ties) {
    const from = endOf(tie.from);
    const to = endOf(tie.to);
    if (!from || !to) continue;
    const last = memory.ties.get(tie);
    if (last && last.from === from && last.to === to) {
      shapes.push(last.shape);
      continue;
    }
    const other = tie.from === INITIATIVE ? tie.to : tie.to === INITIATIVE ? tie.from : null;
    const direct = other !== null && byItem.get(other)?.kind === 'ingredient';
    const shape = tieShape(tie, from, to, direct);
    memory.ties.set(tie, { from, to, shape });
    shapes.push(shape);
  }
  const before = memory.tieLists.get(snapshot.ties);
  const same = before?.length === shapes.length && before.every((shape, at) => shape === shapes[at]);
  const made = same ? before : shapes;
  memory.tieLists.set(snapshot.ties, made);
  memory.tied = { ties: snapshot.ties, items, initiative, shapes: made };
  return made;
}

/**
 * Ids of the items whose shapes differ from those the ties were last worked out from; null when ties came or went, or items
 * did, and everything is to be looked at again.
 */
function movedSince(
  tied: Tied | null,
  ties: ClothSnapshot['ties'],
  items: readonly ItemShape[],
  initiative: TieEnd,
): ReadonlySet<string> | null {
  if (tied?.ties !== ties || tied.initiative !== initiative || tied.items.length !== items.length) return null;
  const moved = new Set<string>();
  for (let at = 0; at < items.length; at++) {
    const [before, now] = [tied.items[at], items[at]];
    if (before === now) continue;
    if (!now || before?.id !== now.id) return null;
    moved.add(now.id);
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

/** In one go over plain numbers: this is done for thousands of shapes after every change. */
function boundsOf(sheet: Box, items: readonly ItemShape[], ties: readonly TieShape[]): Box {
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
