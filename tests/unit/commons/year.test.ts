import { expect, test } from 'vitest';
import { ghostsOf } from '../../../client/commons/year/ghosts.ts';
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
