import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCamera } from '../../client/canvas/camera/camera.ts';
import { onScreen } from '../../client/canvas/camera/on-screen.ts';
import { type Box, contains, cornersOf, grow } from '../../shared/layout/box.ts';
import type { Point } from '../../shared/model/schema.ts';

const SHEET: Box = { x: -900, y: -600, w: 1800, h: 1200 };
const length = fc.double({ min: -2_000, max: 2_000, noNaN: true });
const point = fc.tuple(length, length);
const angle = fc.double({ min: -7, max: 7, noNaN: true });
const view = fc.record({ x: length, y: length, zoom: fc.double({ min: 0.05, max: 6, noNaN: true }), turn: angle });
const box = fc.record({
  x: length,
  y: length,
  w: fc.double({ min: 1, max: 900, noNaN: true }),
  h: fc.double({ min: 1, max: 900, noNaN: true }),
});
const inset = fc.record({
  top: fc.nat(120),
  right: fc.nat(120),
  bottom: fc.nat(120),
  left: fc.nat(120),
});

function lookingAt(from: { x: number; y: number; zoom: number; turn: number }) {
  const camera = createCamera({ whole: () => SHEET, reducedMotion: () => true });
  camera.resize(1000, 700);
  camera.set(from);
  return camera;
}

const apart = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);

test('whichever way the cloth is turned, a place on the screen and its place on the cloth are each other’s', () => {
  fc.assert(
    fc.property(view, point, (from, at) => {
      const camera = lookingAt(from);
      expect(apart(camera.toCloth(camera.toScreen(at)), at)).toBeLessThan(1e-6);
    }),
  );
});

test('turning keeps lengths: so far apart on the cloth is so far apart on the screen', () => {
  fc.assert(
    fc.property(view, point, point, (from, a, b) => {
      const camera = lookingAt(from);
      const shown = apart(camera.toScreen(a), camera.toScreen(b));
      expect(shown).toBeCloseTo(apart(a, b) * camera.get().zoom, 5);
    }),
  );
});

test('a pan brings what was under the hand to where the hand goes, and a zoom leaves it there', () => {
  fc.assert(
    fc.property(view, fc.tuple(fc.nat(1000), fc.nat(700)), point, (from, at, by) => {
      const camera = lookingAt(from);
      const held = camera.toCloth(at);
      camera.panBy(by);
      const there: Point = [at[0] + by[0], at[1] + by[1]];
      expect(apart(camera.toScreen(held), there)).toBeLessThan(1e-5);
      camera.zoomBy(1.3, there);
      expect(apart(camera.toScreen(held), there)).toBeLessThan(1e-5);
    }),
  );
});

test('nothing on the screen lies outside what is seen, and a box on the screen holds its corners', () => {
  fc.assert(
    fc.property(view, box, (from, some) => {
      const camera = lookingAt(from);
      const seen = grow(camera.seen(), 1e-6);
      for (const corner of cornersOf({ x: 0, y: 0, w: 1000, h: 700 })) {
        expect(contains(seen, camera.toCloth(corner))).toBe(true);
      }
      const shown = grow(onScreen(camera, some), 1e-5);
      for (const corner of cornersOf(some)) expect(contains(shown, camera.toScreen(corner))).toBe(true);
    }),
  );
});

test('what is faced or revealed comes clear of the toolbars, turned as asked', () => {
  const clear = { x: 0, y: 0, w: 1000, h: 700 };
  fc.assert(
    fc.property(view, box, inset, angle, (from, some, bars, turn) => {
      const camera = lookingAt(from);
      camera.setInset(bars);
      const free = grow(
        { x: bars.left, y: bars.top, w: clear.w - bars.left - bars.right, h: clear.h - bars.top - bars.bottom },
        1e-5,
      );
      camera.reveal(some);
      for (const corner of cornersOf(some)) expect(contains(free, camera.toScreen(corner))).toBe(true);
      const middle: Point = [some.x + some.w / 2, some.y + some.h / 2];
      camera.face({ at: middle, w: some.w, h: some.h, turn });
      const sight = camera.sight();
      expect(apart(sight.at, middle)).toBeLessThan(1e-5);
      expect(sight.w).toBeGreaterThanOrEqual(some.w - 1e-5);
      expect(sight.h).toBeGreaterThanOrEqual(some.h - 1e-5);
      expect(Math.cos(sight.turn - turn)).toBeCloseTo(1, 9);
    }),
  );
});

test('a held view stays where it is led', () => {
  fc.assert(
    fc.property(view, point, (from, by) => {
      const camera = lookingAt(from);
      const led = camera.get();
      camera.hold(true);
      camera.panBy(by);
      camera.zoomBy(2, [0, 0]);
      camera.fit();
      camera.set({ x: 1, y: 2, zoom: 3 });
      expect(camera.get()).toEqual(led);
      camera.hold(false);
      camera.fit();
      expect(camera.get().turn).toBe(0);
    }),
  );
});
