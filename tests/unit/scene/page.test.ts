import { describe, expect, test } from 'vitest';
import { pageWords } from '../../../shared/formats/pictures/page-words.ts';
import { contains, overlaps } from '../../../shared/layout/box.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { layPage } from '../../../shared/scene/page.ts';
import { ATTRIBUTION } from '../../../shared/scene/page-legend.ts';
import type { PageLabel } from '../../../shared/scene/page-words.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { plainCloth, plainItem, plainSeats, plainTie } from '../layout/plain-cloth.ts';

const TEXTS = pageWords(plainCloth({ initiative: 'leesplezier' }), 'nl', Date.UTC(2025, 10, 22, 12));

const CLOTHS = {
  'for six': plainCloth(),
  'for twenty-four': plainCloth({ seats: plainSeats(24) }),
  round: plainCloth({ shape: 'round' }),
  'with things beyond its edge': plainCloth({ items: [plainItem('ver weg', [0, -2_500])] }),
  'with nobody at it': plainCloth({ seats: [] }),
  'with ties of every kind': unsettledCloth(),
  'that is tall, with ties of every kind': unsettledCloth({ width: 900, height: 2_400 }),
};

function unsettledCloth(size: { width?: number; height?: number } = {}) {
  const items = [
    plainItem('boeken', [-300, 200]),
    plainItem('film', [300, 200]),
    plainItem('Heleen', [0, 300], { kind: 'connector' }),
  ];
  const ties = [
    { ...plainTie('boeken', 'Heleen'), expected: true },
    plainTie('Heleen', 'initiative'),
    plainTie('film', 'initiative'),
  ];
  return plainCloth({ ...size, items, ties });
}

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
    for (const { box, labels, ties } of pages) {
      const boxes = [...labels.map(boxOf), ...ties.map((tie) => tie.box)];
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

test('says of dashes and dots what they mean where there are such ties, beside a sample of them, and nothing where not', () => {
  const told = (cloth: ReturnType<typeof plainCloth>) => {
    const { labels, ties } = layPage(buildScene(cloth, fontMeasure), TEXTS, fontMeasure, null);
    const lines = labels.map(({ text }) => text).filter((text) => Object.values(TEXTS.lines).includes(text));
    return [lines, ties.map(({ expected, direct }) => ({ expected, direct }))];
  };
  const [dashed, settled, dotted] = unsettledCloth().ties;
  const cloth = (...ties: (typeof dashed)[]) => ({ ...unsettledCloth(), ties: ties.flatMap((tie) => tie ?? []) });
  const [DASHES, DOTS] = [
    { expected: true, direct: false },
    { expected: false, direct: true },
  ];
  expect(told(cloth(settled))).toEqual([[], []]);
  expect(told(cloth(settled, dashed))).toEqual([[TEXTS.lines.expected], [DASHES]]);
  expect(told(cloth(dotted))).toEqual([[TEXTS.lines.direct], [DOTS]]);
  expect(told(unsettledCloth())).toEqual([Object.values(TEXTS.lines), [DASHES, DOTS]]);
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
