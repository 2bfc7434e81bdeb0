import { expect, test } from 'vitest';
import { ghostsOf } from '../../../client/commons/year/ghosts.ts';
import { monthsOf, partOf, schoolYearOf, yearNow, yearsWith } from '../../../shared/method/school-year.ts';
import type { Entry } from '../../../shared/model/commons.ts';

const meetings = ['2026-09-07', '2026-11-16', '2027-01-25'].map((date) => ({ id: date, date, name: '', createdAt: 1 }));
const entry = (meeting: number, way: Entry['way'], more: Partial<Entry> = {}): Entry => ({
  id: `${meeting} ${way}`,
  meeting: meetings[meeting]?.id ?? '',
  way,
  sheet: 'lezen',
  words: '',
  createdAt: 1,
  ...more,
});

test('after plans telling in between is proposed at the next meeting, then experience, and after that nothing', () => {
  const ghosts = (...entries: Entry[]) => ghostsOf(meetings, entries).map(({ meeting, way }) => `${meeting} ${way}`);
  expect(ghosts(entry(0, 'plans'))).toEqual(['2026-11-16 inform']);
  expect(ghosts(entry(0, 'plans'), entry(1, 'inform'))).toEqual(['2027-01-25 experience']);
  expect(ghosts(entry(0, 'plans'), entry(1, 'inform'), entry(2, 'experience'))).toEqual([]);
  // At the last meeting there is none to propose for; what stands in the margin proposes nothing, nor a meeting that is gone.
  expect(ghosts(entry(2, 'plans'))).toEqual([]);
  expect(ghosts(entry(0, 'margin'), entry(9, 'plans'))).toEqual([]);
  // Loose words follow themselves.
  const loose = { sheet: null, words: 'schoolreis' };
  expect(ghostsOf(meetings, [entry(0, 'plans', loose), entry(0, 'plans')])).toHaveLength(2);
});

test('a school year runs from August, and a day outside it stands at its nearer end', () => {
  expect(['2026-07-31', '2026-08-01', '2027-01-15'].map(schoolYearOf)).toEqual([2025, 2026, 2026]);
  expect(monthsOf(2026)).toHaveLength(13);
  expect([monthsOf(2026)[0], monthsOf(2026)[5], monthsOf(2026)[12]]).toEqual([
    '2026-08-01',
    '2027-01-01',
    '2027-08-01',
  ]);
  expect([partOf(2026, '2026-08-01'), partOf(2026, '2020-01-01'), partOf(2026, '2030-01-01')]).toEqual([0, 0, 1]);
  expect(partOf(2026, '2027-01-31')).toBeCloseTo(0.5, 1);
});

test('years are those in which something stands, also the last of a theme that goes on; the first shown is the one that is now', () => {
  const period = { from: '2025-10-01', to: '2026-10-01' };
  expect(yearsWith(['2028-02-01'], [period], '2026-11-28')).toEqual([2025, 2026, 2027]);
  expect(yearsWith([], [], '2026-11-28')).toEqual([2026]);
  expect(yearNow([2025, 2026, 2028], '2026-11-28')).toBe(2026);
  expect(yearNow([2024, 2028], '2026-11-28')).toBe(2024);
  expect(yearNow([2028], '2026-11-28')).toBe(2028);
});
