import type { Point } from '../../model/schema.ts';
import { shiftItem } from '../item-shape.ts';
import {
  type Ground,
  type Joined,
  type Network,
  ROUTED,
  routeTies,
  type Tangle,
  tangleOf,
} from '../routing/network.ts';
import { anneal, ideaFor } from './anneal.ts';
import { randomFrom } from './random.ts';
import { StandIn, WEIGHT } from './stand-in.ts';

/** Other places for some connectors, and how the lines would run then. */
export interface Calmer {
  readonly places: ReadonlyMap<string, Point>;
  readonly tangle: Tangle;
}

/** How the lines run now, and what would be calmer: each more so than the one before it, with more connectors moved. */
export interface CalmLines {
  readonly now: Tangle;
  readonly calmer: readonly Calmer[];
}

export interface CalmOptions {
  /** Connectors that are to stay where they are, by id: somebody has them in hand. */
  readonly fixed?: ReadonlySet<string>;
  readonly seed?: number;
}

/** What is offered saves at least this part of what is hard to follow. */
const LEAST_GAIN = 0.25;
/** What moving a connector must at least save, in crossings. */
const PRICE = 1;
/**
 * Places that are tried with straight ties, and prices on a move, in crossings: with dear ones few are moved. A cloth of up to
 * `ties` has time for the first of them too.
 */
const SMALL = {
  ties: 60,
  heatings: [
    [8_000, 4],
    [8_000, 3],
    [8_000, 2],
  ],
} as const;
const HEATINGS = [
  [10_000, 2.5],
  [30_000, 0.5],
] as const;
/** One better move after another, judged by routed ties: places thought of for each connector, how many are routed, heat. */
const DESCENT = { ideas: 30, routed: 6, heat: 0.8 } as const;
/** A few, about half, or as many as help: the most that are moved, of so many. */
const STEPS: readonly ((many: number) => number)[] = [
  (many) => Math.max(4, Math.floor(many / 6)),
  (many) => Math.max(6, Math.ceil(many / 2)),
  (many) => many,
];

const NOTHING: CalmLines = { now: { crossings: 0, through: 0, length: 0 }, calmer: [] };

const hardness = ({ crossings, through }: Tangle) => crossings + WEIGHT.under * through;

/**
 * Places for connectors with fewer crossings and shorter ties; ingredients stay at their edges. Judged by ties as they would be
 * drawn, never worse than now in any respect, and none that gains less than a quarter. The same for the same cloth and seed.
 */
export function calmLines(ties: readonly Joined[], ground: Ground, options: CalmOptions = {}): CalmLines {
  const { fixed = new Set<string>(), seed = 1 } = options;
  // What is drawn without looking for ways round is too full to be judged.
  if (ties.length > ROUTED.ties || ground.items.length > ROUTED.items) return NOTHING;
  const network = routeTies(ties, ground, null);
  const now = tangleOf(network);
  const on = () => new StandIn(ties, ground, fixed);
  const many = on().movable.length;
  if (many === 0 || hardness(now) === 0) return { now, calmer: [] };
  const cloth = { ties, ground, network };
  const found = descend(on(), cloth, { seed, moves: STEPS[0]?.(many) ?? 4 });
  const heatings = ties.length > SMALL.ties ? HEATINGS : [...SMALL.heatings, ...HEATINGS];
  for (const [nth, [rounds, price]] of heatings.entries()) {
    const elsewhere = on();
    anneal(elsewhere, { seed: seed + nth, rounds, price });
    found.push(...descend(elsewhere, cloth, { seed, moves: 3 }));
  }
  return { now, calmer: ladder(found, now, many) };
}

interface Cloth {
  readonly ties: readonly Joined[];
  readonly ground: Ground;
  readonly network: Network;
}

/** One move after another, each the best of those that look best; gives what there was at the beginning and after each. */
function descend(
  on: StandIn,
  cloth: Cloth,
  { seed, moves }: { readonly seed: number; readonly moves: number },
): Calmer[] {
  const random = randomFrom(seed);
  let network = routedAt(on, cloth, cloth.network);
  const found: Calmer[] = [{ places: on.moved(), tangle: tangleOf(network) }];
  const scoreOf = (tangle: Tangle) => {
    let strayed = 0;
    for (let node = 0; node < on.movable.length; node++) strayed += on.strayed(node);
    return hardness(tangle) + tangle.length * WEIGHT.length + PRICE * strayed;
  };
  let score = scoreOf(tangleOf(network));
  for (let move = 0; move < moves; move++) {
    let best: { node: number; place: Point; score: number; network: Network; tangle: Tangle } | null = null;
    for (const { node, place } of promising(on, random)) {
      const here = on.at(node);
      on.put(node, place);
      const routed = routedAt(on, cloth, network);
      const tangle = tangleOf(routed);
      const now = scoreOf(tangle);
      on.put(node, here);
      if (now < (best?.score ?? score)) best = { node, place, score: now, network: routed, tangle };
    }
    if (!best) break;
    on.put(best.node, best.place);
    ({ score, network } = best);
    found.push({ places: on.moved(), tangle: best.tangle });
  }
  return found;
}

/** The moves that promise most, judged by straight ties: one for each of some connectors. */
function promising(on: StandIn, random: () => number): { readonly node: number; readonly place: Point }[] {
  const all: { node: number; place: Point; gain: number }[] = [];
  for (let node = 0; node < on.movable.length; node++) {
    const here = on.at(node);
    const before = on.cost(node) + PRICE * on.strayed(node);
    let best: { place: Point; cost: number } | null = null;
    for (let nth = 0; nth < DESCENT.ideas; nth++) {
      const place = nth === 0 ? on.home(node) : ideaFor(on, node, DESCENT.heat, random);
      if (place[0] === here[0] && place[1] === here[1]) continue;
      on.put(node, place);
      const price = PRICE * on.strayed(node);
      const most: number = best?.cost ?? before;
      const cost: number = on.fits(node) ? price + on.cost(node, most - price) : Infinity;
      on.put(node, here);
      if (cost < most) best = { place, cost };
    }
    if (best) all.push({ node, place: best.place, gain: before - best.cost });
  }
  return all.sort((a, b) => b.gain - a.gain || a.node - b.node).slice(0, DESCENT.routed);
}

function routedAt(on: StandIn, { ties, ground }: Cloth, before: Network): Network {
  const places = on.moved();
  const items = ground.items.map((item) => {
    const place = places.get(item.id);
    return place ? shiftItem(item, place[0] - item.centre[0], place[1] - item.centre[1]) : item;
  });
  return routeTies(ties, { ...ground, items }, before);
}

/** The calmest with a few moves, with more, with as many as help; none that is no better than one with fewer. */
function ladder(found: readonly Calmer[], now: Tangle, many: number): Calmer[] {
  const better = found
    .filter(({ places, tangle }) => places.size > 0 && isBetter(tangle, now))
    .sort((a, b) => hardness(a.tangle) - hardness(b.tangle) || a.places.size - b.places.size);
  const steps: Calmer[] = [];
  for (const most of STEPS) {
    const best = better.find(({ places }) => places.size <= most(many));
    const last = steps.at(-1);
    if (best && (!last || hardness(best.tangle) < hardness(last.tangle))) steps.push(best);
  }
  return steps;
}

function isBetter(then: Tangle, now: Tangle): boolean {
  return (
    hardness(then) <= (1 - LEAST_GAIN) * hardness(now) &&
    then.crossings <= now.crossings &&
    then.through <= now.through &&
    then.length <= now.length
  );
}
