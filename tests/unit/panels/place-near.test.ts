import { expect, test } from 'vitest';
import { placeNear } from '../../../client/panels/near/place-near.ts';
import { overlaps } from '../../../shared/layout/box.ts';

const ROOM = { x: 0, y: 0, w: 1_000, h: 800 };
const PANEL = { w: 300, h: 100 };
const target = (x: number, y: number) => ({ x: x - 40, y: y - 20, w: 80, h: 40 });

test('above by choice, in the middle of what it belongs to', () => {
  const at = placeNear(target(500, 400), PANEL, ROOM);
  expect(at?.x).toBe(350);
  expect(at && at.y + PANEL.h).toBeLessThan(380);
});

test('below where there is no room above, beside where there is none of either, and always within the room', () => {
  expect(placeNear(target(500, 60), PANEL, ROOM)?.y).toBeGreaterThan(80);
  expect(placeNear(target(500, 100), PANEL, { ...ROOM, h: 200 })?.x).toBeGreaterThan(540);
  for (const x of [10, 500, 990]) {
    for (const y of [10, 400, 790]) {
      const at = placeNear(target(x, y), PANEL, ROOM);
      expect(at?.x).toBeGreaterThanOrEqual(0);
      expect(at && at.x + PANEL.w).toBeLessThanOrEqual(1_000);
      expect(at && at.y + PANEL.h).toBeLessThanOrEqual(800);
      expect(at && overlaps({ ...at, ...PANEL }, target(x, y))).toBe(false);
    }
  }
});

test('on the side where it covers least', () => {
  const above = { x: 400, y: 200, w: 200, h: 150 };
  const below = { x: 470, y: 470, w: 20, h: 20 };
  expect(
    placeNear(target(500, 400), { w: 300, h: 100 }, { ...ROOM, x: 300, w: 400 }, [above, below])?.y,
  ).toBeGreaterThan(420);
});

test('nowhere when what it belongs to is out of sight; in a room too small for it, at the top', () => {
  expect(placeNear(target(-200, 400), PANEL, ROOM)).toBeNull();
  expect(placeNear(target(150, 50), PANEL, { x: 0, y: 0, w: 310, h: 110 })).toEqual({ x: 0, y: 0 });
});

test('a little aside or farther off where on each side something stands in the way', () => {
  const at = { x: 460, y: 380, w: 80, h: 40 };
  const ring = [
    { x: 340, y: 330, w: 80, h: 40 },
    { x: 400, y: 460, w: 220, h: 60 },
    { x: 580, y: 360, w: 200, h: 80 },
    { x: 200, y: 360, w: 200, h: 80 },
    { x: 360, y: 240, w: 80, h: 60 },
  ];
  const place = placeNear(at, PANEL, ROOM, ring);
  const covered = ring.filter((box) => place && overlaps({ ...place, ...PANEL }, box));
  expect(covered).toEqual([]);
});

test('where it fits on no side, there it covers least of what it belongs to', () => {
  const wide = { x: 20, y: 0, w: 960, h: 130 };
  const room = { x: 0, y: 0, w: 1_000, h: 230 };
  const at = placeNear(wide, { w: 300, h: 100 }, room);
  expect(at && overlaps({ ...at, w: 300, h: 100 }, wide)).toBe(false);
});
