import { type Box, grow, holds } from '../layout/box.ts';
import { middleShape } from '../layout/initiative-shape.ts';
import { shapesOf } from '../layout/obstacles.ts';
import type { ItemShape, Scene, SeatShape, SheetShape, TieShape } from '../layout/shapes.ts';
import { layTable, type TableLayout } from '../layout/table.ts';
import { placesThatDiffer } from '../model/replaced.ts';
import type { ClothSnapshot } from '../model/snapshot.ts';
import type { TextMeasure } from '../text/text-measure.ts';
import { asWritten } from './as-written.ts';
import { seatShape } from './seat-shape.ts';
import { signed } from './signed.ts';
import { newTieMemory, type TieMemory, tieShapes } from './tie-shapes.ts';
import { whileWritten } from './while-written.ts';

/** Whether words stand upright for one reader, or face the edge of who wrote them. */
export type Facing = 'upright' | 'asWritten';

/** Puts on a sheet what is printed there. */
export type Print = (snapshot: ClothSnapshot, layout: TableLayout, measure: TextMeasure) => SheetShape;

/** How a page shows the cloth. */
export interface Showing {
  readonly facing?: Facing;
  /** The items that somebody is writing at this moment. */
  readonly written?: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** The shapes of items, and the seats whose colours they bear. */
interface ItemList {
  readonly seats: ClothSnapshot['seats'];
  readonly shapes: readonly ItemShape[];
}

/** All that is kept between scenes made with one measure. Weak: it goes with the records it belongs to. */
interface Memory {
  readonly ties: TieMemory;
  readonly seats: WeakMap<TableLayout, readonly SeatShape[]>;
  readonly scenes: WeakMap<ClothSnapshot, Scene>;
  /** The list last made of a list of records: given again while all in it is the same. */
  readonly itemLists: WeakMap<ClothSnapshot['items'], ItemList>;
  bounded: (Bounded & { readonly bounds: Box }) | null;
}

const memories = { upright: new WeakMap<TextMeasure, Memory>(), asWritten: new WeakMap<TextMeasure, Memory>() };

function memoryOf(measure: TextMeasure, facing: Facing): Memory {
  let memory = memories[facing].get(measure);
  if (!memory) {
    memory = {
      ties: newTieMemory(),
      seats: new WeakMap(),
      scenes: new WeakMap(),
      itemLists: new WeakMap(),
      bounded: null,
    };
    memories[facing].set(measure, memory);
  }
  return memory;
}

/**
 * The picture of a snapshot, with what `print` puts on a sheet that has boxes. Every shape whose record (and, for a tie, whose
 * ends) did not change is the same object as in the last scene, so a rebuild after one change costs a walk over the records and
 * no measuring. Words stand upright for one reader, or each before its own edge (`asWritten`).
 */
export function sceneOf(
  snapshot: ClothSnapshot,
  measure: TextMeasure,
  print: Print | null,
  { facing = 'upright', written = NONE }: Showing = {},
): Scene {
  const memory = memoryOf(measure, facing);
  const atRest = written.size === 0;
  const layout = layTable(snapshot);
  const sheet = layout.boxes && print ? print(snapshot, layout, measure) : layout.sheet;
  const known = atRest ? memory.scenes.get(snapshot) : undefined;
  if (known?.sheet === sheet) return known;
  const { scale } = layout.size;
  const initiative = middleShape(snapshot, layout, measure);
  let seats = memory.seats.get(layout);
  if (!seats) {
    seats = layout.zones.map((zone) =>
      seatShape(facing === 'upright' ? zone : { ...zone, angle: zone.facing }, measure),
    );
    memory.seats.set(layout, seats);
  }
  const lists = atRest && facing === 'upright' ? memory.itemLists : null;
  const list = lists?.get(snapshot.items);
  let items = list?.seats === snapshot.seats ? list.shapes : undefined;
  if (!items) {
    const shapes = shapesOf(snapshot.items, measure, scale);
    const upright = signed(whileWritten(shapes, snapshot.items, written, measure, scale), snapshot);
    items = facing === 'upright' ? upright : asWritten(upright, snapshot, seats, initiative);
    lists?.set(snapshot.items, { seats: snapshot.seats, shapes: items });
  }
  const ties = tieShapes(snapshot.ties, { items, initiative, seats, sheet }, memory.ties);
  const bounds = boundsOf({ sheet: sheet.box, items, ties }, memory);
  const scene: Scene = { bounds, sheet, seats, initiative, items, ties };
  if (atRest) memory.scenes.set(snapshot, scene);
  return scene;
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
