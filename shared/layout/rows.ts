import type { Point } from '../model/schema.ts';
import { type Box, grow } from './box.ts';
import { type Frame, type FrameBox, fromFrame, inFrame, pointToFrame, toFrame } from './frame.ts';
import type { SheetShape } from './shapes.ts';

/** Where along the edge a row may run, mm. */
export interface Span {
  readonly lo: number;
  readonly hi: number;
}

/** For a row from depth v to v + dv: where it may run, or null where there is none. */
export type SpanAt = (v: number, dv: number) => Span | null;

/** Between which depths to look, and around which place along the edge a row is filled, mm. */
export interface Depths {
  readonly from: number;
  readonly to: number;
  readonly middle: number;
  /** Distance of further depths to try, where rows get longer on the way in (a round table). */
  readonly step?: number;
}

/**
 * The first free place, row by row from `from` on, each row from its middle outwards: rows begin where something before them ends, so they close up like
 * written lines. Obstacles sorted by `v0`. Null when no row up to `to` has room. O(n log n) in the obstacles.
 */
export function firstGap(
  obstacles: readonly FrameBox[],
  { du, dv }: { readonly du: number; readonly dv: number },
  spanAt: SpanAt,
  { from, to, middle, step }: Depths,
): { u: number; v: number } | null {
  const starts = [from];
  for (const { v1 } of obstacles) if (v1 > from && v1 <= to) starts.push(v1);
  if (step) for (let v = from + step; v <= to; v += step) starts.push(v);
  starts.sort((a, b) => a - b);
  let beside: FrameBox[] = [];
  let next = 0;
  let last = Number.NaN;
  for (const v of starts) {
    if (v === last) continue;
    last = v;
    beside = beside.filter(({ v1 }) => v1 > v);
    for (let box = obstacles[next]; box && box.v0 < v + dv; box = obstacles[++next])
      if (box.v1 > v) insert(beside, box);
    const span = spanAt(v, dv);
    if (!span || span.hi - span.lo < du) continue;
    const u = gapInRow(beside, du, span, middle);
    if (u !== null) return { u, v };
  }
  return null;
}

/** Keeps a row's obstacles in order along the edge, so that they need not be sorted again for every row. */
function insert(row: FrameBox[], box: FrameBox): void {
  let [low, high] = [0, row.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((row[middle]?.u0 ?? 0) < box.u0) low = middle + 1;
    else high = middle;
  }
  row.splice(low, 0, box);
}

/** Where in a row `du` fits nearest to `middle`; null when nowhere. */
function gapInRow(beside: readonly FrameBox[], du: number, { lo, hi }: Span, middle: number): number | null {
  let best: number | null = null;
  const offer = (from: number, to: number) => {
    if (to - from < du) return;
    const u = Math.min(Math.max(middle - du / 2, from), to - du);
    if (best === null || Math.abs(u + du / 2 - middle) < Math.abs(best + du / 2 - middle)) best = u;
  };
  let free = lo;
  for (const box of beside) {
    if (box.u0 > free) offer(free, Math.min(box.u0, hi));
    free = Math.max(free, box.u1);
    if (free >= hi) break;
  }
  offer(free, hi);
  return best;
}

/** Rows inside a polygon (as wide as it is at the row's middle) that also stay on the sheet, `inset` mm from its edge. */
export function rowsIn(polygon: readonly Point[], frame: Frame, sheet: SheetShape, inset: number): SpanAt {
  const corners = polygon.map((point) => pointToFrame(frame, point));
  const within = rowsOnSheet(frame, sheet, inset);
  return (v, dv) => {
    const level = v + dv / 2;
    let lo = Infinity;
    let hi = -Infinity;
    corners.forEach((a, at) => {
      const b = corners[(at + 1) % corners.length] ?? a;
      if (a.v > level === b.v > level) return;
      const u = a.u + ((level - a.v) / (b.v - a.v)) * (b.u - a.u);
      lo = Math.min(lo, u);
      hi = Math.max(hi, u);
    });
    const row = within(v, dv);
    return row && lo < hi ? { lo: Math.max(lo, row.lo), hi: Math.min(hi, row.hi) } : null;
  };
}

/** Rows anywhere on the sheet, at least `inset` mm from its edge. */
export function rowsOnSheet(frame: Frame, { shape, box }: SheetShape, inset: number): SpanAt {
  const inner = toFrame(frame, grow(box, -inset));
  if (shape === 'rectangle') {
    return (v, dv) => (v < inner.v0 || v + dv > inner.v1 ? null : { lo: inner.u0, hi: inner.u1 });
  }
  const middle = { u: (inner.u0 + inner.u1) / 2, v: (inner.v0 + inner.v1) / 2 };
  const radius = (inner.u1 - inner.u0) / 2;
  return (v, dv) => {
    const off = Math.max(Math.abs(v - middle.v), Math.abs(v + dv - middle.v));
    if (off >= radius) return null;
    const half = Math.sqrt(radius * radius - off * off);
    return { lo: middle.u - half, hi: middle.u + half };
  };
}

/** Obstacles as one who sits at a side meets them; for rows that go outwards from the edge, turn the depth round. */
export function obstaclesIn(frame: Frame, boxes: readonly Box[], outwards: boolean): FrameBox[] {
  const turned = boxes.map((box) => {
    const seen = toFrame(frame, box);
    return outwards ? { ...seen, v0: -seen.v1, v1: -seen.v0 } : seen;
  });
  return turned.sort((a, b) => a.v0 - b.v0);
}

/** The centre of a w × h box whose first corner stands at (u, v). */
export function centreAt(
  frame: Frame,
  w: number,
  h: number,
  { u, v }: { u: number; v: number },
  outwards: boolean,
): Point {
  const { du, dv } = inFrame(frame, w, h);
  return fromFrame(frame, u + du / 2, outwards ? -(v + dv / 2) : v + dv / 2);
}
