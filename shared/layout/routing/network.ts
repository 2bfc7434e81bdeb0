import { INITIATIVE, type Point } from '../../model/schema.ts';
import { type Box, grow, overlaps, sameBox, unionOf } from '../box.ts';
import type { ItemShape, SeatShape, SheetShape } from '../shapes.ts';
import type { TieEnd } from '../tie-path.ts';
import { type Barrier, itemBarrier, plainBarrier, sameBarrier, seatBarrier } from './barrier.ts';
import { type Course, courseBox } from './course.ts';
import { fanned, type Shift, shifted, UNSHIFTED } from './fan.ts';
import { liftedOver } from './lifted.ts';
import { findRoute, type Route, TOUCH } from './search.ts';
import { crossingsOf, hitsOf, measureOf } from './survey.ts';

/** What lies on the cloth: all that ties end at or go round. */
export interface Ground {
  readonly items: readonly ItemShape[];
  readonly initiative: TieEnd;
  readonly seats: readonly SeatShape[];
  readonly sheet: SheetShape;
}

/** A tie by what it joins. */
export interface Joined {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** How a tie runs. The very same object for as long as it runs the same. */
export interface RoutedTie {
  readonly path: Course;
  /** The stretches where it passes over what it does not join, for there was no way round. */
  readonly lifted: Course;
}

/** All ties of a cloth, with what it takes to look again at only those that a change touches. */
export interface Network {
  readonly ties: ReadonlyMap<string, RoutedTie>;
  readonly found: ReadonlyMap<string, Found>;
  readonly barriers: ReadonlyMap<string, Barrier>;
  readonly sheet: SheetShape;
}

interface Found extends Joined {
  readonly ends: readonly [from: TieEnd, to: TieEnd];
  readonly route: Route;
  /** All the courses that were looked at lie in it. */
  readonly box: Box;
  readonly shift: Shift;
  readonly routed: RoutedTie;
}

/** Fuller cloths are drawn with the curves that need no search. Far more than any group ties, and all in view is a haze. */
export const ROUTED = { ties: 400, items: 800 } as const;
/** Ties stay this far inside the edge of the cloth, mm. */
const INSIDE = 8;
/** The most air that a course is to have, mm. */
const AIR = 6;

/**
 * The ways of all ties among what they do not join, fanned where they meet. A pure function of ties and ground; `before`, made
 * of an earlier state, spares looking again at ties that no change has come near.
 */
export function routeTies(ties: readonly Joined[], ground: Ground, before: Network | null): Network {
  const known = before && sameSheet(before.sheet, ground.sheet) ? before : null;
  const shapes = new Map<string, TieEnd>([[INITIATIVE, ground.initiative]]);
  for (const item of ground.items) shapes.set(item.id, item);
  const barriers = barriersOf(ground, known);
  const changes = known ? changesBetween(known.barriers, barriers) : [];
  const all = [...barriers.values()];
  const isOn = within(ground.sheet);

  const routes: (Joined & { ends: Found['ends']; course: Course; route: Route; box: Box; last: Found | null })[] = [];
  for (const { id, from, to } of ties) {
    const [begin, finish] = [shapes.get(from), shapes.get(to)];
    if (!begin || !finish) continue;
    const last = known?.found.get(id) ?? null;
    if (last && last.from === from && last.to === to && isUntouched(last, begin, finish, changes)) {
      routes.push({ ...last, course: last.route.course, last });
      continue;
    }
    const anywhere = !isOn(middle(begin)) || !isOn(middle(finish));
    const route = findRoute(begin, finish, { from, to }, all, anywhere ? () => true : isOn);
    const box = grow(unionOf(route.tried.map(({ course }) => courseBox(course))) ?? begin.box, AIR);
    routes.push({ id, from, to, ends: [begin, finish], route, course: route.course, box, last });
  }

  const stirred = stirredBy(routes, known, changes);
  const shifts = fanned(
    routes.map(({ from, to, course, last }) => ({ from, to, course, before: last?.shift ?? null })),
    (id) => shapes.get(id),
    (id) => !stirred.has(id),
  );
  const found = new Map<string, Found>();
  const made = new Map<string, RoutedTie>();
  routes.forEach(({ id, from, to, ends, route, box, last }, nth) => {
    const shift = shifts[nth] ?? UNSHIFTED;
    const isAsBefore = last?.route === route && sameShift(last.shift, shift) && !isNear(last.routed, shift, changes);
    const routed = isAsBefore ? last.routed : kept(routedBy(route, shift, { from, to }, all), last?.routed);
    found.set(id, { id, from, to, ends, route, box, shift, routed });
    made.set(id, routed);
  });
  return { ties: made, found, barriers, sheet: ground.sheet };
}

/** How much there is to see through in a picture: what a better place for something makes less. */
export interface Tangle {
  /** Pairs of ties that cross. */
  readonly crossings: number;
  /** Ties that run under or over something they do not join. */
  readonly through: number;
  /** Of all ties together, mm. */
  readonly length: number;
}

/** Judges a network as it is drawn: a millisecond or two for a hundred ties, of which crossings are nearly all. */
export function tangleOf({ ties }: Network): Tangle {
  const drawn = [...ties.values()];
  return {
    crossings: crossingsOf(drawn.map(({ path }) => path)),
    through: drawn.filter(({ lifted }) => lifted.length > 0).length,
    length: drawn.reduce((sum, { path }) => sum + measureOf(path).length, 0),
  };
}

/** A route with its ends fanned, unless that would bring it over something it now passes. */
function routedBy(route: Route, shift: Shift, ends: { from: string; to: string }, barriers: readonly Barrier[]) {
  const { course, under } = route;
  const fan = shift === UNSHIFTED ? course : shifted(course, shift);
  const isFree = fan === course || hitsOf(fan, barriers, ends, TOUCH).every(({ barrier }) => under.includes(barrier));
  const path = isFree ? fan : course;
  return { path, lifted: liftedOver(path, under) };
}

/** The object there was, if it says the same. */
function kept(now: RoutedTie, before: RoutedTie | undefined): RoutedTie {
  const same = before && sameCourse(before.path, now.path) && sameCourse(before.lifted, now.lifted);
  return same ? before : now;
}

function sameCourse(a: Course, b: Course): boolean {
  return (
    a === b ||
    (a.length === b.length &&
      a.every((curve, nth) => curve.every(([x, y], at) => x === b[nth]?.[at]?.[0] && y === b[nth]?.[at]?.[1])))
  );
}

/** The shapes at which a tie came, went or took another way, or that changed themselves: ends are to be fanned anew there. */
function stirredBy(
  routes: readonly (Joined & { readonly route: Route; readonly last: Found | null })[],
  known: Network | null,
  changes: readonly Change[],
): ReadonlySet<string> {
  const stirred = new Set(changes.map(({ id }) => id));
  const stir = ({ from, to }: Joined) => stirred.add(from).add(to);
  const ids = new Set<string>();
  for (const one of routes) {
    ids.add(one.id);
    if (one.last?.route === one.route) continue;
    stir(one);
    if (one.last) stir(one.last);
  }
  for (const one of known?.found.values() ?? []) if (!ids.has(one.id)) stir(one);
  return stirred;
}

interface Change {
  readonly id: string;
  readonly before: Barrier | undefined;
  readonly after: Barrier | undefined;
}

/** All there is, lowest first; what lies as it did is the same object as it was. */
function barriersOf({ items, initiative, seats }: Ground, before: Network | null): ReadonlyMap<string, Barrier> {
  const barriers = new Map<string, Barrier>();
  const put = (barrier: Barrier) => {
    const known = before?.barriers.get(barrier.id);
    barriers.set(barrier.id, known && sameBarrier(known, barrier) ? known : barrier);
  };
  for (const item of items) put(itemBarrier(item));
  put(plainBarrier(INITIATIVE, initiative));
  for (const seat of seats) if (!seat.free) put(seatBarrier(seat));
  return barriers;
}

function changesBetween(before: ReadonlyMap<string, Barrier>, after: ReadonlyMap<string, Barrier>): Change[] {
  const changes: Change[] = [];
  for (const [id, barrier] of after) {
    const old = before.get(id);
    if (old !== barrier) changes.push({ id, before: old, after: barrier });
  }
  for (const [id, old] of before) if (!after.has(id)) changes.push({ id, before: old, after: undefined });
  return changes;
}

/** Whether a search would go now as it went: nothing that counted in it has changed, and nothing has come to count. */
function isUntouched(
  { ends, from, to, route, box }: Found,
  begin: TieEnd,
  finish: TieEnd,
  changes: readonly Change[],
): boolean {
  if (!liesAs(ends[0], begin) || !liesAs(ends[1], finish)) return false;
  return changes.every(({ id, after }) => {
    if (id === from || id === to) return true;
    if (route.counted.has(id)) return false;
    if (!after || !overlaps(after.box, box)) return true;
    return route.tried.every(({ course, air }) => hitsOf(course, [after], { from, to }, air).length === 0);
  });
}

/** Whether a change may decide anew if a fanned end still passes everything. */
function isNear({ path }: RoutedTie, shift: Shift, changes: readonly Change[]): boolean {
  if (shift === UNSHIFTED || changes.length === 0) return false;
  const around = grow(courseBox(path), 3 * AIR + 2 * TOUCH);
  const isIn = (barrier: Barrier | undefined) => barrier !== undefined && overlaps(barrier.box, around);
  return changes.some(({ before, after }) => isIn(before) || isIn(after));
}

/** Whether an end lies as it did: while words are written in the room they have, all that changes is the words. */
export function liesAs(before: TieEnd, now: TieEnd): boolean {
  return before === now || (sameBox(before.box, now.box) && before.radius === now.radius && before.turn === now.turn);
}

const sameShift = (a: Shift, b: Shift) =>
  a === b || (a.from[0] === b.from[0] && a.from[1] === b.from[1] && a.to[0] === b.to[0] && a.to[1] === b.to[1]);

const sameSheet = (a: SheetShape, b: SheetShape) => a === b || (a.shape === b.shape && sameBox(a.box, b.box));

const middle = ({ box }: TieEnd): Point => [box.x + box.w / 2, box.y + box.h / 2];

function within({ shape, box }: SheetShape): (at: Point) => boolean {
  const [x, y, w, h] = [box.x + box.w / 2, box.y + box.h / 2, box.w / 2 - INSIDE, box.h / 2 - INSIDE];
  return ([px, py]) => {
    const [across, down] = [(px - x) / w, (py - y) / h];
    return shape === 'round' ? across * across + down * down <= 1 : Math.abs(across) <= 1 && Math.abs(down) <= 1;
  };
}
