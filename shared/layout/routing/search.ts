import type { Point } from '../../model/schema.ts';
import { isSlip, type TieEnd, tiePath } from '../tie-path.ts';
import { type Barrier, type Part, plainBarrier } from './barrier.ts';
import { type Course, courseThrough, middleOf } from './course.ts';
import { type Ends, entersOwn, type Hit, hitsOf, measureOf } from './survey.ts';

/** A course that was looked at, with the air that it was to have, mm. */
export interface Tried {
  readonly course: Course;
  readonly air: number;
}

/** The way a tie takes among what it does not join. */
export interface Route {
  readonly course: Course;
  /** What it still runs into: it is lifted over these. */
  readonly under: readonly Barrier[];
  /** All that the outcome depends on: what was in the way of any course looked at, and those courses. */
  readonly counted: ReadonlySet<string>;
  readonly tried: readonly Tried[];
}

/** A barrier that is passed on one side: 1 leaves it at the right hand, -1 at the left. */
interface Via {
  readonly barrier: Barrier;
  readonly side: 1 | -1;
}

/** A course that might do. */
interface Candidate {
  readonly vias: readonly Via[];
  /** Whether it first heads for the middle of the cloth when it leaves a slip. */
  readonly inwards: boolean;
  readonly course: Course;
  readonly hits: readonly Hit[];
  readonly cost: number;
}

/**
 * Air kept round what is not joined, and how far out a barrier is passed, mm; how many courses are looked at for that. The
 * narrow way is looked for when there is no wide one.
 */
const WAYS = [
  { air: 6, out: 10, most: 30 },
  { air: 3, out: 5, most: 22 },
] as const;
/** Nearer than half the marker's width it touches, mm. */
export const TOUCH = 2;
/**
 * What a course costs besides its length, mm: for turning, by the radian and by its square, for one great turn is worse than
 * two small ones; and for every barrier it is led round.
 */
const COST = { turn: 40, winding: 25, via: 16 } as const;
/** The most barriers that one tie goes round. */
const MOST_VIAS = 6;
/** A box is passed at its middle when it is passed squarely, at a corner from this slope on. */
const CORNER = 3;
/** Costs that differ by less are equal: then whichever was thought of first is taken. mm. */
const GRAIN = 1e-6;

/**
 * The calmest course that passes nothing the tie does not join: today's curve where that has its air, else one round what
 * is in the way, on the side that costs least. What goes neither way goes on through as little as it can. A pure function
 * of the ends, the barriers in their order and the sheet.
 */
export function findRoute(
  from: TieEnd,
  to: TieEnd,
  ends: Ends,
  barriers: readonly Barrier[],
  isOn: (at: Point) => boolean,
): Route {
  const counted = new Set<string>();
  const tried: Tried[] = [];
  const own = [plainBarrier(ends.from, from), plainBarrier(ends.to, to)] as const;
  const heads = isSlip(from) || isSlip(to) ? [true, false] : [false];
  const judge = (vias: readonly Via[], inwards: boolean, course: Course, air: number): Candidate => {
    const hits = hitsOf(course, barriers, ends, air);
    for (const { barrier } of hits) counted.add(barrier.id);
    tried.push({ course, air });
    const { length, turn } = measureOf(course);
    const bends = (COST.turn + COST.winding * turn) * turn + COST.via * vias.length;
    return { vias, inwards, course, hits, cost: Math.round((length + bends) / GRAIN) * GRAIN };
  };
  const by = (vias: readonly Via[], inwards: boolean, air: number, out: number): Candidate | null => {
    const places = placesOf(vias, from, to, out);
    if (!places.every(isOn)) return null;
    const course = courseThrough(from, to, places, inwards);
    return entersOwn(course, own) ? null : judge(vias, inwards, course, air);
  };
  const done = (course: Course, under: readonly Barrier[] = []): Route => ({ course, under, counted, tried });

  const today = judge([], true, [tiePath(from, to)], WAYS[0].air);
  if (today.hits.length === 0) return done(today.course);
  let best = touching(today, WAYS[0].air);
  for (const { air, out, most } of WAYS) {
    const seen = new Set<string>();
    const open: Candidate[] = [{ ...today, hits: hitsOf(today.course, barriers, ends, air) }];
    for (let looked = 0; open.length > 0; ) {
      const candidate = takeCheapest(open);
      if (candidate.hits.length === 0) return done(straightened(candidate, air, out).course);
      best = better(best, touching(candidate, air));
      if (looked >= most || candidate.vias.length >= MOST_VIAS) continue;
      for (const vias of waysRound(candidate)) {
        for (const inwards of candidate.vias.length === 0 ? heads : [candidate.inwards]) {
          const key = `${inwards} ${vias.map(({ barrier, side }) => `${side}${barrier.id}`).join(' ')}`;
          if (seen.has(key)) continue;
          seen.add(key);
          const next = by(vias, inwards, air, out);
          looked++;
          if (next) open.push(next);
        }
      }
    }
    if (best.under.length === 0) return done(best.course);
  }
  return done(best.course, best.under);

  /** Without the points it does well without: fewer bends. */
  function straightened(candidate: Candidate, air: number, out: number): Candidate {
    let calm = candidate;
    for (let nth = 0; nth < calm.vias.length && calm.vias.length > 1; ) {
      const vias = calm.vias.filter((_, at) => at !== nth);
      const without = by(vias, calm.inwards, air, out);
      if (without && without.hits.length === 0 && without.cost < calm.cost) calm = without;
      else nth++;
    }
    return calm;
  }
}

