import { expect, onTestFinished, test, vi } from 'vitest';
import { CLOSE } from '../../shared/model/protocol.ts';
import { call, makeCloth, problem, problemOf, rawClient, startServer } from './support.ts';

test('a page of another site makes no cloth; this site and programs do', async () => {
  const server = await startServer({ publicUrl: 'https://kleed.example', allowedOrigins: ['https://elo.example'] });
  const post = (headers: Record<string, string>, body?: string) =>
    fetch(`${server.url}/api/cloths`, { method: 'POST', headers, ...(body !== undefined && { body }) });
  for (const headers of [
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]) {
    expect(await problemOf(await post(headers)), JSON.stringify(headers)).toEqual(problem(403, 'another-site'));
  }
  expect(await problemOf(await post({ 'content-type': 'text/plain' }, '{}'))).toEqual(problem(415, 'wrong-type'));
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  expect(await problemOf(await post(form, 'title=x'))).toEqual(problem(415, 'wrong-type'));
  for (const headers of [
    {},
    { origin: server.url, 'sec-fetch-site': 'same-origin' },
    { origin: 'https://kleed.example' },
    { origin: 'https://elo.example', 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'none' },
  ]) {
    expect((await post(headers)).status, JSON.stringify(headers)).toBe(201);
  }
});

test('links without end keep nobody out who comes by a code, nor the links that are used', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const link = async (by: string) => {
    const answer = await call(server, 'POST', `/api/cloths/${id}/keys`, { key: by, body: { role: 'participant' } });
    expect(answer.status).toBe(201);
    return (await answer.json()).key as string;
  };
  const opens = async (key: string) => (await call(server, 'GET', `/api/cloths/${id}`, { key })).status === 200;
  const led = await link(keys.facilitator);
  const unused = await link(keys.participant);
  const used = await link(keys.participant);
  expect(await opens(used)).toBe(true);
  // As many as anybody gets by waiting.
  const now = performance.now.bind(performance);
  let waited = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + waited);
  onTestFinished(() => clock.mockRestore());
  for (let times = 0; times < 253; times++) {
    waited += 5_000;
    await link(keys.participant);
  }
  expect(await opens(unused)).toBe(false);
  expect(await opens(used)).toBe(true);
  expect(await opens(led)).toBe(true);
  expect(await opens(await link(keys.facilitator))).toBe(true);
  const { code } = await (await call(server, 'POST', `/api/cloths/${id}/codes`, { key: keys.facilitator })).json();
  expect((await call(server, 'POST', '/api/join', { body: { code } })).status).toBe(200);
});

test('viewers without end leave room for who writes, and those for who leads', async () => {
  const server = await startServer({ limits: { connectionsPerCloth: 20 } });
  const { id, keys } = await makeCloth(server);
  for (let times = 0; times < 15; times++) await rawClient(server, id, keys.viewer).seated();
  expect((await rawClient(server, id, keys.viewer).closed).code).toBe(CLOSE.tryLater);
  for (let times = 0; times < 4; times++) await rawClient(server, id, keys.participant).seated();
  expect((await rawClient(server, id, keys.participant).closed).code).toBe(CLOSE.tryLater);
  await rawClient(server, id, keys.facilitator).seated();
  expect((await rawClient(server, id, keys.facilitator).closed).code).toBe(CLOSE.tryLater);
});

test('one network has so many sockets, and another still gets its own', async () => {
  const server = await startServer({ limits: { connectionsPerNetwork: 2 }, trustProxy: 1 });
  const { id, keys } = await makeCloth(server);
  const from = (address: string) =>
    rawClient(server, id, keys.participant, {}, { headers: { 'x-forwarded-for': address } });
  const first = await from('2001:db8:1:1::1').seated();
  await from('2001:db8:1:1::2').seated();
  await expect(from('2001:db8:1:1::3').closed).rejects.toThrow('503');
  await from('2001:db8:1:2::1').seated();
  await from('2001:db8:1:3::1').seated();
  // Four of one /48.
  await expect(from('2001:db8:1:4::1').closed).rejects.toThrow('503');
  await from('192.0.2.1').seated();
  first.socket.close();
  await first.closed;
  await from('2001:db8:1:4::1').seated();
});
