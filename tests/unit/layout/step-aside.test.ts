import { describe, expect, test } from 'vitest';
import { overlaps } from '../../../shared/layout/box.ts';
import { coveredBy, stepAside } from '../../../shared/layout/step-aside.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { plainCloth, plainItem } from './plain-cloth.ts';

const crowded = plainCloth({
  items: [
    plainItem('boekenlijst', [400, 250]),
    plainItem('literatuurtheorie', [430, 255]),
    plainItem('ver weg', [-700, -400]),
  ],
});

/** Whether an item lies clear of all others when it stands at `place`. */
function isClear(id: string, place: readonly [number, number]): boolean {
  const items = crowded.items.map((item) => (item.id === id ? { ...item, pos: place } : item));
  const scene = buildScene({ ...crowded, items }, fontMeasure);
  const own = scene.items.find((shape) => shape.id === id);
  return own !== undefined && scene.items.every((shape) => shape.id === id || !overlaps(shape.extent, own.extent));
}

describe('words that cover others', () => {
  test('know what they cover', () => {
    expect([...coveredBy(crowded, 'boekenlijst', fontMeasure)]).toEqual(['literatuurtheorie']);
    expect([...coveredBy(crowded, 'ver weg', fontMeasure)]).toEqual([]);
    expect([...coveredBy(crowded, 'weg', fontMeasure)]).toEqual([]);
    const inTheMiddle = plainCloth({ items: [plainItem('Heleen', [40, 30])] });
    expect([...coveredBy(inTheMiddle, 'Heleen', fontMeasure)]).toEqual(['initiative']);
  });

  test('go to the nearest free place', () => {
    const place = stepAside(crowded, 'boekenlijst', new Set(), fontMeasure);
    expect(place && isClear('boekenlijst', place)).toBe(true);
    expect(Math.hypot((place?.[0] ?? 0) - 400, (place?.[1] ?? 0) - 250)).toBeLessThan(150);
  });

  test('stay where they were laid over others by hand, and where they cover nothing', () => {
    expect(stepAside(crowded, 'boekenlijst', new Set(['literatuurtheorie']), fontMeasure)).toBeNull();
    expect(stepAside(crowded, 'ver weg', new Set(), fontMeasure)).toBeNull();
    expect(stepAside(crowded, 'weg', new Set(), fontMeasure)).toBeNull();
  });
});
