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
  ...['.', ',', ')', '"', '/', ' ', '%20', '\u200b', '%E2%80%8B', '&fbclid=IwAR0', '?utm_source=x', '>', '’', '%'].map(
    (behind): [string, Route] => [
      `/c/V1StGXR8_Z5j#key_-1${behind}`,
      { page: 'cloth', id: 'V1StGXR8_Z5j', key: 'key_-1' },
    ],
  ),
  ['/c/V1StGXR8_Z5j#\u2060 key', { page: 'cloth', id: 'V1StGXR8_Z5j', key: 'key' }],
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
  ['h96 mwdx', 'H96MWDX', ''],
  [' H-9-6-M-W-D-X ', 'H96MWDX', ''],
  ['h9', 'H9', ''],
  ['h96mwdxyx', 'H96MWDXYX', ''],
  ['h96mw0', 'H96MW', '0'],
  ['0o1il', '', '0O1IL'],
  ['', '', ''],
  ['ｈ９６ｍｗｄｘ', 'H96MWDX', ''],
  ['Code: WACPNAX', 'WACPNAX', ''],
  ['De code is wacpnax.', 'WACPNAX', ''],
  ['Code: wac pnax', 'WACPNAX', ''],
  ['https://tafelkleed.example/join#WACPNAX', 'WACPNAX', ''],
  ['http://192.168.1.20:8080/join#wacpnax ', 'WACPNAX', ''],
])('a code typed as %j is read as %j, with %j foreign to it', (typed, code, foreign) => {
  expect(readCode(typed)).toEqual({ code, foreign: [...foreign] });
});
