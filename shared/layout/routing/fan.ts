import type { Point } from '../../model/schema.ts';
import { type Curve, pointOn, type TieEnd } from '../tie-path.ts';
import { apart, type Course, middleOf } from './course.ts';

/** Ends on one shape stand at least this far apart, and none is moved farther than `most` for it, mm. */
const SPREAD = { apart: 10, most: 22 } as const;
/** Where on its first curve a tie shows which way it heads. */
const HEADS_AT = 0.3;

/** The end of a tie at a shape. */
interface Foot {
  /** Which tie, in the order given, and at which end of it. */
  readonly tie: number;
  readonly last: boolean;
  readonly at: Point;
  readonly order: number;
}

/** How far both ends of a tie are moved along the borders they stand on. */
export interface Shift {
  readonly from: Point;
  readonly to: Point;
}

const STILL: Point = [0, 0];
export const UNSHIFTED: Shift = { from: STILL, to: STILL };

/** What is to be fanned: a course between two shapes, and how its ends were last moved. */
export interface Fanned {
  readonly from: string;
  readonly to: string;
  readonly course: Course;
  readonly before: Shift | null;
}

/**
 * Fans the ends that share a stretch of one shape: they keep their order round it and stand apart. For each course how far
 * its ends move; the very same {@link UNSHIFTED} where they do not. At shapes where all is `asBefore` nothing is looked at.
 */
export function fanned(
  ties: readonly Fanned[],
  shapeOf: (id: string) => TieEnd | undefined,
  asBefore: (id: string) => boolean,
): readonly Shift[] {
  const feet = new Map<string, Foot[]>();
  const shifts = ties.map(({ from, to, course, before }, tie) => {
    const first = course[0];
    const last = course[course.length - 1];
    if (!first || !last) return UNSHIFTED;
    const [keepsFrom, keepsTo] = [before !== null && asBefore(from), before !== null && asBefore(to)];
    if (!keepsFrom) put(feet, from, shapeOf(from), tie, false, first);
    if (!keepsTo) put(feet, to, shapeOf(to), tie, true, [last[3], last[2], last[1], last[0]]);
    if (before === null || before === UNSHIFTED || (keepsFrom && keepsTo)) return before ?? UNSHIFTED;
    const kept = { from: keepsFrom ? before.from : STILL, to: keepsTo ? before.to : STILL };
    return kept.from === STILL && kept.to === STILL ? UNSHIFTED : kept;
  });
  for (const [id, all] of feet) {
    const shape = shapeOf(id);
    if (!shape || all.length < 2) continue;
    for (const { foot, by } of spread(all, middleOf(shape))) {
      const shift = shifts[foot.tie] ?? UNSHIFTED;
      const moved = shape.radius > 0 ? onRim(foot.at, by, shape) : onSide(foot.at, by, shape);
      shifts[foot.tie] = foot.last ? { ...shift, to: moved } : { ...shift, from: moved };
    }
  }
  return shifts;
}

/** A course with its ends moved: the bows follow, and square to a rim they stay about as square. */
export function shifted(course: Course, { from, to }: Shift): Course {
  const last = course.length - 1;
  return course.map(([p, q, r, s], nth): Curve => {
    const begin = nth === 0 ? from : STILL;
    const finish = nth === last ? to : STILL;
    return [sum(p, begin), sum(q, begin), sum(r, finish), sum(s, finish)];
  });
}

const sum = ([x, y]: Point, by: Point): Point => (by === STILL ? [x, y] : [x + by[0], y + by[1]]);

function put(
  feet: Map<string, Foot[]>,
  id: string,
  shape: TieEnd | undefined,
  tie: number,
  last: boolean,
  curve: Curve,
): void {
  if (!shape) return;
  const [x, y] = middleOf(shape);
  const [hx, hy] = pointOn(curve, HEADS_AT);
  const foot = { tie, last, at: curve[0], order: round(hx - x, hy - y) };
  const known = feet.get(id);
  if (known) known.push(foot);
  else feet.set(id, [foot]);
}

/** A number from 0 to 4 that grows as a direction turns clockwise: an angle, without what engines round differently. */
function round(x: number, y: number): number {
  const part = y / Math.max(1e-9, Math.abs(x) + Math.abs(y));
  return x < 0 ? 2 - part : part < 0 ? 4 + part : part;
}