/** A candidate by what it runs into. */
interface Through {
  readonly course: Course;
  readonly cost: number;
  readonly under: readonly Barrier[];
}

function touching({ course, cost, hits }: Candidate, air: number): Through {
  return { course, cost, under: hits.filter(({ depth }) => depth > air - TOUCH).map(({ barrier }) => barrier) };
}

function better(one: Through, other: Through): Through {
  const fewer = other.under.length - one.under.length;
  return fewer < 0 || (fewer === 0 && other.cost < one.cost) ? other : one;
}

function takeCheapest(open: Candidate[]): Candidate {
  let at = 0;
  for (let nth = 1; nth < open.length; nth++) if ((open[nth]?.cost ?? 0) < (open[at]?.cost ?? 0)) at = nth;
  const [cheapest] = open.splice(at, 1);
  if (!cheapest) throw new RangeError('nothing to take');
  return cheapest;
}

/** The same vias with one more, for what is most in the way: on either side, unless it is passed on one already. */
function waysRound({ vias, hits }: Candidate): (readonly Via[])[] {
  const worst = hits.reduce((most, hit) => (hit.depth > most.depth ? hit : most));
  const { barrier, curve } = worst;
  const passed = vias.find((via) => via.barrier.id === barrier.id);
  const sides = passed ? [passed.side] : ([1, -1] as const);
  return sides.map((side) => [...vias.slice(0, curve), { barrier, side }, ...vias.slice(curve)]);
}

/** Where a course passes its barriers: beside each, seen from the way between what it passes before and after. */
function placesOf(vias: readonly Via[], from: TieEnd, to: TieEnd, out: number): Point[] {
  const [a, b] = [middleOf(from), middleOf(to)];
  let places: Point[] = vias.map(({ barrier }) => [barrier.parts[0]?.x ?? 0, barrier.parts[0]?.y ?? 0]);
  for (let round = 0; round < 3; round++) {
    places = vias.map((via, nth) => beside(via, places[nth - 1] ?? a, places[nth + 1] ?? b, out));
  }
  return places;
}

function beside({ barrier, side }: Via, before: Point, after: Point, out: number): Point {
  const [dx, dy] = [after[0] - before[0], after[1] - before[1]];
  const length = Math.sqrt(dx * dx + dy * dy);
  const [nx, ny] = length < 1e-9 ? [0, side] : [(-dy / length) * side, (dx / length) * side];
  let farthest = -Infinity;
  let place: Point = before;
  for (const part of barrier.parts) {
    const at = outermost(part, nx, ny);
    const reach = at[0] * nx + at[1] * ny;
    if (reach <= farthest + GRAIN) continue;
    farthest = reach;
    place = [at[0] + nx * out, at[1] + ny * out];
  }
  return place;
}

/** The outermost place of a part in a direction; along a side it slides from corner to corner as the direction turns. */
function outermost({ x, y, w, h, cos, sin, round }: Part, nx: number, ny: number): Point {
  const slide = (by: number) => Math.max(-1, Math.min(1, by * CORNER));
  const [u, v] = [w * slide(nx * cos + ny * sin), h * slide(ny * cos - nx * sin)];
  return [x + u * cos - v * sin + nx * round, y + u * sin + v * cos + ny * round];
}
