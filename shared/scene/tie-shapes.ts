import { type Ground, type Network, ROUTED, type RoutedTie, routeTies } from '../layout/routing/network.ts';
import type { ItemShape, Scene, TieShape } from '../layout/shapes.ts';
import { INITIATIVE } from '../model/schema.ts';
import type { ClothSnapshot, Tie } from '../model/snapshot.ts';
import { newPlainMemory, type PlainMemory, plainTies } from './plain-ties.ts';
import { tieShape } from './tie-shape.ts';

/** What is kept between the ties of one scene and the next. */
export interface TieMemory {
  readonly plain: PlainMemory;
  network: Network | null;
  readonly shapes: WeakMap<Tie, Known>;
  readonly lists: WeakMap<ClothSnapshot['ties'], readonly TieShape[]>;
}

interface Known {
  readonly routed: RoutedTie;
  readonly shape: TieShape;
}

export function newTieMemory(): TieMemory {
  return { plain: newPlainMemory(), network: null, shapes: new WeakMap(), lists: new WeakMap() };
}

/** What the ties of a scene were last routed as: where a preview of a move begins. */
const networks = new WeakMap<readonly TieShape[], Network>();

/** The ties of a cloth, round what they do not join; the very same shapes, and the same list, where nothing differs. */
export function tieShapes(ties: ClothSnapshot['ties'], ground: Ground, memory: TieMemory): readonly TieShape[] {
  if (ties.length > ROUTED.ties || ground.items.length > ROUTED.items) return plainTies(ties, ground, memory.plain);
  const network = routeTies(ties, ground, memory.network);
  memory.network = network;
  const ingredients = new Set<string>();
  for (const { id, kind } of ground.items) if (kind === 'ingredient') ingredients.add(id);
  const shapes: TieShape[] = [];
  for (const tie of ties) {
    const routed = network.ties.get(tie.id);
    if (!routed) continue;
    const other = tie.from === INITIATIVE ? tie.to : tie.to === INITIATIVE ? tie.from : null;
    const direct = other !== null && ingredients.has(other);
    const known = memory.shapes.get(tie);
    const isSame = known?.routed === routed && known.shape.direct === direct;
    const shape = isSame ? known.shape : tieShape(tie, routed.path, direct, routed.lifted);
    if (!isSame) memory.shapes.set(tie, { routed, shape });
    shapes.push(shape);
  }
  const before = memory.lists.get(ties);
  const same = before?.length === shapes.length && before.every((shape, nth) => shape === shapes[nth]);
  const made = same ? before : shapes;
  memory.lists.set(ties, made);
  networks.set(made, network);
  return made;
}

/** How all ties run while some items are shown elsewhere. */
export interface Elsewhere {
  readonly network: Network;
  /** The ties that run otherwise than in the scene, by id. */
  readonly ties: ReadonlyMap<string, TieShape>;
}

/**
 * The ties of a scene while somebody drags these items: their own, and those that go round what is dragged over them.
 * `before` is what this gave for the step before. Null for a cloth too full for it.
 */
export function tiesElsewhere(
  scene: Scene,
  moved: ReadonlyMap<string, ItemShape>,
  before: Elsewhere | null,
): Elsewhere | null {
  const resting = networks.get(scene.ties);
  if (!resting) return null;
  const items = scene.items.map((item) => moved.get(item.id) ?? item);
  const network = routeTies(scene.ties, { ...scene, items }, before?.network ?? resting);
  const ties = new Map<string, TieShape>();
  for (const tie of scene.ties) {
    const routed = network.ties.get(tie.id);
    if (!routed || routed.path === tie.path) continue;
    const last = before?.ties.get(tie.id);
    ties.set(tie.id, last?.path === routed.path ? last : tieShape(tie, routed.path, tie.direct, routed.lifted));
  }
  return { network, ties };
}
