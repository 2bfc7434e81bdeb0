import type { Point } from '../../model/schema.ts';
import { randomFrom } from './random.ts';
import type { StandIn } from './stand-in.ts';

export interface Heating {
  readonly seed: number;
  /** How many places are tried. */
  readonly rounds: number;
  /** What it costs to move a connector at all, in crossings; more the farther it goes. */
  readonly price: number;
}

/** From how much worse is put up with at first to what is at last, in crossings. */
const HEAT = { first: 1.2, last: 0.15 } as const;
/** So many tries are of two changing places. */
const SWAPS = 0.04;

/**
 * Looks for calmer places by trying many: at first worse ones are put up with as well, later ever fewer of them (simulated
 * annealing). Leaves the stand-in with connectors at those places; those for which it hardly matters are back at home.
 */
export function anneal(on: StandIn, heating: Heating): void {
  const many = on.movable.length;
  if (many === 0) return;
  const random = randomFrom(heating.seed);
  const priceOf = (node: number) => heating.price * on.strayed(node);
  const costOf = (node: number) => on.cost(node) + priceOf(node);
  for (let round = 0; round < heating.rounds; round++) {
    const heat = HEAT.first * (HEAT.last / HEAT.first) ** (round / heating.rounds);
    const accepts = (worse: number) => worse <= 0 || random() < Math.exp(-worse / heat);
    const node = Math.floor(random() * many);
    const other = random() < SWAPS ? Math.floor(random() * many) : node;
    const here = on.at(node);
    if (other !== node) {
      const there = on.at(other);
      let worse = -costOf(node);
      on.put(node, there);
      worse += costOf(node) - costOf(other);
      on.put(other, here);
      worse += costOf(other);
      if (on.fits(node) && on.fits(other) && accepts(worse)) continue;
      on.put(node, here);
      on.put(other, there);
      continue;
    }
    const there = ideaFor(on, node, heat, random);
    on.put(node, there);
    const fits = on.fits(node);
    on.put(node, here);
    if (!fits) continue;
    // Drawn first, so that counting can end as soon as it is too much: nearly every try is turned down.
    const most = costOf(node) - heat * Math.log(random());
    on.put(node, there);
    const price = priceOf(node);
    if (price + on.cost(node, most - price) > most) on.put(node, here);
  }
}

/** A place to try a connector at: farther from where it is, and more at random, the more the heat. Need not be free. */
export function ideaFor(on: StandIn, node: number, heat: number, random: () => number): Point {
  const around = ([x, y]: Point, reach: number): Point => [x + (random() - 0.5) * reach, y + (random() - 0.5) * reach];
  const kind = random();
  if (kind < 0.08) return on.home(node);
  const pulled = kind < 0.3 ? on.pulledTo(node) : null;
  if (pulled) return around(pulled, 150 + 300 * heat);
  if (kind < 0.4 + 0.1 * heat) return [(random() - 0.5) * on.sheet.w, (random() - 0.5) * on.sheet.h];
  return around(on.at(node), 60 + 500 * heat);
}