/** Feet that stand together, and their wanted places along the border. */
interface Block {
  readonly feet: Foot[];
  /** The sum of where the first of them would have to stand for each to stand as it does, mm. */
  sum: number;
}

/** Who moves, and by how much along the border, clockwise, mm: as little as keeps all of them apart. */
function spread(feet: readonly Foot[], middle: Point): { readonly foot: Foot; readonly by: number }[] {
  const ring = [...feet].sort((a, b) => a.order - b.order || a.tie - b.tie);
  const next = (nth: number) => ring[(nth + 1) % ring.length] as Foot;
  let widest = 0;
  ring.forEach((foot, nth) => {
    if (apart(foot.at, next(nth).at) > apart((ring[widest] as Foot).at, next(widest).at)) widest = nth;
  });
  // Unrolled at the widest gap: a row of feet, with how far along each stands.
  const row = [...ring.slice(widest + 1), ...ring.slice(0, widest + 1)];
  const stands: number[] = [];
  const blocks: Block[] = [];
  row.forEach((foot, nth) => {
    const before = row[nth - 1];
    stands.push(before ? (stands[nth - 1] ?? 0) + stepFrom(before.at, foot.at, middle) : 0);
    blocks.push({ feet: [foot], sum: stands[nth] ?? 0 });
    while (blocks.length > 1 && isTight(blocks[blocks.length - 2] as Block, blocks[blocks.length - 1] as Block)) {
      join(blocks);
    }
  });
  const moves: { foot: Foot; by: number }[] = [];
  let nth = 0;
  for (const block of blocks) {
    const begins = block.sum / block.feet.length;
    block.feet.forEach((foot, place) => {
      const by = begins + place * SPREAD.apart - (stands[nth] ?? 0);
      if (block.feet.length > 1) moves.push({ foot, by: Math.max(-SPREAD.most, Math.min(SPREAD.most, by)) });
      nth++;
    });
  }
  return moves;
}

const beginOf = ({ sum, feet }: Block) => sum / feet.length;

function isTight(one: Block, other: Block): boolean {
  return beginOf(one) + one.feet.length * SPREAD.apart > beginOf(other) + 1e-6;
}

function join(blocks: Block[]): void {
  const last = blocks.pop();
  const block = blocks[blocks.length - 1];
  if (!last || !block) return;
  block.sum += last.sum - last.feet.length * block.feet.length * SPREAD.apart;
  block.feet.push(...last.feet);
}

/** From one foot to the next along the border, mm: negative where ties that stand together head past one another. */
function stepFrom(a: Point, b: Point, [x, y]: Point): number {
  const step = apart(a, b);
  const turn = (a[0] - x) * (b[1] - y) - (a[1] - y) * (b[0] - x);
  return turn < 0 && step < SPREAD.apart ? -step : step;
}

/** How a foot on a circle moves. */
function onRim([x, y]: Point, by: number, shape: TieEnd): Point {
  const [cx, cy] = middleOf(shape);
  const [dx, dy] = [x - cx, y - cy];
  const [tx, ty] = [dx - (dy / shape.radius) * by, dy + (dx / shape.radius) * by];
  const length = Math.sqrt(tx * tx + ty * ty);
  return [(tx / length) * shape.radius - dx, (ty / length) * shape.radius - dy];
}

/** How a foot on a slip moves: along the side it stands on, up to the corner. */
function onSide(at: Point, by: number, { box, turn = 0 }: TieEnd): Point {
  const [cos, sin] = turn === 0 ? [1, 0] : [Math.cos(turn), Math.sin(turn)];
  const [dx, dy] = [at[0] - box.x - box.w / 2, at[1] - box.y - box.h / 2];
  const [x, y] = [dx * cos + dy * sin, dy * cos - dx * sin];
  const [w, h] = [box.w / 2, box.h / 2];
  const isLevel = Math.abs(y) * w >= Math.abs(x) * h;
  const clamp = (value: number, most: number) => Math.max(-most, Math.min(most, value));
  const move = isLevel ? clamp(x - Math.sign(y) * by, w) - x : clamp(y + Math.sign(x) * by, h) - y;
  return isLevel ? [move * cos, move * sin] : [-move * sin, move * cos];
}
