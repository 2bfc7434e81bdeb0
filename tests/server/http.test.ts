import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { CLOSE, ROLES } from '../../shared/model/protocol.ts';
import type { NewCloth } from '../support/program.ts';
import { metric } from './metric.ts';
import {
  call,
  durable,
  makeCloth,
  problem,
  problemOf,
  rawClient,
  startServer,
  stockClient,
  synced,
  until,
} from './support.ts';

test('making a cloth gives keys and addresses of three roles, and the key opens just that', async () => {
  const server = await startServer();
  const answer = await call(server, 'POST', '/api/cloths', { body: { title: 'leesplezier', kind: 'theme', seats: 8 } });
  expect(answer.status).toBe(201);
  const { id, epoch, keys, urls } = (await answer.json()) as NewCloth & { epoch: string };
  expect(answer.headers.get('location')).toBe(`/api/cloths/${id}`);
  for (const role of ROLES) {
    expect(Buffer.from(keys[role], 'base64url').length).toBeGreaterThanOrEqual(16);
    expect(urls[role]).toBe(`${server.url}/c/${id}#${keys[role]}`);
    const looked = await call(server, 'GET', `/api/cloths/${id}`, { key: keys[role] });
    expect(await looked.json()).toEqual({
      id,
      epoch,
      sheet: 'cloth',
      role,
      kind: 'theme',
      title: 'leesplezier',
      createdAt: expect.any(Number),
      closed: false,
    });
  }
});

test('a cloth can be made without saying anything, with an empty body announced as JSON too', async () => {
  const server = await startServer();
  expect((await call(server, 'POST', '/api/cloths')).status).toBe(201);
  expect((await call(server, 'POST', '/api/cloths', { body: '' })).status).toBe(201);
});

test('the public address, when set, stands in every link', async () => {
  const server = await startServer({ publicUrl: 'https://kleed.example' });
  const { id, keys, urls } = await makeCloth(server);
  expect(urls.viewer).toBe(`https://kleed.example/c/${id}#${keys.viewer}`);
});

test.each([
  ['no JSON', '{"title":'],
  ['seats out of range', { seats: 25 }],
  ['an unknown kind', { kind: 'org chart' }],
  ['a title too long', { title: 'x'.repeat(121) }],
  ['no object', '[]'],
  ['a prototype', '{"__proto__":{"title":"x"}}'],
])('%s is a bad request', async (_name, body) => {
  const server = await startServer();
  expect(await problemOf(await call(server, 'POST', '/api/cloths', { body }))).toEqual(problem(400, 'bad-request'));
});

test('no key, a wrong key, too small a role and an unknown cloth are told apart', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const path = `/api/cloths/${id}`;
  const without = await call(server, 'GET', path);
  expect(without.headers.get('www-authenticate')).toBe('Bearer');
  expect(await problemOf(without)).toEqual(problem(401, 'key-missing'));
  expect(await problemOf(await call(server, 'GET', path, { key: 'x' }))).toEqual(problem(401, 'key-wrong'));
  expect(await problemOf(await call(server, 'DELETE', path, { key: keys.participant }))).toEqual(
    problem(403, 'role-insufficient'),
  );
  const { keys: others } = await makeCloth(server);
  expect(await problemOf(await call(server, 'GET', path, { key: others.facilitator }))).toEqual(
    problem(401, 'key-wrong'),
  );
  expect(await problemOf(await call(server, 'GET', '/api/cloths/none', { key: 'x' }))).toEqual(
    problem(404, 'unknown-cloth'),
  );
  expect(await problemOf(await call(server, 'GET', '/api/cloths/..%2f..%2fetc', { key: 'x' }))).toEqual(
    problem(404, 'unknown-cloth'),
  );
  expect(await problemOf(await call(server, 'GET', '/nothing/here'))).toEqual(problem(404, 'not-found'));
});

test.each([
  ['an address that cannot be decoded', 'GET /api/cloths/%E0%A4%A HTTP/1.1', 'bad-request'],
  ['a method that does not exist', 'BREW / HTTP/1.1', 'bad-request'],
  ['too many headers', `GET / HTTP/1.1\r\nx: ${'y'.repeat(20_000)}`, 'headers-too-large'],
  ['what is no HTTP at all', '\u0000\u0001 tafelkleed', 'bad-request'],
])('%s is answered by problem details', async (_, request, code) => {
  const server = await startServer();
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.end(`${request}\r\nHost: tafelkleed\r\nConnection: close\r\n\r\n`);
  const [head, body] = (await text(socket)).split('\r\n\r\n');
  expect(head).toMatch(/content-type: application\/problem\+json/i);
  expect(JSON.parse(body ?? '')).toMatchObject({ code, status: Number(head?.split(' ')[1]) });
});

test('deleting is for good', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  expect((await call(server, 'DELETE', `/api/cloths/${id}`, { key: keys.facilitator })).status).toBe(204);
  expect(await problemOf(await call(server, 'GET', `/api/cloths/${id}`, { key: keys.facilitator }))).toEqual(
    problem(404, 'unknown-cloth'),
  );
});

