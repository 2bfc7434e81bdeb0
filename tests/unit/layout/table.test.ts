import { describe, expect, test } from 'vitest';
import { contains, overlaps } from '../../../shared/layout/box.ts';
import { seatsPerSide } from '../../../shared/layout/rectangle-table.ts';
import { layTable, zoneOf } from '../../../shared/layout/table.ts';
import { LIMITS } from '../../../shared/model/schema.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { plainCloth, plainItem, plainSeats } from './plain-cloth.ts';

const SEATS = Array.from({ length: LIMITS.seats }, (_, at) => at + 1);
const table = (seats: number, shape: 'rectangle' | 'round' = 'rectangle') =>
  layTable(plainCloth({ seats: plainSeats(seats), shape }));

describe('the sheet', () => {
  test('for six measures 1,800 by 1,200 mm', () => {
    expect(table(6).sheet).toMatchObject({ shape: 'rectangle', box: { x: -900, y: -600, w: 1_800, h: 1_200 } });
  });

  test('is no smaller than the cloth asks for, whatever it asks', () => {
    expect(layTable(plainCloth({ width: 3_000, height: 1_000 })).sheet.box).toMatchObject({ w: 3_000, h: 1_200 });
    for (const side of [0, -5, Number.NaN, Number.POSITIVE_INFINITY]) {
      const { w, h } = layTable(plainCloth({ width: side, height: side })).sheet.box;
      expect([w, h]).toEqual([1_800, 1_200]);
    }
  });

  test('never gets smaller when someone sits down', () => {
    const widths = SEATS.map((seats) => table(seats).sheet.box.w);
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
    expect(widths.at(-1)).toBeGreaterThan(3_000);
  });

  test('grows with what is written, in steps, and for what is about to be', () => {
    const written = (count: number) =>
      Array.from({ length: count }, (_, at) => plainItem(`woord ${at}`, [0, 0], { seat: `seat-${at % 6}` }));
    const widths = Array.from({ length: 40 }, (_, at) => layTable(plainCloth({ items: written(at * 9) })).sheet.box.w);
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
    expect(new Set(widths).size).toBeLessThan(12);
    const expected = layTable(plainCloth({ items: written(300) }), {
      seat: 'seat-0',
      texts: Array.from({ length: 60 }, () => 'boekenlijst'),
    });
    expect(expected.sheet.box.w).toBeGreaterThan(1_800);
  });

  test('is the same object while seats and size are the same', () => {
    const cloth = plainCloth();
    const layout = layTable(cloth);
    layTable(cloth, { seat: 'seat-0', texts: Array.from({ length: 90 }, () => 'boekenlijst') });
    expect(layTable({ ...cloth, initiative: 'anders' })).toBe(layout);
  });
});

describe('seats round a rectangle', () => {
  test.each([
    [1, { top: 0, right: 0, bottom: 1, left: 0 }],
    [2, { top: 1, right: 0, bottom: 1, left: 0 }],
    [4, { top: 1, right: 1, bottom: 1, left: 1 }],
    [6, { top: 2, right: 1, bottom: 2, left: 1 }],
    [24, { top: 7, right: 5, bottom: 7, left: 5 }],
  ])('%s of them are spread over the sides by length', (seats, expected) => {
    expect(seatsPerSide(seats, 1_800, 1_200)).toEqual(expected);
  });

  test('have stretches of which none is much more than twice another once there are six or more', () => {
    for (const seats of SEATS.filter((count) => count >= 6)) {
      const lengths = table(seats).zones.map(({ length }) => length);
      expect(Math.max(...lengths) / Math.min(...lengths)).toBeLessThan(2.3);
    }
  });
});

describe.each(['rectangle', 'round'] as const)('seats round a %s table', (shape) => {
  test('go clockwise from the top left, in their order', () => {
    for (const seats of SEATS.filter((count) => count > 2)) {
      const { zones, sheet } = table(seats, shape);
      const angles = zones.map(({ at: [x, y] }) => Math.atan2(y / sheet.box.h, x / sheet.box.w) + Math.PI * 0.75);
      const turned = angles.map((angle) => (angle + 4 * Math.PI) % (2 * Math.PI));
      expect(turned, `${seats} seats`).toEqual(turned.toSorted((a, b) => a - b));
    }
  });

  test('have their names on the sheet, upright or on their side, none over another', () => {
    for (const seats of SEATS) {
      const cloth = plainCloth({
        seats: plainSeats(seats).map((seat) => ({ ...seat, name: 'Anne-Marie Bartholomeus' })),
        shape,
      });
      const scene = buildScene(cloth, fontMeasure);
      scene.seats.forEach((seat, at) => {
        expect(Math.abs(seat.angle)).toBeLessThanOrEqual(Math.PI / 2 + 1e-9);
        expect(contains(scene.sheet.box, [seat.box.x, seat.box.y])).toBe(true);
        expect(contains(scene.sheet.box, [seat.box.x + seat.box.w, seat.box.y + seat.box.h])).toBe(true);
        for (const other of scene.seats.slice(at + 1))
          expect(overlaps(seat.box, other.box), `${seats} seats`).toBe(false);
      });
    }
  });

  test('are found by their id', () => {
    const layout = table(5, shape);
    expect(zoneOf(layout, 'seat-3')?.seat.order).toBe(3);
    expect(zoneOf(layout, 'seat-9')).toBeNull();
    expect(zoneOf(layout, null)).toBeNull();
  });
});

test('a name that is too long for its stretch is cut off, and said to be', () => {
  const [first, ...others] = plainSeats(24);
  const name = 'Wilhelmina van der Meulen-Oosterhuis tot Zuylen en Haar';
  const { seats } = buildScene(plainCloth({ seats: first ? [{ ...first, name }, ...others] : [] }), fontMeasure);
  expect(seats[0]?.label).toMatch(/^Wilhelmina .+…$/);
  expect(seats[0]?.name).toBe(name);
});

test('a seat without a name is free', () => {
  const [first] = plainSeats(1);
  const { seats } = buildScene(plainCloth({ seats: first ? [{ ...first, name: '  ' }] : [] }), fontMeasure);
  expect(seats[0]?.free).toBe(true);
});
