import { type Ground, liesAs } from '../layout/routing/network.ts';
import type { ItemShape, TieShape } from '../layout/shapes.ts';
import { type TieEnd, tiePath } from '../layout/tie-path.ts';
import { placesThatDiffer, replaceAt } from '../model/replaced.ts';
import { INITIATIVE } from '../model/schema.ts';
import type { ClothSnapshot, Tie } from '../model/snapshot.ts';
import { tieShape } from './tie-shape.ts';

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

/** What is kept between the lists of ties of one cloth. */
export interface PlainMemory {
  /** What the ties were last worked out from, and what came of it. */
  tied: Tied | null;
  readonly ties: WeakMap<Tie, KnownTie>;
  /** What a shape was made of. */
  readonly ends: WeakMap<TieShape, { readonly tie: Tie; readonly from: TieEnd; readonly to: TieEnd }>;
  readonly lists: WeakMap<ClothSnapshot['ties'], readonly TieShape[]>;
}

export function newPlainMemory(): PlainMemory {
  return { tied: null, ties: new WeakMap(), ends: new WeakMap(), lists: new WeakMap() };
}

/**
 * The ties of a cloth too full to look for ways round: each a curve from end to end, made anew only where an end moved. One
 * change costs what it touches and not what is there.
 */
export function plainTies(
  ties: ClothSnapshot['ties'],
  { items, initiative }: Pick<Ground, 'items' | 'initiative'>,
  memory: PlainMemory,
): readonly TieShape[] {
  const { tied } = memory;
  const moved = movedSince(tied, ties, items, initiative);
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
  for (const tie of ties) {
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
  const before = memory.lists.get(ties);
  const same = before?.length === shapes.length && before.every((shape, nth) => shape === shapes[nth]);
  const made = same ? before : shapes;
  memory.lists.set(ties, made);
  memory.tied = { ties, items, initiative, shapes: made, at };
  return made;
}

/** The ties anew where an end moved; all others as they were, without being looked at. */
function tiedAgain(tied: Tied, moved: ReadonlyMap<string, ItemShape>, memory: PlainMemory): readonly TieShape[] {
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
  { ties, ends }: PlainMemory,
): TieShape {
  const last = ties.get(tie);
  const same = last && liesAs(last.from, from) && liesAs(last.to, to);
  const shape = same ? last.shape : tieShape(tie, [tiePath(from, to)], direct);
  ties.set(tie, { from, to, shape });
  ends.set(shape, { tie, from, to });
  return shape;
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
