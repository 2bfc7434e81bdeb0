import { describe, expect, test } from 'vitest';
import { initiativeShape } from '../../../shared/layout/initiative-shape.ts';
import { radiusAround } from '../../../shared/layout/item-size.ts';
import { LIMITS } from '../../../shared/model/schema.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';

const NAMES = [
  '',
  'lezen',
  'leesplezier',
  'de school als lerende gemeenschap',
  'w'.repeat(LIMITS.name),
  'plezier in lezen '.repeat(7),
];

describe.each([1, 1.5])('the circle in the middle at scale %s', (scale) => {
  test.each(NAMES)('holds the name “%s”', (name) => {
    const { text, radius } = initiativeShape(name, scale, fontMeasure);
    expect(radiusAround(text, fontMeasure)).toBeLessThan(radius);
  });

  test('is as large for every name, or what lies round it would be covered', () => {
    const radii = NAMES.map((name) => initiativeShape(name, scale, fontMeasure).radius);
    expect(new Set(radii).size).toBe(1);
  });
});

test('a name is set smaller rather than cut inside a word', () => {
  expect(initiativeShape('gemeenschapsvorming', 1, fontMeasure).text.lines).toEqual(['gemeenschapsvorming']);
});
