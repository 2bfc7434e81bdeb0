import type { Box } from '../../../shared/layout/box.ts';
import { shiftItem } from '../../../shared/layout/item-shape.ts';
import { blended, leapBetween } from '../../../shared/layout/routing/blend.ts';
import type { Course } from '../../../shared/layout/routing/course.ts';
import type { ItemShape, Scene, TieShape } from '../../../shared/layout/shapes.ts';
import { tieShape } from '../../../shared/scene/tie-shape.ts';
import { type Elsewhere, tiesElsewhere } from '../../../shared/scene/tie-shapes.ts';
import type { Changed, SceneIndex } from '../stage/scene-index.ts';
import type { Liveness } from './liveness.ts';

/** A tie that goes round something on the other side all at once takes this long to get there, ms. */
const EASE_MS = 150;
/** From this far on it is a leap and not a step, mm. */
const LEAP = 20;
/** Of more things than this that move at once only their own ties are drawn along: looking for ways round would cost too much, until they stay. */
const MOST_MOVED = 8;

/** On its way from where it ran to where it runs. */
interface Easing {
  readonly from: Course;
  readonly since: number;
  /** At its place, and about to rest there again. */
  arrived: boolean;
}

/**
 * The ties that are shown otherwise than they rest: those of what is dragged, those that go round what is dragged over them,
 * and those that are changing sides.
 */
export class LiveTies {
  readonly #index: SceneIndex;
  readonly #liveness: Liveness;
  readonly #eases: () => boolean;
  #elsewhere: Elsewhere | null = null;
  #of: { readonly scene: Scene; readonly key: string } | null = null;
  readonly #easings = new Map<string, Easing>();

  /** `eases`: whether whoever looks wants to see things move. */
  constructor(index: SceneIndex, liveness: Liveness, eases: () => boolean) {
    this.#index = index;
    this.#liveness = liveness;
    this.#eases = eases;
  }

  /** Whether a tie is in the resting picture, as far as it is for its course. */
  rests({ id }: TieShape): boolean {
    return !this.#elsewhere?.ties.has(id) && (this.#easings.get(id)?.arrived ?? true);
  }

  /** Whether some are on their way and the next frame is to show them farther. */
  get easing(): boolean {
    return this.#easings.size > 0;
  }

  /** The ties that are drawn apart from the resting picture for their course, as the scene has them. */
  *all(): Iterable<TieShape> {
    for (const id of new Set([...(this.#elsewhere?.ties.keys() ?? []), ...this.#easings.keys()])) {
      const tie = this.#index.tie(id);
      if (tie) yield tie;
    }
  }

  /** Whether ties go round what moves. If not, the cloth is too full for it or too much of it moves. */
  get routed(): boolean {
    return this.#elsewhere !== null;
  }

  /** A tie as it is shown at a moment, ms. */
  shown(tie: TieShape, now = performance.now()): TieShape {
    const there = this.#elsewhere?.ties.get(tie.id) ?? tie;
    const easing = this.#easings.get(tie.id);
    if (!easing) return there;
    const part = Math.min(1, (now - easing.since) / EASE_MS);
    const path = blended(easing.from, there.path, part * part * (3 - 2 * part));
    return tieShape({ ...tie }, path, tie.direct, part === 1 ? there.lifted : []);
  }

  /**
   * Takes over what is held where, at a moment (ms). Returns the boxes in which the resting picture is to be drawn again: ties
   * left it, or came to rest in it.
   */
  update(now: number): Box[] {
    const before = new Map([...this.all()].map((tie) => [tie.id, this.rests(tie)] as const));
    const scene = this.#index.scene;
    if (scene) this.#route(scene, now);
    for (const [id, easing] of this.#easings) {
      if (easing.arrived || !this.#index.tie(id)) this.#easings.delete(id);
      else if (now - easing.since >= EASE_MS) easing.arrived = true;
    }
    const spots: Box[] = [];
    const after = new Set([...this.all()].map(({ id }) => id));
    for (const id of new Set([...before.keys(), ...after])) {
      const tie = this.#index.tie(id);
      if (tie && (before.get(id) ?? true) !== this.rests(tie)) spots.push(tie.box);
    }
    return spots;
  }

  /** The cloth changed: ties that now run elsewhere, between ends that lie as they lay, go there with some ease. */
  changed(ties: readonly Changed<TieShape>[], now: number): void {
    for (const { before, after } of ties) {
      if (!before || !after || this.#liveness.has(after.from) || this.#liveness.has(after.to)) continue;
      const shown = this.#elsewhere?.ties.get(after.id) ?? before;
      this.#ease(after.id, shown.path, after.path, now);
    }
  }

  #route(scene: Scene, now: number): void {
    const moved = new Map<string, ItemShape>();
    // Of more than can be gone round nothing is made, step by step, that is not used.
    const ids = [...this.#liveness.ids()].filter((id) => this.#liveness.offsetOf(id));
    const routes = ids.length <= MOST_MOVED || this.#liveness.steady;
    let key = routes ? '' : 'plain';
    for (const id of routes ? ids : []) {
      const by = this.#liveness.offsetOf(id);
      const item = by && this.#index.item(id);
      if (!by || !item) continue;
      moved.set(id, shiftItem(item, by[0], by[1]));
      key += `${id} ${by[0]} ${by[1]} `;
    }
    if (this.#of?.scene === scene && this.#of.key === key) return;
    const before = this.#elsewhere;
    const wasPlain = before === null && this.#of !== null && this.#of.key !== '';
    this.#of = { scene, key };
    this.#elsewhere = moved.size > 0 ? tiesElsewhere(scene, moved, this.#elsewhere) : null;
    // What followed its ends is not where it rests: there is nothing to come from.
    if (wasPlain) return;
    for (const id of new Set([...(before?.ties.keys() ?? []), ...(this.#elsewhere?.ties.keys() ?? [])])) {
      const tie = this.#index.tie(id);
      const was = before?.ties.get(id) ?? tie;
      const is = this.#elsewhere?.ties.get(id) ?? tie;
      if (was && is && was !== is) this.#ease(id, was.path, is.path, now);
    }
  }

  #ease(id: string, from: Course, to: Course, now: number): void {
    if (!this.#eases() || from === to || leapBetween(from, to) < LEAP) return;
    const under = this.#easings.get(id);
    const part = under ? Math.min(1, (now - under.since) / EASE_MS) : 1;
    const shown = under ? blended(under.from, from, part * part * (3 - 2 * part)) : from;
    this.#easings.set(id, { from: shown, since: now, arrived: false });
  }
}
