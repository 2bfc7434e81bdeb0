import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { Api } from '../../client/document/api.ts';
import { openPage } from './client-session-support.ts';
import { startServer, until } from './support.ts';

test('a cloth from its making to its end', async () => {
  const server = await startServer();
  const api = new Api(server.url);
  const { id, keys, urls } = await api.createCloth({ title: 'leesplezier', seats: 4 });
  expect(urls.participant).toContain(`#${keys.participant}`);
  expect(await api.describeCloth(id, keys.viewer)).toMatchObject({ id, role: 'viewer' });

  const { code, expiresAt } = await api.createJoinCode(id, keys.participant);
  expect(expiresAt).toBeGreaterThan(Date.now());
  const joined = await api.join(` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `);
  expect(joined).toMatchObject({ id, role: 'participant' });
  const page = await openPage(server.url, { id, keys: { ...keys, participant: joined.key }, urls });
  expect(page.snapshot.getState().initiative).toBe('leesplezier');

  const minted = await api.mintKey(id, keys.facilitator, 'viewer');
  await api.rotateKey(id, keys.facilitator, 'viewer');
  await expect(api.describeCloth(id, minted.key)).rejects.toMatchObject({ code: 'key-wrong', status: 401 });

  await api.deleteCloth(id, keys.facilitator);
  await until('the page hears of it', () => page.saved.getState().kind === 'closed');
  await expect(api.describeCloth(id, keys.facilitator)).rejects.toMatchObject({ code: 'unknown-cloth', status: 404 });
});

test('what is refused says why in one word', async () => {
  const server = await startServer();
  const api = new Api(server.url);
  const { id, keys } = await api.createCloth({});
  await expect(api.createCloth({ seats: 99 })).rejects.toMatchObject({ code: 'bad-request', status: 400 });
  await expect(api.deleteCloth(id, keys.participant)).rejects.toMatchObject({ code: 'role-insufficient', status: 403 });
  await expect(api.mintKey(id, keys.participant, 'facilitator')).rejects.toMatchObject({ code: 'role-insufficient' });
  await expect(api.join('AAAAAA')).rejects.toMatchObject({ code: 'unknown-code', status: 404 });
});

test.each([
  ['nothing', 200, ''],
  ['no JSON', 200, '<!doctype html>'],
  ['something else', 201, '{"id":7}'],
  ['an error without a code', 502, 'Bad gateway'],
])('an answer with %s is unexpected, never half believed', async (_what, status, body) => {
  const server = createServer((_request, response) => response.writeHead(status).end(body));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  const api = new Api(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await expect(api.createCloth({})).rejects.toMatchObject({ code: 'unexpected', status });
});

test('a server that is not there is offline', async () => {
  await expect(new Api('http://127.0.0.1:9').join('AAAAAA')).rejects.toMatchObject({ code: 'offline', status: 0 });
});
