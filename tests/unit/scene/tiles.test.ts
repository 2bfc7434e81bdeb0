import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layTiles, TILE_NAMES, TILING } from '../../../shared/scene/tiles.ts';

const page = fc.record({ w: fc.integer({ min: 20, max: 1_300 }), h: fc.integer({ min: 20, max: 1_300 }) });

test('the sheets of a page cover all of it, each lies over the one before, and none is larger than a printer prints', () => {
  fc.assert(
    fc.property(page, fc.constantFrom(...TILE_NAMES), (size, name) => {
      const { sheet, columns, rows, tiles } = layTiles(size, name);
      expect(tiles).toHaveLength(columns * rows);
      for (const { box, column, row } of tiles) {
        expect(box.w).toBeLessThanOrEqual(sheet.w - 2 * TILING.margin);
        expect(box.h).toBeLessThanOrEqual(sheet.h - 2 * TILING.margin);
        expect(Math.min(box.w, box.h)).toBeGreaterThan(0);
        const next = tiles.find((other) => other.row === row && other.column === column + 1);
        expect(box.x + box.w).toBeCloseTo(next ? next.box.x + TILING.overlap : size.w);
        const below = tiles.find((other) => other.column === column && other.row === row + 1);
        expect(box.y + box.h).toBeCloseTo(below ? below.box.y + TILING.overlap : size.h);
      }
      expect(new Set(tiles.map((tile) => tile.name)).size).toBe(tiles.length);
    }),
    { numRuns: 40 },
  );
});

test('sheets lie or stand, whichever takes fewer, and are named by row and column', () => {
  expect(layTiles({ w: 297, h: 210 }, 'a3').tiles.map(({ name }) => name)).toEqual(['A1']);
  const a1 = layTiles({ w: 841, h: 594 }, 'a4');
  expect([a1.columns, a1.rows, a1.tiles.at(-1)?.name]).toEqual([5, 3, 'C5']);
});
