import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxAround, overlaps } from '../../../shared/layout/box.ts';
import { curveBox, pointOn, type TieEnd, tieEndAt, tiePath } from '../../../shared/layout/tie-path.ts';
import type { Point } from '../../../shared/model/schema.ts';

const circle = (at: Point, radius: number): TieEnd => ({ box: boxAround(at, 2 * radius, 2 * radius), radius });
const slip = (at: Point, w: number, h: number): TieEnd => ({ box: boxAround(at, w, h), radius: 0 });

/** How far a point lies from the border of an end, mm. */
function fromBorder({ box, radius }: TieEnd, [x, y]: Point): number {
  const [dx, dy] = [Math.abs(x - box.x - box.w / 2), Math.abs(y - box.y - box.h / 2)];
  return radius > 0 ? Math.abs(Math.hypot(dx, dy) - radius) : Math.abs(Math.max(dx - box.w / 2, dy - box.h / 2));
}

const place = fc.tuple(fc.integer({ min: -2_000, max: 2_000 }), fc.integer({ min: -2_000, max: 2_000 }));
const end: fc.Arbitrary<TieEnd> = fc.oneof(
  fc.tuple(place, fc.integer({ min: 40, max: 250 })).map(([at, radius]) => circle(at, radius)),
  fc
    .tuple(place, fc.integer({ min: 60, max: 400 }), fc.integer({ min: 40, max: 200 }))
    .map(([at, w, h]) => slip(at, w, h)),
);

describe('a tie', () => {
  test('ends at the border of what it joins, wherever that stands', () => {
    fc.assert(
      fc.property(end, end, (from, to) => {
        const [start, , , finish] = tiePath(from, to);
        if (overlaps(from.box, to.box)) return;
        expect(fromBorder(from, start)).toBeLessThan(0.01);
        expect(fromBorder(to, finish)).toBeLessThan(0.01);
      }),
      { numRuns: 3_000 },
    );
  });

  test('has no wild number in it, even when both ends are one', () => {
    fc.assert(
      fc.property(end, end, (from, to) => {
        for (const path of [tiePath(from, to), tiePath(from, from), tiePath(from, tieEndAt([0, 0]))]) {
          for (const value of path.flat()) expect(Number.isFinite(value)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('follows smoothly when an end moves', () => {
    const to = circle([0, 0], 170);
    for (let x = -800; x < 800; x++) {
      const [now, then] = [x, x + 1].map((at) => tiePath(slip([at, -520], 200, 40), to));
      now?.forEach(([px, py], at) => {
        const [qx, qy] = then?.[at] ?? [Number.NaN, Number.NaN];
        expect(Math.hypot(qx - px, qy - py), `at ${x}`).toBeLessThan(12);
      });
    }
  });

  test('leaves a word at the edge towards the middle, past the words beside it', () => {
    const path = tiePath(slip([-600, 520], 200, 40), circle([300, 300], 60));
    const neighbour = boxAround([-380, 520], 200, 40);
    for (let t = 0; t <= 1; t += 0.02) {
      const [x, y] = pointOn(path, t);
      expect(overlaps(boxAround([x, y], 1, 1), neighbour)).toBe(false);
    }
  });

  test('reaches to a bare point: the finger that draws it', () => {
    expect(tiePath(circle([0, 0], 50), tieEndAt([300, 0]))[3]).toEqual([300, 0]);
  });

  test('lies within its box', () => {
    const path = tiePath(slip([-600, 520], 200, 40), circle([300, 300], 60));
    const { x, y, w, h } = curveBox(path);
    for (let t = 0; t <= 1; t += 0.05) {
      const [px, py] = pointOn(path, t);
      expect(px >= x - 1e-9 && px <= x + w + 1e-9 && py >= y - 1e-9 && py <= y + h + 1e-9).toBe(true);
    }
  });
});
