import type { Point } from '../model/schema.ts';
import type { Box } from './box.ts';
import { besideCircle, type Stretch, stretchBetween } from './convex.ts';

/** Somebody (or something) that stands in each field of a letter they hold. Lengths in px. */
export interface Sized {
  readonly id: string;
  readonly size: { readonly w: number; readonly h: number };
}

export type Align = 'left' | 'centre' | 'right';

export interface Circle {
  readonly centre: Point;
  readonly radius: number;
}

interface Rows {
  /** Height at which the first row begins. */
  readonly from: number;
  readonly align: Align;
  /** Between people beside each other, and between rows. */
  readonly gap: { readonly people: number; readonly rows: number };
  /** What stays free. */
  readonly hub?: Circle;
}

/** Rows are tried this much lower where the shape leaves too little room, px. */
export const ROW_STEP = 6;

/** Stands people in rows within a convex polygon; null when they do not fit. `foot` is where the last row ends. */
export function standInRows<T extends Sized>(
  polygon: readonly Point[],
  people: readonly T[],
  { from, align, gap, hub }: Rows,
): { readonly people: readonly { readonly id: string; readonly box: Box }[]; readonly foot: number } | null {
  const placed: { id: string; box: Box }[] = [];
  const floor = Math.max(...polygon.map(([, y]) => y));
  const height = Math.max(0, ...people.map(({ size }) => size.h));
  let y = from;
  let waiting = people;
  while (waiting.length > 0) {
    if (y + height > floor) return null;
    const stretch = freeBetween(polygon, y, y + height, hub);
    const row = stretch ? firstThatFit(waiting, stretch[1] - stretch[0], gap.people) : [];
    if (!stretch || row.length === 0) {
      y += ROW_STEP;
      continue;
    }
    let x = startOf(stretch, widthOf(row, gap.people), align);
    for (const { id, size } of row) {
      placed.push({ id, box: { x, y: y + (height - size.h) / 2, w: size.w, h: size.h } });
      x += size.w + gap.people;
    }
    waiting = waiting.slice(row.length);
    y += height + gap.rows;
  }
  return { people: placed, foot: y };
}

/** What of a polygon is free between two heights: beside the circle, where there is one. */
export function freeBetween(polygon: readonly Point[], top: number, foot: number, hub?: Circle): Stretch | null {
  const stretch = stretchBetween(polygon, top, foot);
  return stretch && hub ? besideCircle(stretch, [top, foot], hub) : stretch;
}

/** Where something so wide begins in a stretch. */
export function startOf([left, right]: Stretch, width: number, align: Align): number {
  if (align === 'left') return left;
  return align === 'right' ? right - width : (left + right - width) / 2;
}

function firstThatFit<T extends Sized>(people: readonly T[], width: number, gap: number): readonly T[] {
  let fit = 0;
  while (fit < people.length && widthOf(people.slice(0, fit + 1), gap) <= width) fit++;
  return people.slice(0, fit);
}

function widthOf(people: readonly Sized[], gap: number): number {
  return people.reduce((sum, { size }) => sum + size.w + gap, -gap);
}
