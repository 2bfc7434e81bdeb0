import { describe, expect, test } from 'vitest';
import { blended, leapBetween } from '../../../shared/layout/routing/blend.ts';
import { tiePath } from '../../../shared/layout/tie-path.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { differentiatie } from '../../support/cases/differentiatie.ts';

describe('changing sides', () => {
  const low = [
    tiePath({ box: { x: 0, y: 0, w: 0, h: 0 }, radius: 0 }, { box: { x: 300, y: 0, w: 0, h: 0 }, radius: 0 }),
  ];
  const high = buildScene(differentiatie(), fontMeasure).ties.find(({ path }) => path.length > 2)?.path ?? [];

  test('begins between the ends as they are now, and arrives', () => {
    expect(blended(low, high, 1).length).toBe(high.length);
    expect(leapBetween(blended(low, high, 1), high)).toBeLessThan(1e-6);
    const begun = blended(low, high, 0);
    expect(begun[0]?.[0]).toEqual(high[0]?.[0]);
    expect(begun.at(-1)?.[3]).toEqual(high.at(-1)?.[3]);
  });

  test('is a leap, and to follow a hand is none', () => {
    const between = blended(low, high, 0);
    expect(leapBetween(between, high)).toBeGreaterThan(20);
    const followed = low.map(([p, q, r, s]) => [p, q, r, [s[0] + 3, s[1] + 2]] as const);
    expect(leapBetween(low, followed)).toBeLessThan(3);
  });
});
