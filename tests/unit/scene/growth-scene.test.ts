import { describe, expect, test } from 'vitest';
import { exampleCloth } from '../../../shared/commands/example.ts';
import { snapshotOfFile } from '../../../shared/formats/file-snapshot.ts';
import { contains } from '../../../shared/layout/box.ts';
import { growthOf } from '../../../shared/method/growth.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { filmBounds, filmLaid, stillScene } from '../../../shared/scene/growth-scene.ts';
import { ATTRIBUTION } from '../../../shared/scene/page-legend.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';

const now = snapshotOfFile(exampleCloth('nl', fontMeasure, 1_700_000_000_000));

function scenesOf(cloth: ClothSnapshot, moments: Parameters<typeof growthOf>[1] = []) {
  const growth = growthOf(cloth, moments);
  const whole = growth.stretches.map((stretch) => buildScene(stretch.cloth, fontMeasure));
  const stills = growth.stills.map((still) => {
    const stretch = growth.stretches[still.stretch];
    const scene = whole[still.stretch];
    if (!stretch || !scene) throw new Error('a still without a stretch');
    return stillScene({ scene, before: whole[still.stretch - 1] ?? null }, stretch, still);
  });
  return { growth, whole, stills };
}

describe('the pictures of how a cloth grew', () => {
  test('from an empty sheet to what lies there, each with one thing more and no tie in the air', () => {
    const { whole, stills } = scenesOf(now);
    expect(stills[0]).toMatchObject({ items: [], ties: [], seats: [] });
    for (const [nth, { items, ties }] of stills.slice(0, -1).entries()) {
      expect(items.length + ties.length).toBeLessThanOrEqual(nth);
      const there = new Set(['initiative', ...items.map(({ id }) => id)]);
      expect(ties.filter(({ from, to }) => !there.has(from) || !there.has(to))).toEqual([]);
    }
    expect(stills.at(-1)?.items).toEqual(whole[0]?.items);
    expect(stills.at(-1)?.ties).toEqual(whole[0]?.ties);
  });

  test('what was said of a thing comes with the look that knows it', () => {
    const bare = { ...now, items: now.items.map((item) => ({ ...item, positions: [], clarification: '' })) };
    const { growth, stills } = scenesOf(now, [{ at: 1_700_000_000_500, name: 'eerst', cloth: bare }]);
    const letters = stills.map(({ items }) => items.flatMap(({ badges }) => badges).length);
    const tails = stills.map(({ items }) => items.filter(({ tail }) => tail).length);
    expect(growth.stills.map(({ stretch }) => stretch).lastIndexOf(0)).toBe(stills.length - 2);
    expect(new Set(letters.slice(0, -1))).toEqual(new Set([0]));
    expect(letters.at(-1)).toBeGreaterThan(5);
    expect(tails.at(-2)).toBe(0);
    expect(tails.at(-1)).toBeGreaterThan(0);
  });

  test('nobody sits at the table before a first word', () => {
    const { stills } = scenesOf(now);
    const sat = stills.map(({ seats }) => seats.length);
    expect(sat[0]).toBe(0);
    expect(sat[1]).toBe(1);
    expect(sat.at(-1)).toBe(4);
  });

  test('every picture is as large, holds all of the largest, and says whose method it is', () => {
    const { whole, stills } = scenesOf(now);
    const bounds = filmBounds(whole);
    const texts = { title: 'leesplezier'.repeat(30), caption: 'Schakels: Gemma', when: '14 november 2023' };
    const pages = stills.map((scene) => filmLaid(scene, bounds, texts, fontMeasure));
    for (const { scene, page } of pages) {
      expect(page.box).toEqual(pages[0]?.page.box);
      expect(page.box.w / page.box.h).toBeCloseTo(16 / 9);
      expect(scene.items.filter(({ extent }) => !contains(page.box, [extent.x, extent.y]))).toEqual([]);
      expect(page.labels.map(({ text }) => text)).toContain(ATTRIBUTION);
      for (const { at, width, align } of page.labels) {
        const left = align === 'right' ? at[0] - width : at[0];
        expect(left).toBeGreaterThanOrEqual(page.box.x);
        expect(left + width).toBeLessThanOrEqual(page.box.x + page.box.w);
        expect(at[1]).toBeLessThan(page.box.y + page.box.h);
      }
    }
  });
});