test('rotating the keys of a role ends its links, its codes and its connections, and nobody else', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const participant = await rawClient(server, id, keys.participant).seated();
  const viewer = await rawClient(server, id, keys.viewer).seated();
  const { code } = await (await call(server, 'POST', `/api/cloths/${id}/codes`, { key: keys.participant })).json();

  const rotate = (key: string, body: unknown) => call(server, 'POST', `/api/cloths/${id}/keys/rotate`, { key, body });
  expect((await rotate(keys.participant, { role: 'participant' })).status).toBe(403);
  expect((await rotate(keys.facilitator, { role: 'boss' })).status).toBe(400);
  const rotated = await rotate(keys.facilitator, { role: 'participant' });
  expect(rotated.status).toBe(200);
  const { key, role, url } = await rotated.json();
  expect({ role, url }).toEqual({ role: 'participant', url: `${server.url}/c/${id}#${key}` });

  expect((await participant.closed).code).toBe(CLOSE.unauthorised);
  expect((await call(server, 'GET', `/api/cloths/${id}`, { key: keys.participant })).status).toBe(401);
  expect((await call(server, 'GET', `/api/cloths/${id}`, { key })).status).toBe(200);
  expect((await call(server, 'POST', '/api/join', { body: { code } })).status).toBe(404);
  viewer.sendAck(1);
  await until('the viewer is still served', () => viewer.acks.includes(1));
});

test('a key hands out keys of its own or a lesser role, and not faster than a class needs', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const mint = (key: string, role: string) => call(server, 'POST', `/api/cloths/${id}/keys`, { key, body: { role } });
  for (const [from, to, status] of [
    [keys.facilitator, 'facilitator', 201],
    [keys.participant, 'participant', 201],
    [keys.participant, 'viewer', 201],
    [keys.participant, 'facilitator', 403],
    [keys.viewer, 'viewer', 403],
  ] as const) {
    expect((await mint(from, to)).status).toBe(status);
  }
  const { key } = await (await mint(keys.facilitator, 'facilitator')).json();
  expect(await (await call(server, 'GET', `/api/cloths/${id}`, { key })).json()).toMatchObject({ role: 'facilitator' });
  const statuses = await Promise.all(
    Array.from({ length: 300 }, async () => (await mint(keys.facilitator, 'viewer')).status),
  );
  expect(new Set(statuses)).toEqual(new Set([201, 429]));
  // The links handed out before still work, and another role has an allowance of its own.
  expect((await call(server, 'GET', `/api/cloths/${id}`, { key: keys.viewer })).status).toBe(200);
  expect((await mint(keys.participant, 'viewer')).status).toBe(201);
});

test('new cloths are limited for one address and for the server', async () => {
  const server = await startServer({ limits: { clothsPerMinutePerAddress: 5 } });
  const statuses = await Promise.all(
    Array.from({ length: 10 }, async () => (await call(server, 'POST', '/api/cloths')).status),
  );
  expect(statuses.filter((status) => status === 201)).toHaveLength(5);
  expect(statuses.filter((status) => status === 429)).toHaveLength(5);
});

test('health, readiness, metrics and the description of the interface are there', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const { provider } = stockClient(server, id, keys.participant);
  await synced(provider);
  expect(await (await call(server, 'GET', '/healthz')).json()).toEqual({ ok: true, problem: null });
  const ready = await call(server, 'GET', '/readyz');
  expect([ready.status, await ready.json()]).toEqual([200, { ok: true, problem: null }]);
  const metrics = await (await call(server, 'GET', '/metrics')).text();
  expect(metrics).toContain('tafelkleed_connections{role="participant"} 1');
  expect(metrics).toContain('tafelkleed_rooms 1');
  // Alone, it is not cut off from anyone.
  expect(metrics).not.toContain('tafelkleed_relay_ok');
  const api = (await (await call(server, 'GET', '/api/openapi.json')).json()) as { paths: Record<string, object> };
  for (const [path, operations] of Object.entries(api.paths)) {
    for (const method of Object.keys(operations)) {
      const answer = await call(server, method.toUpperCase(), path.replace('{id}', 'none'));
      expect(answer.status, `${method} ${path}`).not.toBe(405);
      const { code } = answer.status === 404 ? ((await answer.json()) as { code: string }) : { code: '' };
      expect(code, `${method} ${path}`).not.toBe('not-found');
    }
  }
});

test('every answer carries the headers that keep the page to itself', async () => {
  const server = await startServer();
  for (const path of ['/', '/api/openapi.json', '/nothing']) {
    const { headers } = await call(server, 'GET', path);
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'self'.*object-src 'none'.*frame-ancestors 'none'/,
    );
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|upgrade-insecure/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toBeNull();
  }
  const secure = await startServer({ publicUrl: 'https://kleed.example', frameAncestors: ['https://elo.example'] });
  const { headers } = await call(secure, 'GET', '/');
  expect(headers.get('strict-transport-security')).toContain('max-age=');
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self' https://elo.example");
  expect(headers.get('x-frame-options')).toBeNull();
});

test('refused requests are counted by what was wrong, and how long the store takes is measured', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const { doc, provider } = stockClient(server, id, keys.participant);
  await synced(provider);
  openCloth(doc).initiative.insert(0, 'x');
  await durable(provider, 1);
  expect(await metric(server, 'tafelkleed_append_seconds_count')).toBe(1);
  await call(server, 'GET', `/api/cloths/${id}`);
  for (let times = 0; times < 2; times++) await call(server, 'GET', `/api/cloths/${id}`, { key: 'wrong' });
  expect(await metric(server, 'tafelkleed_refused_requests_total{code="key-missing"}')).toBe(1);
  expect(await metric(server, 'tafelkleed_refused_requests_total{code="key-wrong"}')).toBe(2);
});
