import { expect, test } from 'vitest';
import { bodyAt } from '../../../client/canvas/input/hit.ts';
import { SceneIndex } from '../../../client/canvas/stage/scene-index.ts';
import { type Box, cornersOf } from '../../../shared/layout/box.ts';
import { placeIngredients } from '../../../shared/layout/placing.ts';
import { turned } from '../../../shared/layout/turn.ts';
import type { Point } from '../../../shared/model/schema.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { overlappingPairs, plainCloth, plainItem, plainSeats, plainTie } from '../layout/plain-cloth.ts';

const WORDS = ['boekenlijst', 'opdrachten van de mailinglist', 'poëzie', 'filmmateriaal', 'leesclub op donderdag'];

/** A table at which everyone wrote some words, where the program lays them. */
function written(shape: 'rectangle' | 'round', seats = 6, times = 1): ClothSnapshot {
  const words = Array.from({ length: times }, () => WORDS).flat();
  let cloth = plainCloth({ shape, seats: plainSeats(seats) });
  for (const { id } of cloth.seats) {
    const places = placeIngredients(cloth, id, words, fontMeasure);
    const items = words.map((text, at) => plainItem(`${id} ${at} ${text}`, places[at] ?? [0, 0], { text, seat: id }));
    cloth = { ...cloth, items: [...cloth.items, ...items] };
  }
  const [first] = cloth.items;
  return { ...cloth, ties: first ? [plainTie(first.id, 'initiative')] : [] };
}

test.each(['rectangle', 'round'] as const)('on a %s table words face who wrote them and cover no others', (shape) => {
  const cloth = written(shape);
  const upright = buildScene(cloth, fontMeasure);
  const scene = buildScene(cloth, fontMeasure, { facing: 'asWritten' });
  const facing = new Map(scene.seats.map((seat) => [seat.id, seat.facing]));
  for (const [at, { turn }] of scene.items.entries()) {
    expect(turn).toBe(facing.get(cloth.items[at]?.seat ?? ''));
  }
  const boxes = scene.items.filter(({ turn }) => Math.abs(Math.sin(2 * turn)) < 1e-6).map(({ extent }) => extent);
  expect(overlappingPairs(boxes)).toEqual([]);
  // What everyone else sees, and takes home, stays as it was.
  expect(buildScene(cloth, fontMeasure)).toBe(upright);
  expect(upright.items.every(({ turn }) => turn === 0)).toBe(true);
});

test.each([3, 5, 6, 7, 9, 12, 24])('on a round table for %i slanting words touch no others', (seats) => {
  const scene = buildScene(written('round', seats, seats > 12 ? 1 : 3), fontMeasure, { facing: 'asWritten' });
  const bodies = scene.items.map(({ id, centre, extent, box, turn }) => ({
    id,
    extent,
    corners: turnedCorners(box, centre, turn),
  }));
  const touching = overlappingPairs(bodies.map(({ extent }) => extent)).flatMap(([a, b]) => {
    const [one, other] = [bodies[a], bodies[b]];
    return one && other && meet(one.corners, other.corners) ? [`${one.id} and ${other.id}`] : [];
  });
  expect(touching).toEqual([]);
});

test('a finger meets turned words where they lie, and the table beside them', () => {
  const cloth = written('rectangle');
  const scene = buildScene(cloth, fontMeasure, { facing: 'asWritten' });
  const index = new SceneIndex();
  index.update(scene);
  for (const { id, centre, box, turn } of scene.items) {
    const reach: Point = turned([box.w / 2 - 2, 0], turn);
    const end: Point = [centre[0] + reach[0], centre[1] + reach[1]];
    expect(bodyAt(index, end, 'mouse', 1)).toEqual({ on: 'item', id });
  }
});

test('a tie leaves turned words at their border', () => {
  const scene = buildScene(written('rectangle'), fontMeasure, { facing: 'asWritten' });
  const [tie] = scene.ties;
  const from = scene.items.find(({ id }) => id === tie?.from);
  const start = tie?.path[0]?.[0];
  if (!start || !from) throw new Error('there is a tie');
  const [x, y] = turned([start[0] - from.centre[0], start[1] - from.centre[1]], -from.turn);
  const onSide = Math.abs(Math.abs(x) - from.box.w / 2) < 1e-6 || Math.abs(Math.abs(y) - from.box.h / 2) < 1e-6;
  expect(onSide).toBe(true);
});

test('what did not change is the very same shape in the next scene', () => {
  const cloth = written('rectangle');
  const before = buildScene(cloth, fontMeasure, { facing: 'asWritten' });
  const more = { ...cloth, items: [...cloth.items, plainItem('nieuw', [0, 0], { seat: 'seat-0' })] };
  const after = buildScene(more, fontMeasure, { facing: 'asWritten' });
  expect(after.items.slice(0, before.items.length).every((shape, at) => shape === before.items[at])).toBe(true);
});

function turnedCorners(box: Box, [cx, cy]: Point, turn: number): readonly Point[] {
  return cornersOf(box).map(([x, y]) => {
    const [dx, dy] = turned([x - cx, y - cy], turn);
    return [cx + dx, cy + dy];
  });
}

/** Whether two convex shapes share area: no line along a side of either parts them. */
function meet(a: readonly Point[], b: readonly Point[]): boolean {
  const sides = [a, b].flatMap((corners) =>
    corners.map((from, at): Point => {
      const to = corners[(at + 1) % corners.length] ?? from;
      return [from[1] - to[1], to[0] - from[0]];
    }),
  );
  return sides.every(([nx, ny]) => {
    const [along, other] = [a, b].map((corners) => corners.map(([x, y]) => x * nx + y * ny));
    if (!along || !other) return false;
    return Math.max(...along) > Math.min(...other) + 1e-6 && Math.max(...other) > Math.min(...along) + 1e-6;
  });
}
