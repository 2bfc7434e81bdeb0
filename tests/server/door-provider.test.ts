import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { carefulFetch, OutOfReach } from '../../server/http/door/careful-fetch.ts';
import { startBentSignIn } from '../support/sign-in.ts';
import { bentSchool } from './door-school.ts';
import { call } from './support.ts';

test('a token that is not for this way in lets nobody in', async () => {
  const { bent, goIn, page } = await bentSchool();
  const right = bent.claims;
  const wrong = {
    'for another program': { aud: 'another' },
    'of another provider': { iss: 'https://another.example' },
    'of another way there': { nonce: 'of another' },
    'of long ago': { exp: inS(-600) },
    'of ten minutes from now': { nbf: inS(600) },
  };
  for (const [what, claims] of Object.entries(wrong)) {
    bent.claims = { ...right, ...claims };
    expect(await goIn(), what).toBe(`${page}?door=again`);
  }
  bent.claims = right;
  bent.spoils = true;
  expect(await goIn(), 'signed by another').toBe(`${page}?door=again`);
  bent.spoils = false;
  bent.answers.set('/token', (response) =>
    response.writeHead(200, JSON_TYPE).end('{"access_token":"a","token_type":"Bearer"}'),
  );
  expect(await goIn(), 'no token').toBe(`${page}?door=again`);
  bent.answers.delete('/token');

  // Clocks that are half a minute apart keep nobody out.
  for (const claims of [{}, { exp: inS(-30) }, { iat: inS(30), nbf: inS(30) }]) {
    bent.claims = { ...right, ...claims };
    expect(await goIn(), JSON.stringify(claims)).toMatch(`${page}#`);
  }
});

const DISCOVERY = '/.well-known/openid-configuration';
const MUCH = 10 * 1024 * 1024;

test.each<[string, ((response: ServerResponse) => void) | null]>([
  ['is slow', null],
  ['is broken', (response) => void response.writeHead(503).end()],
  ['is gone', (response) => void response.destroy()],
  ['says ten megabytes', (response) => void response.writeHead(200, JSON_TYPE).end('x'.repeat(MUCH))],
  [
    'says ten megabytes in few',
    (response) =>
      void response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(MUCH))),
  ],
  ['points elsewhere', (response) => void response.writeHead(302, { location: '/inside' }).end()],
])('a provider that %s keeps the door shut, and that only, until it is well again', async (_kind, answer) => {
  const { bent, goIn, page, server, room } = await bentSchool();
  for (const path of [DISCOVERY, '/token']) {
    bent.answers.set(path, answer);
    expect(await goIn(), path).toBe(`${page}?door=away`);
    expect((await call(server, 'GET', `/api/commons/${room.id}`, { key: room.keys.viewer })).status).toBe(200);
    bent.answers.delete(path);
    expect(await goIn(), path).toMatch(`${page}#`);
  }
  expect(bent.asked).not.toContain('/inside');
});

test('what a provider says of itself leads nowhere inside', async () => {
  const inside = await startBentSignIn();
  const { port } = new URL(inside.issuer);
  const ask = carefulFetch('https://login.school.example', 5_000);
  const addresses = [
    inside.issuer,
    `http://localhost:${port}`,
    `https://localhost:${port}`,
    `https://127.0.0.1:${port}`,
    'https://10.0.0.1',
    'https://169.254.169.254',
    'https://[::ffff:127.0.0.1]',
    'https://[fd00::1]',
    'https://2130706433',
    'http://login.school.example',
  ];
  for (const address of addresses) {
    const asking = ask(`${address}/token`, { method: 'GET', headers: {}, body: undefined, redirect: 'manual' });
    await expect(asking, address).rejects.toThrow(OutOfReach);
  }
  const { bent, goIn, page } = await bentSchool();
  bent.metadata = { token_endpoint: `${inside.issuer}/token` };
  expect(await goIn()).toBe(`${page}?door=away`);
  expect(inside.asked).toEqual([]);
});

/** Seconds since the epoch, so many from now. */
function inS(seconds: number): number {
  return Math.floor(Date.now() / 1_000) + seconds;
}

const JSON_TYPE = { 'content-type': 'application/json' };
