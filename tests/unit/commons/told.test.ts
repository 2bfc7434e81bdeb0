import { expect, test } from 'vitest';
import { newsOf, type RoomNow } from '../../../client/commons/told/news.ts';
import { nl } from '../../../client/i18n/nl.ts';

const now = (sheets: readonly string[], onLine: readonly string[] = []): RoomNow => ({
  sheets: sheets.map((title) => ({ id: `id of ${title}`, title })),
  room: { meetings: onLine.map((id) => ({ id, date: '2026-09-07', name: '', createdAt: 1 })), entries: [] },
});
const told = (before: RoomNow, after: RoomNow, ...own: readonly string[]) => newsOf(before, after, new Set(own), nl);

test('what others hung, took down and put on the year line is one calm sentence each', () => {
  const before = now(['lezen', 'taal'], ['a']);
  expect(told(before, before)).toBe('');
  expect(told(before, now(['taal', 'plein', ''], ['a']))).toBe(
    `${nl.told.hung('plein en Nog zonder naam')} ${nl.told.takenDown('lezen')}`,
  );
  expect(told(before, now(['lezen', 'taal'], ['a', 'b']))).toBe(nl.told.year);
  expect(told(before, now(['lezen', 'taal'], []))).toBe(nl.told.year);
});

test('what this page did itself is no news, and a whole school that comes in is counted', () => {
  const before = now(['lezen'], ['a']);
  expect(told(before, now([], ['a', 'b']), 'id of lezen', 'b')).toBe('');
  expect(told(before, now(['lezen', 'b', 'c', 'd', 'e'], ['a']))).toBe(nl.told.hung(nl.wall.sheets(4)));
});
