import { expect, test } from 'vitest';
import { routeOf } from '../../../client/app/routes.ts';
import { asSaid } from '../../../client/steps/theme/as-said.ts';

test('what one hears people say stands between quotation marks, with who it was when that is known', () => {
  expect(asSaid(' Wij hebben thuis geen boeken ', '')).toBe('“Wij hebben thuis geen boeken”');
  expect(asSaid('"Lezen is stom"', ' Sem ')).toBe('"Lezen is stom" — Sem');
});

test('a theme sheet has an address of its own, and opens by way of a room as a cloth does', () => {
  expect(routeOf({ pathname: '/t/abc', hash: '#key' })).toEqual({
    page: 'cloth',
    sheet: 'theme',
    id: 'abc',
    key: 'key',
  });
  expect(routeOf({ pathname: '/t/abc', search: '?via=room', hash: '#key' })).toMatchObject({
    sheet: 'theme',
    via: 'room',
  });
  expect(routeOf({ pathname: '/c/abc', hash: '#key' })).toEqual({ page: 'cloth', id: 'abc', key: 'key' });
});
