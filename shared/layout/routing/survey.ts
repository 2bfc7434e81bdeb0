import { apartFrom } from './apart.ts';
import type { Barrier } from './barrier.ts';
import type { Course } from './course.ts';

/** The shapes that a tie joins, by id: these are not in its way. */
export interface Ends {
  readonly from: string;
  readonly to: string;
}

/** A barrier that a course does not keep clear of. */
export interface Hit {
  readonly barrier: Barrier;
  /** How much of the wanted air is missing, mm, rounded: more than the air itself means that the course runs into it. */
  readonly depth: number;
  /** On which of the course's curves it is worst. */
  readonly curve: number;
}

/** How many straight pieces stand for one curve where a course is measured. */
const PIECES = 14;
/** Less is no depth but a rounding, mm. */
const GRAIN = 1e-6;
/** How deep a course may lie in a shape it ends at, beyond its own first and last steps, mm. */
const IN_OWN = 1;

/** The places of the course that is looked at: kept, for lists made anew for every course would cost more than the rest. */
let xs = new Float64Array(8 * PIECES + 1);
let ys = new Float64Array(8 * PIECES + 1);

/** The course that is laid out: one is asked about in several ways, one after the other. */
let laidOut: Course | null = null;

/** Lays a course out in straight pieces for the questions below. Returns how many there are. */
function layOut(course: Course): number {
  const pieces = course.length * PIECES;
  if (course === laidOut) return pieces;
  laidOut = course;
  if (xs.length <= pieces) {
    xs = new Float64Array(2 * pieces);
    ys = new Float64Array(2 * pieces);
  }
  for (let nth = 0; nth < course.length; nth++) {
    const curve = course[nth];
    if (!curve) continue;
    const [p, q, r, s] = curve;
    for (let at = nth === 0 ? 0 : 1; at <= PIECES; at++) {
      const t = at / PIECES;
      const u = 1 - t;
      const a = u * u * u;
      const b = 3 * u * u * t;
      const c = 3 * u * t * t;
      const d = t * t * t;
      xs[nth * PIECES + at] = a * p[0] + b * q[0] + c * r[0] + d * s[0];
      ys[nth * PIECES + at] = a * p[1] + b * q[1] + c * r[1] + d * s[1];
    }
  }
  return pieces;
}

/** Length in mm, and how far it turns in all, about radians: what tells a calm course from a winding one. */
export function measureOf(course: Course): { readonly length: number; readonly turn: number } {
  const pieces = layOut(course);
  let length = 0;
  let turn = 0;
  let ux = 0;
  let uy = 0;
  for (let at = 1; at <= pieces; at++) {
    const dx = (xs[at] ?? 0) - (xs[at - 1] ?? 0);
    const dy = (ys[at] ?? 0) - (ys[at - 1] ?? 0);
    const step = Math.sqrt(dx * dx + dy * dy);
    if (step < 1e-9) continue;
    turn += Math.abs((ux * dy - uy * dx) / step);
    length += step;
    ux = dx / step;
    uy = dy / step;
  }
  return { length, turn };
}

/** Whether a course comes back over a shape that it ends at. */
export function entersOwn(course: Course, own: readonly Barrier[]): boolean {
  const pieces = layOut(course);
  for (const {
    parts: [body],
    box,
  } of own) {
    for (let at = 2; body && at < pieces - 2; at++) {
      const ax = xs[at] ?? 0;
      const bx = xs[at + 1] ?? 0;
      if ((ax < box.x && bx < box.x) || (ax > box.x + box.w && bx > box.x + box.w)) continue;
      if (apartFrom(body, ax, ys[at] ?? 0, bx, ys[at + 1] ?? 0) < -IN_OWN) return true;
    }
  }
  return false;
}

/** What a course comes nearer to than `air` mm, of barriers it does not end at. */
export function hitsOf(course: Course, barriers: readonly Barrier[], ends: Ends, air: number): Hit[] {
  const pieces = layOut(course);
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let foot = -Infinity;
  for (let at = 0; at <= pieces; at++) {
    const x = xs[at] ?? 0;
    const y = ys[at] ?? 0;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > foot) foot = y;
  }
  const hits: Hit[] = [];
  for (let nth = 0; nth < barriers.length; nth++) {
    const barrier = barriers[nth];
    if (!barrier) continue;
    const { x, y, w, h } = barrier.box;
    if (x > right + air || y > foot + air || x + w < left - air || y + h < top - air) continue;
    if (barrier.id === ends.from || barrier.id === ends.to) continue;
    const hit = hitOn(barrier, pieces, air);
    if (hit) hits.push(hit);
  }
  return hits;
}

/** Where the course laid out comes nearest to a barrier, if it is too near. */
function hitOn(barrier: Barrier, pieces: number, air: number): Hit | null {
  const { parts, box } = barrier;
  const left = box.x - air;
  const top = box.y - air;
  const right = box.x + box.w + air;
  const foot = box.y + box.h + air;
  let least = air;
  let nearest = 0;
  for (let at = 0; at < pieces; at++) {
    const ax = xs[at] ?? 0;
    const bx = xs[at + 1] ?? 0;
    if ((ax < left && bx < left) || (ax > right && bx > right)) continue;
    const ay = ys[at] ?? 0;
    const by = ys[at + 1] ?? 0;
    if ((ay < top && by < top) || (ay > foot && by > foot)) continue;
    for (let nth = 0; nth < parts.length; nth++) {
      const part = parts[nth];
      const from = part ? apartFrom(part, ax, ay, bx, by) : air;
      if (from >= least) continue;
      least = from;
      nearest = at;
    }
  }
  const depth = Math.round((air - least) / GRAIN) * GRAIN;
  return depth > 0 ? { barrier, depth, curve: Math.floor(nearest / PIECES) } : null;
}

/** How many pairs of these courses cross: one pair counts once, however often it does. */
export function crossingsOf(courses: readonly Course[]): number {
  const lines = courses.map((course) => {
    const pieces = layOut(course);
    const line = { xs: xs.slice(0, pieces + 1), ys: ys.slice(0, pieces + 1), left: 0, top: 0, right: 0, foot: 0 };
    line.left = Math.min(...line.xs);
    line.right = Math.max(...line.xs);
    line.top = Math.min(...line.ys);
    line.foot = Math.max(...line.ys);
    return line;
  });
  let crossings = 0;
  lines.forEach((one, nth) => {
    for (let at = 0; at < nth; at++) {
      const other = lines[at];
      if (!other || one.left > other.right || other.left > one.right) continue;
      if (one.top > other.foot || other.top > one.foot) continue;
      if (meet(one, other)) crossings++;
    }
  });
  return crossings;
}

interface Line {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

function meet(one: Line, other: Line): boolean {
  for (let a = 1; a < one.xs.length; a++) {
    const [ax, ay, bx, by] = [one.xs[a - 1] ?? 0, one.ys[a - 1] ?? 0, one.xs[a] ?? 0, one.ys[a] ?? 0];
    for (let b = 1; b < other.xs.length; b++) {
      const cx = other.xs[b - 1] ?? 0;
      const dx = other.xs[b] ?? 0;
      if ((cx < ax && cx < bx && dx < ax && dx < bx) || (cx > ax && cx > bx && dx > ax && dx > bx)) continue;
      const cy = other.ys[b - 1] ?? 0;
      const dy = other.ys[b] ?? 0;
      const c = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
      const d = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
      const e = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
      const f = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
      if (c > 0 !== d > 0 && e > 0 !== f > 0) return true;
    }
  }
  return false;
}
