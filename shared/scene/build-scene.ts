import { INITIATIVE } from '../cloth/schema.ts';
import type { ClothSnapshot, Tie } from '../cloth/snapshot.ts';
import { type Box, unionOf } from '../geometry/box.ts';
import { shapeOf } from '../geometry/obstacles.ts';
import { layTable, type TableLayout } from '../geometry/table.ts';
import { curveBox, type TieEnd, tiePath } from '../geometry/tie-path.ts';
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

/** All that is kept between scenes made with one measure. Weak: it goes with the records it belongs to. */
interface Memory {
  readonly ties: WeakMap<Tie, KnownTie>;
  readonly seats: WeakMap<TableLayout, readonly SeatShape[]>;
  readonly scenes: WeakMap<ClothSnapshot, Scene>;
}

const memories = new WeakMap<TextMeasure, Memory>();

function memoryOf(measure: TextMeasure): Memory {
  let memory = memories.get(measure);
  if (!memory) {
    memory = { ties: new WeakMap(), seats: new WeakMap(), scenes: new WeakMap() };
    memories.set(measure, memory);
  }
  return memory;
}

/**
 * The picture of a snapshot. Every shape whose record (and, for a tie, whose ends) did not change is the same object as
 * in the last scene, so a rebuild after one change costs a walk over the records and no measuring.
 */
export function buildScene(snapshot: ClothSnapshot, measure: TextMeasure): Scene {
  const memory = memoryOf(measure);
  const known = memory.scenes.get(snapshot);
  if (known) return known;
  const layout = layTable(snapshot);
  const initiative = initiativeShape(snapshot.initiative, layout.size.scale, measure);
  const items: ItemShape[] = [];
  const ends = new Map<string, TieEnd>([[INITIATIVE, initiative]]);
  const ingredients = new Set<string>();
  for (const item of snapshot.items) {
    const shape = shapeOf(item, measure);
    items.push(shape);
    ends.set(item.id, shape);
    if (item.kind === 'ingredient') ingredients.add(item.id);
  }
  const ties: TieShape[] = [];
  for (const tie of snapshot.ties) {
    const from = ends.get(tie.from);
    const to = ends.get(tie.to);
    if (!from || !to) continue;
    const last = memory.ties.get(tie);
    if (last && last.from === from && last.to === to) {
      ties.push(last.shape);
      continue;
    }
    const other = tie.from === INITIATIVE ? tie.to : tie.to === INITIATIVE ? tie.from : null;
    const shape = tieShape(tie, from, to, other !== null && ingredients.has(other));
    memory.ties.set(tie, { from, to, shape });
    ties.push(shape);
  }
  let seats = memory.seats.get(layout);
  if (!seats) {
    seats = layout.zones.map((zone) => seatShape(zone, measure));
    memory.seats.set(layout, seats);
  }
  const scene: Scene = {
    bounds: boundsOf(layout.sheet.box, items, ties),
    sheet: layout.sheet,
    seats,
    initiative,
    items,
    ties,
  };
  memory.scenes.set(snapshot, scene);
  return scene;
}

/** One tie as it is drawn; for previews of a drag give the shifted ends. */
export function tieShape(tie: Pick<Tie, 'id' | 'from' | 'to'>, from: TieEnd, to: TieEnd, direct: boolean): TieShape {
  const path = tiePath(from, to);
  return { id: tie.id, from: tie.from, to: tie.to, path, box: curveBox(path), direct };
}

function boundsOf(sheet: Box, items: readonly ItemShape[], ties: readonly TieShape[]): Box {
  const boxes = [sheet];
  for (const { extent } of items) boxes.push(extent);
  for (const { box } of ties) boxes.push(box);
  return unionOf(boxes) ?? sheet;
}
