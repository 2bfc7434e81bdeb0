import { expect, test } from 'vitest';
import { memoryStorage } from '../../../client/device/device-storage.ts';
import { isRead, readEdges, rememberRead } from '../../../client/panels/walk/read-edges.ts';
import { firstStop, neighbourOf, sightOf, stopsOf } from '../../../client/panels/walk/stops.ts';
import { centreOf } from '../../../shared/layout/box.ts';
import { turned } from '../../../shared/layout/turn.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { plainCloth, plainItem, plainSeats } from '../layout/plain-cloth.ts';

const [gemma, caroline, heleen, theo] = ['seat-0', 'seat-1', 'seat-2', 'seat-3'];
const seats = plainSeats(4).map((seat) => (seat.id === heleen ? { ...seat, name: '' } : seat));
const cloth = plainCloth({
  seats,
  items: [
    plainItem('boekenlijst', [0, -500], { seat: gemma, createdAt: 10 }),
    plainItem('poëzie', [150, -500], { seat: gemma, createdAt: 30 }),
    plainItem('Thomas', [0, 200], { seat: gemma, kind: 'connector', createdAt: 90 }),
    plainItem('ouders', [-700, 0], { seat: theo, createdAt: 20 }),
  ],
});

test('one walks clockwise past every edge with a name or words, and round again', () => {
  const stops = stopsOf(cloth);
  expect(stops.map(({ seat, count, newest, number }) => [seat, count, newest, number])).toEqual([
    [gemma, 2, 30, 1],
    [caroline, 0, 0, 2],
    [theo, 1, 20, 4],
  ]);
  expect(firstStop(stops, gemma)?.seat).toBe(caroline);
  expect(firstStop(stops, null)?.seat).toBe(gemma);
  expect(neighbourOf(stops, theo, 1)?.seat).toBe(gemma);
  expect(neighbourOf(stops, gemma, -1)?.seat).toBe(theo);
  expect(neighbourOf([], gemma, 1)).toBeNull();
});

test('in front of every seat its words come in sight, upright on a turning table, the reader at their edge', () => {
  for (const shape of ['rectangle', 'round'] as const) {
    const table = plainCloth({ seats: plainSeats(6), shape });
    const scene = buildScene(table, fontMeasure);
    for (const { id, at } of scene.seats) {
      const room = { w: 1000, h: 700 };
      const sight = sightOf(scene, table, id, { turning: true, room, closest: 1.3 });
      if (!sight) throw new Error('a seat is in sight');
      const [x, y] = turned([at[0] - sight.at[0], at[1] - sight.at[1]], sight.turn);
      // The name stands in the lower half, and within what is seen.
      expect(y).toBeGreaterThan(0);
      expect(Math.abs(x)).toBeLessThanOrEqual(sight.w / 2);
      expect(y).toBeLessThanOrEqual(sight.h / 2);
      expect(sight.w / sight.h).toBeCloseTo(room.w / room.h, 5);
      expect(sightOf(scene, table, id, { turning: false, room, closest: 1.3 })?.turn).toBe(0);
    }
  }
  expect(
    sightOf(buildScene(cloth, fontMeasure), cloth, 'nobody', { turning: false, room: { w: 9, h: 9 }, closest: 1 }),
  ).toBeNull();
});

test('what has wandered far from its edge does not make the walker stand back', () => {
  const scene = buildScene(cloth, fontMeasure);
  const far = plainCloth({ seats, items: [...cloth.items, plainItem('ver weg', [700, 500], { seat: gemma })] });
  const options = { turning: false, room: { w: 1000, h: 700 }, closest: 1.3 };
  expect(sightOf(buildScene(far, fontMeasure), far, 'seat-0', options)?.w).toBeCloseTo(
    sightOf(scene, cloth, 'seat-0', options)?.w ?? 0,
  );
  const box = scene.items.find(({ id }) => id === 'boekenlijst')?.box;
  expect(box && centreOf(box)).toEqual([0, -500]);
});

test('a device remembers which edges were read on a cloth, until there is something new', () => {
  const storage = memoryStorage();
  const [stop] = stopsOf(cloth);
  if (!stop) throw new Error('there is an edge');
  expect(isRead(readEdges(storage, 'a'), stop)).toBe(false);
  rememberRead(storage, 'a', stop);
  expect(isRead(readEdges(storage, 'a'), stop)).toBe(true);
  expect(isRead(readEdges(storage, 'b'), stop)).toBe(false);
  expect(isRead(readEdges(storage, 'a'), { ...stop, newest: stop.newest + 1 })).toBe(false);
  for (const damaged of ['{', '[]', 'null', '{"seat-0":"x"}']) {
    storage.set('tafelkleed.read.a', damaged);
    expect(isRead(readEdges(storage, 'a'), stop)).toBe(false);
  }
});
