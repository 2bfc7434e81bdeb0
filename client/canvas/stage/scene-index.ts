import RBush from 'rbush';
import { type Box, sameBox } from '../../../shared/layout/box.ts';
import type { ItemShape, Scene, TieShape } from '../../../shared/layout/shapes.ts';
import { placesThatDiffer } from '../../../shared/model/replaced.ts';

/** What differs between two scenes. Before and after are both listed, so their boxes are what must be repainted. */
export interface SceneDifference {
  readonly items: readonly Changed<ItemShape>[];
  readonly ties: readonly Changed<TieShape>[];
  /** The sheet or a seat changed. */
  readonly ground: boolean;
  readonly initiative: boolean;
}

export interface Changed<T> {
  readonly before: T | null;
  readonly after: T | null;
}

interface Entry<T> {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  readonly shape: T;
  /** Place in the scene: what comes later lies on top. */
  order: number;
}

/** Past this part of a collection a tree is built anew rather than changed leaf by leaf. */
const REBUILD_FROM = 0.2;

/**
 * The shapes of the current scene by id, by place and by what they are tied to. Kept up to date by comparing shapes with
 * `===`, so that it costs what changed and not what is there.
 */
export class SceneIndex {
  readonly #items = new ShapeTree<ItemShape>((shape) => shape.extent);
  readonly #ties = new ShapeTree<TieShape>((shape) => shape.box);
  readonly #tiesOf = new Map<string, Set<TieShape>>();
  #scene: Scene | null = null;

  get scene(): Scene | null {
    return this.#scene;
  }

  update(scene: Scene): SceneDifference {
    const before = this.#scene;
    this.#scene = scene;
    const items = before?.items === scene.items ? [] : this.#items.update(scene.items);
    const ties = before?.ties === scene.ties ? [] : this.#ties.update(scene.ties);
    for (const change of ties) {
      if (change.before) this.#untie(change.before);
      if (change.after) this.#tie(change.after);
    }
    const ground = before?.sheet !== scene.sheet || before.seats !== scene.seats;
    return { items, ties, ground, initiative: before?.initiative !== scene.initiative };
  }

  item(id: string): ItemShape | null {
    return this.#items.get(id);
  }

  tie(id: string): TieShape | null {
    return this.#ties.get(id);
  }

  /** Ties that end at an item or the initiative. */
  tiesOf(id: string): Iterable<TieShape> {
    return this.#tiesOf.get(id) ?? [];
  }

  /** Items that meet any of these boxes (mm), each once, lowest first. */
  itemsIn(...boxes: readonly Box[]): ItemShape[] {
    return this.#items.within(boxes);
  }

  /** Ties whose box meets any of these boxes (mm), each once, lowest first. */
  tiesIn(...boxes: readonly Box[]): TieShape[] {
    return this.#ties.within(boxes);
  }

  #tie(tie: TieShape): void {
    for (const end of [tie.from, tie.to]) {
      const known = this.#tiesOf.get(end);
      if (known) known.add(tie);
      else this.#tiesOf.set(end, new Set([tie]));
    }
  }

  #untie(tie: TieShape): void {
    for (const end of [tie.from, tie.to]) this.#tiesOf.get(end)?.delete(tie);
  }
}

class ShapeTree<T extends { readonly id: string }> {
  readonly #boxOf: (shape: T) => Box;
  readonly #entries = new Map<string, Entry<T>>();
  readonly #tree = new RBush<Entry<T>>();
  /** The list last taken over: what stands in the same place there need not be looked up. */
  #last: readonly T[] = [];

  constructor(boxOf: (shape: T) => Box) {
    this.#boxOf = boxOf;
  }

  get(id: string): T | null {
    return this.#entries.get(id)?.shape ?? null;
  }

  within(boxes: readonly Box[]): T[] {
    const found = boxes.map(({ x, y, w, h }) => this.#tree.search({ minX: x, minY: y, maxX: x + w, maxY: y + h }));
    const entries = found.length === 1 ? (found[0] ?? []) : [...new Set(found.flat())];
    return entries.sort((a, b) => a.order - b.order).map((entry) => entry.shape);
  }

  update(shapes: readonly T[]): Changed<T>[] {
    const changes: Changed<T>[] = [];
    const fresh: Entry<T>[] = [];
    const stale: Entry<T>[] = [];
    const last = this.#last;
    this.#last = shapes;
    for (const order of placesThatDiffer(last, shapes) ?? shapes.keys()) {
      const shape = shapes[order];
      if (!shape || last[order] === shape) continue;
      const known = this.#entries.get(shape.id);
      if (known?.shape === shape) {
        known.order = order;
        continue;
      }
      if (known) stale.push(known);
      const entry = this.#entryOf(shape, order);
      fresh.push(entry);
      this.#entries.set(shape.id, entry);
      changes.push({ before: known?.shape ?? null, after: shape });
    }
    if (this.#entries.size > shapes.length) {
      const left = new Set(shapes.map((shape) => shape.id));
      for (const [id, entry] of this.#entries) {
        if (left.has(id)) continue;
        this.#entries.delete(id);
        stale.push(entry);
        changes.push({ before: entry.shape, after: null });
      }
    }
    this.#replace(stale, fresh);
    return changes;
  }

  #replace(stale: readonly Entry<T>[], fresh: readonly Entry<T>[]): void {
    if (stale.length + fresh.length > REBUILD_FROM * this.#entries.size) {
      this.#tree.clear().load([...this.#entries.values()]);
      return;
    }
    for (const entry of stale) this.#tree.remove(entry);
    for (const entry of fresh) this.#tree.insert(entry);
  }

  #entryOf(shape: T, order: number): Entry<T> {
    const { x, y, w, h } = this.#boxOf(shape);
    return { minX: x, minY: y, maxX: x + w, maxY: y + h, shape, order };
  }
}

/** The boxes that a difference leaves to be repainted, before and after alike. */
export function dirtyBoxes({ items, ties }: SceneDifference): Box[] {
  const boxes: Box[] = [];
  for (const { before, after } of items) {
    if (before) boxes.push(before.extent);
    if (after && !(before && sameBox(before.extent, after.extent))) boxes.push(after.extent);
  }
  for (const { before, after } of ties) {
    if (before) boxes.push(before.box);
    if (after) boxes.push(after.box);
  }
  return boxes;
}

/** Whether all that differs is the words of one item: what looks the same where these are not drawn. */
export function isOnlyWords({ items, ties, ground, initiative }: SceneDifference, id: string | null): boolean {
  if (ground || initiative || ties.length > 0) return false;
  return items.every(({ before, after }) => before?.id === id && after !== null && looksAlike(before, after));
}

/** But for its words. */
function looksAlike(before: ItemShape, after: ItemShape): boolean {
  const seen = ({ text, ...shape }: ItemShape) => JSON.stringify(shape);
  return seen(before) === seen(after);
}
