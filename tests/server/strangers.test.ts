import { connect } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { CLOSE } from '../../shared/model/protocol.ts';
import { metric } from './metric.ts';
import { call, makeCloth, problem, problemOf, rawClient, startServer, type TestServer, until } from './support.ts';

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

/** Begins an import of `length` bytes and brings `brought` of them, and no more. */
function unfinished(server: TestServer, id: string, key: string, length: number, brought: number) {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  let heard = '';
  socket.on('error', () => undefined);
  socket.on('data', (piece) => {
    heard += piece;
  });
  onTestFinished(() => void socket.destroy());
  const lines = [`POST /api/cloths/${id}/import HTTP/1.1`, 'Host: kleed', `Authorization: Bearer ${key}`];
  socket.write(`${lines.join('\r\n')}\r\nContent-Length: ${length}\r\n\r\n`);
  socket.write(Buffer.alloc(brought, ' '));
  return { socket, status: () => Number(/^HTTP\/1\.1 (\d+)/.exec(heard)?.[1] ?? 0) };
}

const KIB = 1024;
const taken = (server: TestServer) => metric(server, 'tafelkleed_memory_taken_bytes');

test('uploads that do not end take no more memory than there is for them, and give it back', async () => {
  const limits = { memoryBytes: 1024 * KIB, memoryPerNetworkBytes: 4096 * KIB, memoryPerClothBytes: 512 * KIB };
  const server = await startServer({ limits });
  const cloths = await Promise.all(Array.from({ length: 3 }, () => makeCloth(server)));
  const uploads = cloths.flatMap(({ id, keys }) =>
    Array.from({ length: 4 }, () => unfinished(server, id, keys.participant, 200 * KIB, 150 * KIB)),
  );
  // Three of a cloth, six in all: the rest is told to come again.
  await until('the rest is refused', () => uploads.filter(({ status }) => status() === 503).length === 6);
  expect(await taken(server)).toBe(6 * 150 * KIB);
  expect(await metric(server, 'tafelkleed_memory_refused_total')).toBeGreaterThan(0);
  // What is small still passes, and the large finds room when the others are gone.
  expect((await call(server, 'POST', '/api/cloths', { body: {} })).status).toBe(201);
  const [first] = cloths;
  if (!first) throw new Error('no cloth');
  const large = ' '.repeat(300 * KIB);
  const lay = () =>
    call(server, 'POST', `/api/cloths/${first.id}/import`, { key: first.keys.participant, body: large });
  const refused = await lay();
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
  for (const { socket } of uploads) socket.destroy();
  await until('all of it is given back', async () => (await taken(server)) === 0);
  expect(await problemOf(await lay())).toEqual(problem(400, 'bad-file'));
  await until('that too', async () => (await taken(server)) === 0);
});

test('one network takes its part of the memory, and leaves the rest to others', async () => {
  const server = await startServer({ limits: { memoryPerNetworkBytes: 300 * KIB }, trustProxy: 1 });
  const { id, keys } = await makeCloth(server);
  unfinished(server, id, keys.participant, 250 * KIB, 250 * KIB - 1);
  await until('it is there', async () => (await taken(server)) > 200 * KIB);
  const lay = (from: string) =>
    fetch(`${server.url}/api/cloths/${id}/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${keys.participant}`, 'x-forwarded-for': from },
      body: ' '.repeat(100 * KIB),
    });
  expect((await lay('127.0.0.1')).status).toBe(503);
  expect((await lay('192.0.2.1')).status).toBe(400);
});

test('a body that comes in too slowly is given up', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const slow = unfinished(server, id, keys.participant, 200 * KIB, 100 * KIB);
  await until('it is begun', async () => (await taken(server)) > 0);
  const now = performance.now.bind(performance);
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + 20_000);
  onTestFinished(() => clock.mockRestore());
  await until('it is told so', () => slow.status() === 408);
  expect(await taken(server)).toBe(0);
});

test('frames that are never finished take their part of the memory and no more', async () => {
  const limits = { memoryPerClothBytes: 1024 * KIB, heartbeatMs: 50 };
  const server = await startServer({ limits });
  const { id, keys } = await makeCloth(server);
  const calm = await rawClient(server, id, keys.participant).seated();
  const begun: ReturnType<typeof rawClient>[] = [];
  for (let times = 0; times < 4; times++) {
    const client = await rawClient(server, id, keys.participant).seated();
    client.socket.send(Buffer.alloc(400 * KIB), { fin: false });
    begun.push(client);
  }
  // On a busy machine one more may be cut off for its silence.
  await until('two of them are closed', () => begun.filter(({ socket }) => socket.readyState > 1).length >= 2);
  expect(await taken(server)).toBeLessThanOrEqual(1024 * KIB);
  calm.sendAck(1);
  await until('the others are served', () => calm.acks.includes(1));
  const now = performance.now.bind(performance);
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + 120_000);
  onTestFinished(() => clock.mockRestore());
  await until('who does not go on is let go', () => begun.every(({ socket }) => socket.readyState > 1));
  await until('all of it is given back', async () => (await taken(server)) === 0);
});

test('one network announces no more at once than it may have, whatever it sends of it', async () => {
  const server = await startServer({ limits: { memoryPerNetworkBytes: 1024 * KIB } });
  const { id, keys } = await makeCloth(server);
  const uploads = Array.from({ length: 8 }, () => unfinished(server, id, keys.participant, 200 * KIB, 1));
  await until('three are refused', () => uploads.filter(({ status }) => status() === 503).length === 3);
  for (const { socket } of uploads) socket.destroy();
  await until('there is room again', async () => {
    const lay = call(server, 'POST', `/api/cloths/${id}/import`, {
      key: keys.participant,
      body: ' '.repeat(900 * KIB),
    });
    return (await lay).status === 400;
  });
});
