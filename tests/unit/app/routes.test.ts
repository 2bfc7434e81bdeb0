import { expect, test } from 'vitest';
import { readCode } from '../../../client/app/join/join-code.ts';
import { clothPath, type Route, routeOf } from '../../../client/app/routes.ts';

const routes: readonly [address: string, route: Route][] = [
  ['/', { page: 'home' }],
  ['', { page: 'home' }],
  ['/join', { page: 'join' }],
  ['/join/', { page: 'join' }],
  ['/about', { page: 'about' }],
  ['/about/us', { page: 'missing' }],
  ['/c/V1StGXR8_Z5j#key_-1', { page: 'cloth', id: 'V1StGXR8_Z5j', key: 'key_-1' }],
  ['/c/V1StGXR8_Z5j/', { page: 'cloth', id: 'V1StGXR8_Z5j', key: '' }],
  ['/c/V1StGXR8_Z5j?automation#key', { page: 'cloth', id: 'V1StGXR8_Z5j', key: 'key' }],
  ['/c/', { page: 'missing' }],
  ['/c/a/b', { page: 'missing' }],
  ['/c/..%2f..%2fapi', { page: 'missing' }],
  ['/c/<script>', { page: 'missing' }],
  [`/c/${'x'.repeat(200)}`, { page: 'missing' }],
  ['/cloth', { page: 'missing' }],
];

test.each(routes)('%s leads to %j', (address, route) => {
  expect(routeOf(new URL(address, 'http://tafelkleed.example'))).toEqual(route);
});

test('the address of a cloth leads to that cloth', () => {
  const address = new URL(clothPath('V1StGXR8_Z5j', 'a-key'), 'http://tafelkleed.example');
  expect(routeOf(address)).toEqual({ page: 'cloth', id: 'V1StGXR8_Z5j', key: 'a-key' });
});

test.each([
  ['h96 mwd', 'H96MWD'],
  [' H-9-6-M-W-D ', 'H96MWD'],
  ['h96mwdxyz', 'H96MWD'],
  ['0o1il', ''],
  ['', ''],
  ['ℌ96', '96'],
])('a code typed as %j is read as %j', (typed, code) => {
  expect(readCode(typed)).toBe(code);
});
