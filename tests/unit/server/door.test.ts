import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../../server/core/config.ts';
import { mintKey, type StoredKey, withKey } from '../../../server/core/keys.ts';
import { isInside } from '../../../server/http/door/careful-fetch.ts';
import { isAllowed, isUnsaid } from '../../../server/http/door/claims.ts';
import { KnockCookie } from '../../../server/http/door/knock-cookie.ts';
import { pathOut, wishedPath } from '../../../server/http/door/paths.ts';

const SET_UP = {
  OIDC_ISSUER: 'https://login.school.example',
  OIDC_CLIENT_ID: 'tafelkleed',
  OIDC_CLIENT_SECRET: 'a long secret',
  OIDC_ALLOW: 'hd=school.example, affiliation=employee|staff',
  PUBLIC_URL: 'https://kleed.example',
};

test('there is a door when a provider is named, and only then', () => {
  expect(readConfig({}).door).toBeNull();
  expect(readConfig(SET_UP).door).toEqual({
    issuer: 'https://login.school.example',
    clientId: 'tafelkleed',
    clientSecret: 'a long secret',
    name: 'login.school.example',
    scope: 'openid',
    allow: [
      { claim: 'hd', values: ['school.example'] },
      { claim: 'affiliation', values: ['employee', 'staff'] },
    ],
    keyMs: 12 * 3_600_000,
    patienceMs: 8_000,
  });
  expect(readConfig({ ...SET_UP, OIDC_ALLOW: '*' }).door?.allow).toEqual([]);
});

test.each([
  ['OIDC_CLIENT_ID', ''],
  ['OIDC_CLIENT_SECRET', ''],
  ['OIDC_ALLOW', ''],
  ['PUBLIC_URL', ''],
  ['OIDC_ISSUER', 'http://login.school.example'],
  ['OIDC_ISSUER', 'login.school.example'],
  ['OIDC_ALLOW', 'employee'],
  ['OIDC_ALLOW', 'affiliation='],
  ['OIDC_ALLOW', 'affiliation=employee|'],
  ['OIDC_SCOPE', 'email'],
  ['OIDC_KEY_HOURS', '0'],
])('a door with %s=%s is refused by one line that names the variable', (variable, value) => {
  const read = () => readConfig({ ...SET_UP, [variable]: value });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(new RegExp(`^${variable}: [^\\n]+$`));
});

test('who may come in is said by every rule, and by a claim of their own', () => {
  const rules = [
    { claim: 'hd', values: ['school.example'] },
    { claim: 'affiliation', values: ['employee', 'staff'] },
  ];
  expect(isAllowed({ hd: 'school.example', affiliation: 'staff' }, rules)).toBe(true);
  expect(isAllowed({ hd: 'school.example', affiliation: ['member', 'employee'] }, rules)).toBe(true);
  expect(isAllowed({ hd: 'school.example', affiliation: ['student'] }, rules)).toBe(false);
  expect(isAllowed({ hd: 'another.example', affiliation: 'staff' }, rules)).toBe(false);
  expect(isAllowed({ affiliation: 'staff' }, rules)).toBe(false);
  expect(isAllowed({ hd: { toString: 'school.example' }, affiliation: 'staff' }, rules)).toBe(false);
  expect(isAllowed({}, [{ claim: 'constructor', values: [String(Object)] }])).toBe(false);
  expect(isAllowed({}, [])).toBe(true);
  expect(isUnsaid({ hd: 'school.example' }, rules)).toBe(true);
});

test('only a sheet of this app is gone on to, and nothing that is no room is named', () => {
  expect(wishedPath('/c/AbC1')).toBe('/c/AbC1');
  expect(wishedPath('/t/AbC1')).toBe('/t/AbC1');
  const others = [
    '//a',
    '/c/',
    '/c/a/b',
    '/c/a?b',
    '/c/a#b',
    '/c/a\n',
    'c/a',
    '/x/a',
    '/r/a',
    'https://a/c/b',
    ['/c/a'],
    1,
  ];
  for (const other of others) expect(wishedPath(other), String(other)).toBeNull();
  expect(pathOut('AbC1', 'away')).toBe('/r/AbC1?door=away');
  expect(pathOut('/evil.example', 'away')).toBe('/');
});

test.each([
  ['127.0.0.1', true],
  ['10.1.2.3', true],
  ['192.168.1.1', true],
  ['172.20.0.1', true],
  ['169.254.169.254', true],
  ['100.64.0.1', true],
  ['0.0.0.0', true],
  ['::1', true],
  ['fe80::1', true],
  ['fd12::1', true],
  ['::ffff:10.0.0.1', true],
  ['64:ff9b::a00:1', true],
  ['20.190.128.1', false],
  ['2603:1026::1', false],
])('%s is inside: %s', (address, inside) => {
  expect(isInside(address)).toBe(inside);
});

test('what a browser keeps on the way is read by the servers that share the secret, for ten minutes', () => {
  const kept = new KnockCookie({ clientId: 'a', clientSecret: 'secret' });
  const knock = { room: 'AbC1', to: null, state: 's', nonce: 'n', verifier: 'v', until: Date.now() + 1_000 };
  const value = kept.write(knock);
  expect(new KnockCookie({ clientId: 'a', clientSecret: 'secret' }).read(value)).toEqual(knock);
  expect(new KnockCookie({ clientId: 'a', clientSecret: 'another' }).read(value)).toBeNull();
  expect(kept.read(kept.write({ ...knock, until: Date.now() - 1 }))).toBeNull();
  expect(kept.read(undefined)).toBeNull();
  // Signed, but of another program that has the same secret.
  expect(kept.read(value.slice(1))).toBeNull();
});

test('a key whose time is over makes room for the next, and of too many at a door the oldest goes', () => {
  const key = (createdAt: number, more: Partial<StoredKey> = {}): StoredKey => ({
    ...mintKey('participant', createdAt).stored,
    ...more,
  });
  const link = key(1);
  const over = key(2, { way: 'door', expiresAt: 90 });
  const live = key(3, { way: 'door', expiresAt: 200 });
  const fresh = key(100, { way: 'door', expiresAt: 300 });
  expect(withKey([link, over, live], fresh)).toEqual([link, live, fresh]);
  const many = Array.from({ length: 64 }, (_, at) => key(at, { way: 'door', expiresAt: 1_000 }));
  expect(withKey([link, ...many], fresh)).toEqual([link, ...many.slice(1), fresh]);
});
