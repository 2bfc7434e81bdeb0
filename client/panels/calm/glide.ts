import type { Point } from '../../../shared/model/schema.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import type { ViewStore } from '../../canvas/view-store.ts';

/** How long connectors take to get to where they might lie, ms. */
const GLIDE_MS = 600;

/** Shows connectors at other places than their own, going there softly: at once for who wants no motion. */
export class Glide {
  readonly #view: ViewStore;
  readonly #cloth: () => ClothSnapshot;
  #frame = 0;

  constructor(view: ViewStore, cloth: () => ClothSnapshot) {
    this.#view = view;
    this.#cloth = cloth;
  }

  /** Those that are shown elsewhere and are not named go home. */
  to(places: ReadonlyMap<string, Point>): void {
    cancelAnimationFrame(this.#frame);
    const shown = this.#view.getState().proposed?.places ?? new Map<string, Point>();
    const home = new Map(this.#cloth().items.map(({ id, pos }) => [id, pos]));
    const ways = [...new Set([...shown.keys(), ...places.keys()])].flatMap((id) => {
      const from = shown.get(id) ?? home.get(id);
      const to = places.get(id) ?? home.get(id);
      return from && to ? [{ id, from, to }] : [];
    });
    const arrive = () => this.#view.setState({ proposed: places.size > 0 ? { places, steady: true } : null });
    if (matchMedia('(prefers-reduced-motion: reduce)').matches || ways.length === 0) {
      arrive();
      return;
    }
    const begun = performance.now();
    const step = (now: number) => {
      const part = Math.min(1, Math.max(0, (now - begun) / GLIDE_MS));
      if (part === 1) {
        arrive();
        return;
      }
      const eased = part * part * (3 - 2 * part);
      const between = ways.map(({ id, from, to }): [string, Point] => [
        id,
        [from[0] + (to[0] - from[0]) * eased, from[1] + (to[1] - from[1]) * eased],
      ]);
      this.#view.setState({ proposed: { places: new Map(between), steady: false } });
      this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  /** All lie where they are, at once. */
  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#view.setState({ proposed: null });
  }
}
