import { describe, expect, test } from 'vitest';
import { toldYear, yearLaid } from '../../../shared/formats/pictures/year.ts';
import { yearTexts } from '../../../shared/formats/pictures/year-words.ts';
import { overlaps } from '../../../shared/layout/box.ts';
import { type YearLine, yearLineOf } from '../../../shared/method/year-line.ts';
import type { Entry } from '../../../shared/model/commons.ts';
import { type Leaf, wordsOnLeaf } from '../../../shared/scene/leaf.ts';
import { USUAL_PAGE } from '../../../shared/scene/page-choice.ts';
import { yearLeaf } from '../../../shared/scene/year-leaf.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';

const NOW = Date.UTC(2026, 10, 22);
const CHOICE = { language: 'nl', now: NOW, page: USUAL_PAGE } as const;
const leafOf = (line: YearLine) => yearLeaf(line, yearTexts('nl'), fontMeasure);

const meeting = (date: string, name = '') => ({ id: date, date, name, createdAt: 1 });
const entry = (at: string, way: Entry['way'], sheet: string | null, words: string): Entry => ({
  id: `${at} ${way} ${sheet} ${words}`,
  meeting: at,
  way,
  sheet,
  words,
  createdAt: 1,
});
const room = {
  name: 'De Regenboog',
  meetings: [meeting('2026-05-04'), meeting('2026-09-14', 'Startbijeenkomst'), meeting('2027-02-01')],
  entries: [
    entry('2026-09-14', 'plans', 'a', ''),
    entry('2026-09-14', 'margin', null, 'sleutel van de aula'),
    entry('2027-02-01', 'inform', 'gone', 'wat er toen hing'),
  ],
};
const line = (from: string, to: string) => ({
  from,
  to,
  meetings: [{ day: from, words: '' }],
  manifestation: 'markt',
  lastWords: '',
});
const sheets = [
  { id: 'a', title: 'leesplezier', roundedOff: '' },
  { id: 't', title: 'Lezen', roundedOff: '', line: line('2026-09-01', '2026-12-18') },
  { id: 'old', title: 'Vroeger', roundedOff: '', line: line('2024-09-01', '2024-12-18') },
];

/** A year with so many meetings and themes, with names as long as people make them. */
function fullYear(meetings: number, themes: number): YearLine {
  const months = ['2026-08', '2026-10', '2026-12', '2027-02', '2027-04', '2027-06'];
  return {
    room: 'De Regenboog',
    year: 2026,
    meetings: Array.from({ length: meetings }, (_, nth) => ({
      date: `${months[Math.floor((nth * months.length) / meetings)]}-${String(1 + (nth % 27)).padStart(2, '0')}`,
      name: 'Studiemiddag met het hele team',
      entries: [{ way: 'plans', words: 'w'.repeat(nth === 0 ? 300 : 20) }],
    })),
    themes: Array.from({ length: themes }, (_, nth) => ({
      title: 'Een thema met een naam die langer is dan de lijn waar hij boven staat '.repeat(2),
      from: nth % 2 === 0 ? '2026-08-01' : '2027-06-20',
      to: nth % 2 === 0 ? '2026-08-20' : '2027-07-31',
      meetings: [],
      manifestation: '',
      roundedOff: nth % 2 === 0 ? '2026-08-20' : '',
    })),
  };
}

const cardsOf = ({ marks }: Leaf) => marks.flatMap((mark) => (mark.is === 'card' ? [mark.box] : []));

describe('a year of a room on paper', () => {
  test('holds its own meetings and themes with what is shown of their sheets, and none of another year', () => {
    const words = wordsOnLeaf(leafOf(yearLineOf(room, sheets, null, NOW))).join(' ');
    for (const each of [
      '14 september',
      'Startbijeenkomst',
      'leesplezier',
      'sleutel van de aula',
      '1 februari',
      'Lezen',
      'markt',
    ])
      expect(words).toContain(each);
    for (const other of ['mei 2026', 'Vroeger']) expect(words).not.toContain(other);
    expect(yearLineOf(room, sheets, 2025, NOW).meetings.map(({ date }) => date)).toEqual(['2026-05-04']);
  });

  test.each([
    [0, 0],
    [1, 0],
    [3, 2],
    [6, 3],
    [7, 0],
    [40, 12],
  ])('has all it says on the page, no card over another: %i meetings, %i themes', (meetings, themes) => {
    const leaf = leafOf(fullYear(meetings, themes));
    const cards = cardsOf(leaf);
    expect(cards).toHaveLength(meetings);
    expect(cards.filter((card, at) => cards.some((other, nth) => nth > at && overlaps(card, other)))).toEqual([]);
    const { x, y, w, h } = leaf.box;
    for (const mark of leaf.marks) {
      if (mark.is !== 'label') continue;
      const wide = Math.min(mark.most, fontMeasure.width(mark.text, mark.size, mark.weight));
      const left = mark.at[0] - (mark.align === 'right' ? wide : mark.align === 'center' ? wide / 2 : 0);
      expect(left, mark.text).toBeGreaterThanOrEqual(x - 0.01);
      expect(left + wide, mark.text).toBeLessThanOrEqual(x + w + 0.01);
      expect(mark.at[1]).toBeGreaterThan(y);
      expect(mark.at[1]).toBeLessThan(y + h);
    }
  });

  test('is a page of the paper that was chosen, and told in words', () => {
    const of = yearLineOf(room, sheets, 2026, NOW);
    const { page } = yearLaid(of, CHOICE);
    expect(page.box.w / page.box.h).toBeCloseTo(420 / 297, 5);
    expect(page.labels.map(({ text }) => text)).toContain('De Regenboog – jaarlijn 2026–2027');
    expect(toldYear(of, CHOICE).lines.map(({ text }) => text)).toEqual([
      'De Regenboog – jaarlijn 2026–2027',
      '14 september 2026 – Startbijeenkomst',
      'Plannen bespreken',
      '• leesplezier',
      'Buiten de bijeenkomst regelen',
      '• sleutel van de aula',
      '1 februari 2027',
      'Tussendoor vertellen',
      '• wat er toen hing',
      'Thema’s',
      '• Lezen: 1 september 2026 – 18 december 2026, markt',
    ]);
  });
});
