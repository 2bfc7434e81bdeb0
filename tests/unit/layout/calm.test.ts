import { describe, expect, test } from 'vitest';
import { exampleCloth } from '../../../shared/commands/example.ts';
import { snapshotOfFile } from '../../../shared/formats/file-snapshot.ts';
import { type CalmOptions, calmLines } from '../../../shared/layout/calm/calm.ts';
import { routeTies, tangleOf } from '../../../shared/layout/routing/network.ts';
import type { Point } from '../../../shared/model/schema.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { differentiatie } from '../../support/cases/differentiatie.ts';
import { seeded } from '../../support/cases/seeded.ts';

const sceneOf = (cloth: ClothSnapshot) => buildScene(cloth, fontMeasure);
const calmed = (cloth: ClothSnapshot, options?: CalmOptions) => calmLines(cloth.ties, sceneOf(cloth), options);
/** The cloth as it is once connectors were laid where they are proposed. */
const laid = (cloth: ClothSnapshot, places: ReadonlyMap<string, Point>): ClothSnapshot => ({
  ...cloth,
  items: cloth.items.map((item) => ({ ...item, pos: places.get(item.id) ?? item.pos })),
});
/** Judged anew, from nothing, as every page will draw it. */
const tangle = (cloth: ClothSnapshot) => tangleOf(routeTies(cloth.ties, sceneOf(cloth), null));

describe('calmer lines', () => {
  test('of the case cross a third less often when four connectors are moved', () => {
    const { now, calmer } = calmed(differentiatie());
    const [few] = calmer;
    expect(few?.places.size).toBeLessThanOrEqual(4);
    expect(few?.tangle.crossings).toBeLessThanOrEqual(0.7 * now.crossings);
    expect(few?.tangle.through).toBe(0);
    expect(calmer.at(-1)?.tangle.crossings).toBeLessThanOrEqual(0.62 * now.crossings);
  });

  test('of forty connectors cross two fifths less often', () => {
    const { now, calmer } = calmed(seeded({ seats: 24, connectors: 40, ties: 120, seed: 1 }));
    expect(calmer.at(-1)?.tangle.crossings).toBeLessThanOrEqual(0.6 * now.crossings);
  });

  test.each([1, 2, 3])('are as they are said to be, and never worse in anything (seed %i)', (seed) => {
    for (const cloth of [
      seeded({ seats: 4, connectors: 10, ties: 30, seed }),
      seeded({ seats: 4, connectors: 14, ties: 43, seed }),
    ]) {
      const before = tangle(cloth);
      const { now, calmer } = calmed(cloth);
      expect(now).toEqual(before);
      for (const { places, tangle: said } of calmer) {
        const then = laid(cloth, places);
        expect(tangle(then)).toEqual({ ...said, length: expect.closeTo(said.length, 3) });
        expect(said.crossings + 2.5 * said.through).toBeLessThanOrEqual(0.75 * (now.crossings + 2.5 * now.through));
        expect(said.length).toBeLessThanOrEqual(now.length);
        expect(said.through).toBeLessThanOrEqual(now.through);
        liesWell(cloth, then, places);
      }
      const sizes = calmer.map(({ places }) => places.size);
      expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    }
  });

  test('are not offered where the lines lie well', () => {
    expect(calmed(snapshotOfFile(exampleCloth('nl', fontMeasure, 0))).calmer).toEqual([]);
  });

  test('are the same for the same cloth', () => {
    expect(calmed(differentiatie())).toEqual(calmed(differentiatie()));
  });

  test('leave what somebody has in hand', () => {
    const { calmer } = calmed(differentiatie());
    const [id] = calmer[0]?.places.keys() ?? [];
    if (!id) throw new Error('something was proposed');
    const without = calmed(differentiatie(), { fixed: new Set([id]) });
    for (const { places } of without.calmer) expect(places.has(id)).toBe(false);
  });
});

/** Only connectors are moved; each lies on the cloth, and over nothing. */
function liesWell(before: ClothSnapshot, after: ClothSnapshot, places: ReadonlyMap<string, Point>): void {
  const { items, initiative, sheet } = sceneOf(after);
  for (const id of places.keys()) {
    expect(before.items.find((item) => item.id === id)?.kind).toBe('connector');
    const moved = items.find((item) => item.id === id);
    if (!moved) throw new Error('what is moved is there');
    const [x, y] = moved.centre;
    expect(Math.abs(x) + moved.radius).toBeLessThan(sheet.box.w / 2);
    expect(Math.abs(y) + moved.radius).toBeLessThan(sheet.box.h / 2);
    expect(Math.hypot(x, y)).toBeGreaterThan(moved.radius + initiative.radius + 20);
    for (const other of items) {
      if (other.id === id) continue;
      const w = other.radius > 0 ? 0 : other.box.w / 2;
      const h = other.radius > 0 ? 0 : other.box.h / 2;
      const dx = Math.max(0, Math.abs(other.centre[0] - x) - w);
      const dy = Math.max(0, Math.abs(other.centre[1] - y) - h);
      expect(Math.hypot(dx, dy)).toBeGreaterThan(moved.radius + other.radius + 10);
    }
  }
}
