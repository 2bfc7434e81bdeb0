import { expect, test } from 'vitest';
import { arrangeWall, orderAt } from '../../../client/commons/wall/arrange.ts';
import type { HungSheet } from '../../../client/document/commons-api.ts';
import { readRoomLink } from '../../../client/panels/hang/room-link.ts';

const sheet = (id: string, kind: HungSheet['kind'] = 'cloth'): HungSheet => ({
  id,
  kind,
  title: `het ${id}`,
  grant: 'look',
  names: 'all',
  changedAt: 1,
  under: '',
  earlier: false,
  roundedOff: '',
  at: null,
  leadsTo: [],
  version: 'v',
});
const place = (id: string, order: number, more: { under?: string; earlier?: boolean } = {}) => ({
  id,
  order,
  under: '',
  earlier: false,
  ...more,
});
const ids = (groups: ReturnType<typeof arrangeWall>['now']) =>
  groups.map((group) => [group.id, ...group.sheets.map(({ id }) => id)]);

test('sheets hang under their themes in the order they were given, now and earlier', () => {
  const sheets = [sheet('lezen'), sheet('plein'), sheet('taal', 'theme'), sheet('tuin'), sheet('oud')];
  const places = [
    place('plein', 1),
    place('taal', 2),
    place('tuin', 4, { under: 'taal' }),
    place('lezen', 3, { under: 'taal' }),
    place('oud', 5, { earlier: true }),
    place('gone', 0),
  ];
  const { now, earlier } = arrangeWall(sheets, places);
  expect(ids(now)).toEqual([
    ['taal', 'taal', 'lezen', 'tuin'],
    ['', 'plein'],
  ]);
  expect(earlier.map(({ id }) => id)).toEqual(['oud']);
  // A theme that was taken down, or rounded off, leaves what hung under it where it can be seen.
  expect(
    ids(
      arrangeWall(
        sheets.filter(({ id }) => id !== 'taal'),
        places,
      ).now,
    ),
  ).toEqual([['', 'plein', 'lezen', 'tuin']]);
  const rounded = arrangeWall(sheets, [
    ...places.filter(({ id }) => id !== 'taal'),
    place('taal', 2, { earlier: true }),
  ]);
  expect(ids(rounded.now)).toEqual([['', 'plein', 'lezen', 'tuin']]);
});

test('what was rounded off on the sheet itself hangs among what was, and what hung under it without a theme', () => {
  const rounded = { ...sheet('taal', 'theme'), roundedOff: '2026-06-30' };
  const { now, earlier } = arrangeWall([rounded, sheet('lezen')], [place('lezen', 1, { under: 'taal' })]);
  expect(ids(now)).toEqual([['', 'lezen']]);
  expect(earlier.map(({ id }) => id)).toEqual(['taal']);
});

test('typing keeps what looks like it, and all that hangs under a theme of that name', () => {
  const sheets = [sheet('lezen'), sheet('plein'), sheet('taal', 'theme')];
  const places = [place('lezen', 1, { under: 'taal' }), place('plein', 2), place('taal', 3)];
  expect(ids(arrangeWall(sheets, places, 'TÁAL').now)).toEqual([['taal', 'taal', 'lezen']]);
  expect(ids(arrangeWall(sheets, places, 'plei').now)).toEqual([['', 'plein']]);
  expect(arrangeWall(sheets, places, 'niets')).toEqual({ now: [], earlier: [] });
});

test('a sheet is put between two others, or at an end', () => {
  const group = ['a', 'b', 'c'].map((id) => sheet(id));
  const places = [place('a', 1), place('b', 2), place('c', 3)];
  expect(orderAt(group, places, 'c', 0)).toBeLessThan(1);
  expect(orderAt(group, places, 'a', 1)).toBe(2.5);
  expect(orderAt(group, places, 'a', 2)).toBeGreaterThan(3);
});

test('a link is read however it was copied, and one of another site or of a cloth is none', () => {
  const origin = 'https://tafelkleed.example';
  expect(readRoomLink(`  ${origin}/r/Ab12#key-1_2.`, origin)).toEqual({ id: 'Ab12', key: 'key-1_2' });
  for (const text of ['', 'nonsense', `${origin}/r/Ab12`, `${origin}/c/Ab12#key`, 'https://other.example/r/Ab12#key']) {
    expect(readRoomLink(text, origin)).toBeNull();
  }
});
