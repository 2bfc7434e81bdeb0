import { describe, expect, test } from 'vitest';
import { contains, overlaps } from '../../../shared/geometry/box.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { ATTRIBUTION, layPage, type PageLabel, type PageTexts } from '../../../shared/scene/page.ts';
import { fontMeasure } from '../../../shared/scene/text-measure.ts';
import { plainCloth, plainItem, plainSeats } from '../geometry/plain-cloth.ts';

const TEXTS: PageTexts = {
  title: 'leesplezier',
  date: '22 november 2025',
  atTable: 'Aan tafel:',
  positions: { i: 'initiatiefnemer', p: 'partner', s: 'schakel', l: 'leverancier', g: 'gebruiker' },
};

const CLOTHS = {
  'for six': plainCloth(),
  'for twenty-four': plainCloth({ seats: plainSeats(24) }),
  round: plainCloth({ shape: 'round' }),
  'with things beyond its edge': plainCloth({ items: [plainItem('ver weg', [0, -2_500])] }),
  'with nobody at it': plainCloth({ seats: [] }),
};

function boxOf({ at, align, size, width }: PageLabel) {
  return { x: align === 'left' ? at[0] : at[0] - width, y: at[1] - size * 0.75, w: width, h: size };
}

describe.each(Object.entries(CLOTHS))('the page round a cloth %s', (_name, cloth) => {
  const scene = buildScene(cloth, fontMeasure);
  const pages = [null, 420 / 297].map((aspect) => layPage(scene, TEXTS, fontMeasure, aspect));

  test('holds the whole cloth', () => {
    for (const { box } of pages) {
      expect(contains(box, [scene.bounds.x, scene.bounds.y])).toBe(true);
      expect(contains(box, [scene.bounds.x + scene.bounds.w, scene.bounds.y + scene.bounds.h])).toBe(true);
    }
  });

  test('has all its words inside it, none over the cloth and none over another', () => {
    for (const { box, labels } of pages) {
      const boxes = labels.map(boxOf);
      boxes.forEach((words, at) => {
        expect(contains(box, [words.x, words.y]) && contains(box, [words.x + words.w, words.y + words.h])).toBe(true);
        expect(overlaps(words, scene.bounds)).toBe(false);
        for (const other of boxes.slice(at + 1)) expect(overlaps(words, other)).toBe(false);
      });
    }
  });

  test('says what every letter means and whose method it is', () => {
    for (const { labels, badges } of pages) {
      const words = labels.map(({ text }) => text);
      expect(words).toEqual(expect.arrayContaining([...Object.values(TEXTS.positions), ATTRIBUTION]));
      expect(badges.map(({ letter }) => letter).join('')).toBe('ipslg');
    }
  });
});

test('a page asked for in the form of A3 has that form', () => {
  for (const cloth of Object.values(CLOTHS)) {
    const { box } = layPage(buildScene(cloth, fontMeasure), TEXTS, fontMeasure, 420 / 297);
    expect(box.w / box.h).toBeCloseTo(420 / 297);
  }
});

test('a long title is set smaller, not over the day', () => {
  const scene = buildScene(plainCloth(), fontMeasure);
  const { labels } = layPage(scene, { ...TEXTS, title: 'plezier in lezen '.repeat(8) }, fontMeasure, null);
  const [title, day] = labels.map(boxOf);
  expect(title && day && overlaps(title, day)).toBe(false);
});
