import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byFingers, byKey, placedOn } from '../../../client/panels/photo/photo-place.ts';
import { turned } from '../../../shared/layout/turn.ts';
import type { Point } from '../../../shared/model/schema.ts';

const PLACE = { pos: [100, 50], width: 1_000, turn: 0 } as const;

test('a photo is first laid as large as it can be on the sheet, in its middle', () => {
  const sheet = { x: -1_000, y: -500, w: 2_000, h: 1_000 };
  expect(placedOn(sheet, 0.75)).toEqual({ pos: [0, 0], width: 1_000 / 0.75, turn: 0 });
  expect(placedOn(sheet, 0.25)).toEqual({ pos: [0, 0], width: 2_000, turn: 0 });
});

test('keys move it, make it larger and smaller and turn it, with Shift by more, and leave other keys alone', () => {
  expect(byKey(PLACE, 'ArrowRight', false)?.pos).toEqual([105, 50]);
  expect(byKey(PLACE, 'ArrowUp', true)?.pos).toEqual([100, 0]);
  expect(byKey(PLACE, ']', false)?.turn).toBe(1);
  expect(byKey(PLACE, '{', true)?.turn).toBe(-15);
  const larger = byKey(PLACE, '+', true);
  expect(larger?.width).toBeGreaterThan(PLACE.width);
  expect(larger && byKey(larger, '-', false)?.width).toBeCloseTo(PLACE.width, 6);
  for (const key of ['Tab', 'Enter', 'a', ' ']) expect(byKey(PLACE, key, false)).toBeNull();
});

test('one finger moves it, two turn and size it round what lies under them', () => {
  expect(byFingers(PLACE, [[0, 0]], [[30, -10]])).toEqual({ ...PLACE, pos: [130, 40] });
  const point = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }));
  const apart = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]) > 20;
  fc.assert(
    fc.property(point, point, point, point, (from1, from2, to1, to2) => {
      fc.pre(apart(from1, from2) && apart(to1, to2));
      const next = byFingers(PLACE, [from1, from2], [to1, to2]);
      const scale = next.width / PLACE.width;
      // Where a spot of the photo lies now.
      const moved = ([x, y]: Point): Point => {
        const off = [(x - PLACE.pos[0]) * scale, (y - PLACE.pos[1]) * scale] as const;
        const [dx, dy] = turned(off, (next.turn * Math.PI) / 180);
        return [next.pos[0] + dx, next.pos[1] + dy];
      };
      for (const [from, to] of [
        [from1, to1],
        [from2, to2],
      ] as const) {
        const [x, y] = moved(from);
        expect(Math.hypot(x - to[0], y - to[1])).toBeLessThan(1e-6);
      }
    }),
  );
  expect(
    byFingers(
      PLACE,
      [
        [1, 1],
        [1, 1],
      ],
      [
        [5, 5],
        [9, 9],
      ],
    ),
  ).toEqual(PLACE);
});
