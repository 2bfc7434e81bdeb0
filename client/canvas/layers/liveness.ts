import { INITIATIVE, type Point } from '../../../shared/model/schema.ts';
import type { SceneIndex } from '../stage/scene-index.ts';
import type { Proposed } from '../view-store.ts';

/** Who holds what at this moment, as far as the canvas is concerned. */
export interface Holding {
  readonly id: number;
  readonly editing: string | null;
  /** Set when what is written does not lie on the cloth: a clarification, a story. */
  readonly of?: string | null;
  /** One for each hand that carries something. */
  readonly drags: readonly { readonly ids: readonly string[]; readonly by: Point }[];
}

/** The holder that is this page's own person. */
export const SELF = -1;
/** What is only proposed: nobody's hand, and any hand goes before it. */
const NOBODY = -2;
/** An item just let go by another stays where it was shown until its new place arrives, at most this long. ms. */
const LINGER_MS = 400;

/**
 * How far something held is from where it lies. Where it still lies where it was taken up that is what the hand says, to the
 * bit: worked out from places it would be rounded, by each of them otherwise, and what moves as one would not be drawn as one.
 */
function offsetFrom([x, y]: Point, { from, by }: Held): Point {
  return x === from[0] && y === from[1] ? by : [from[0] + by[0] - x, from[1] + by[1] - y];
}

interface Held {
  readonly holder: number;
  /** Where the item lay when it was taken up: its place may arrive in the document before the drag is over. */
  readonly from: Point;
  by: Point;
  /** Set when let go: time at which to stop waiting for the new place. */
  until: number;
}

/**
 * Which items (or the initiative) are in motion or being written now, and how far each is shown from where the scene has
 * it. These are drawn on the active layer; all the rest is the resting picture.
 */
export class Liveness {
  readonly #index: SceneIndex;
  readonly #held = new Map<string, Held>();
  #written: ReadonlySet<string> = new Set();
  #steady = false;

  constructor(index: SceneIndex) {
    this.#index = index;
  }

  /** Whether an item, or the initiative, is to be drawn on the active layer. */
  has(id: string): boolean {
    return this.#held.has(id) || this.#written.has(id);
  }

  /** Whether what is shown elsewhere stays there for now, so that ties may take their time to find ways round it. */
  get steady(): boolean {
    return this.#steady;
  }

  /** What is being written: the very same set while it holds the same. */
  written(): ReadonlySet<string> {
    return this.#written;
  }

  ids(): Set<string> {
    return new Set([...this.#held.keys(), ...this.#written]);
  }

  /** How far an item is shown from its place in the scene, mm; null for not at all. */
  offsetOf(id: string): Point | null {
    const held = this.#held.get(id);
    const shape = held && this.#index.item(id);
    if (!held || !shape) return null;
    const by = offsetFrom(shape.centre, held);
    return by[0] === 0 && by[1] === 0 ? null : by;
  }

  /**
   * Takes over who holds what; of several who hold the same item the first named is seen moving it (name oneself first).
   * `now` in ms. What is only `proposed` is shown where nobody holds it. Returns the ids that became active or came to rest.
   */
  update(holdings: Iterable<Holding>, now: number, proposed: Proposed | null = null): string[] {
    const before = this.ids();
    const seen = new Set<string>();
    const written = new Set<string>();
    for (const { id: holder, editing, of = null, drags } of holdings) {
      if (editing && of === null && (editing === INITIATIVE || this.#index.item(editing))) written.add(editing);
      for (const { ids, by } of drags) {
        for (const id of ids) if (!seen.has(id) && this.#hold(id, holder, by)) seen.add(id);
      }
    }
    this.#steady = proposed?.steady === true;
    for (const [id, place] of proposed?.places ?? []) {
      if (seen.has(id) || !this.#index.item(id)) continue;
      this.#held.set(id, { holder: NOBODY, from: place, by: [0, 0], until: 0 });
      seen.add(id);
    }
    if (symmetricDifference(this.#written, written).size > 0) this.#written = written;
    for (const [id, held] of this.#held) if (!seen.has(id)) this.#letGo(id, held, now);
    const after = this.ids();
    return [...symmetricDifference(before, after)];
  }

  /** When `update` should run again to bring lingering items to rest, or null. ms. */
  nextRest(): number | null {
    let next = Infinity;
    for (const held of this.#held.values()) if (held.until > 0) next = Math.min(next, held.until);
    return next === Infinity ? null : next;
  }

  #hold(id: string, holder: number, by: Point): boolean {
    const shape = this.#index.item(id);
    if (!shape) return false;
    const held = this.#held.get(id);
    if (held && held.holder === holder && held.until === 0) held.by = by;
    else this.#held.set(id, { holder, from: shape.centre, by, until: 0 });
    return true;
  }

  #letGo(id: string, held: Held, now: number): void {
    const shape = this.#index.item(id);
    const arrived = !shape || shape.centre[0] !== held.from[0] || shape.centre[1] !== held.from[1];
    // One's own hand writes at the moment it lets go: a place that is still the same means the drag was dropped.
    if (held.holder < 0 || arrived || (held.until > 0 && held.until <= now)) this.#held.delete(id);
    else if (held.until === 0) held.until = now + LINGER_MS;
  }
}

function symmetricDifference(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
  const result = new Set<string>();
  for (const id of a) if (!b.has(id)) result.add(id);
  for (const id of b) if (!a.has(id)) result.add(id);
  return result;
}
