import { expect, onTestFinished, test, vi } from 'vitest';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { CLOSE } from '../../shared/model/protocol.ts';
import { newSheet } from '../support/program.ts';
import { metric } from './metric.ts';
import {
  durable,
  initiativeOf,
  makeCloth,
  rawClient,
  scribe,
  startServer,
  stockClient,
  synced,
  until,
} from './support.ts';

test('a frame over the limit is closed 4413, which the stock client takes as final', async () => {
  const server = await startServer({ limits: { frameBytes: 4_000 } });
  const { id, keys } = await makeCloth(server);
  const { doc, provider } = stockClient(server, id, keys.participant);
  await synced(provider);
  const closed = new Promise((resolve) => provider.on('closed', ({ code }) => resolve(code)));
  openCloth(doc).initiative.insert(0, 'x'.repeat(10_000));
  expect(await closed).toBe(CLOSE.frameTooLarge);
  expect(await metric(server, `tafelkleed_rejected_total{code="${CLOSE.frameTooLarge}"}`)).toBe(1);
  expect(provider.shouldConnect).toBe(false);
});

test('a cloth at its limit takes nothing more and keeps what it has', async () => {
  const server = await startServer({ limits: { clothBytes: 20_000 } });
  const { id, keys } = await makeCloth(server);
  const client = await rawClient(server, id, keys.participant).seated();
  const write = scribe(7);
  client.sendUpdate(write('x'.repeat(15_000)));
  client.sendAck(1);
  await until('the first is kept', () => client.acks.includes(1));
  client.sendUpdate(write('y'.repeat(15_000)));
  expect((await client.closed).code).toBe(CLOSE.clothFull);
  const reader = stockClient(server, id, keys.viewer);
  await synced(reader.provider);
  expect(initiativeOf(reader.doc)).toBe('x'.repeat(15_000));
});

test('words that were deleted again do not fill a cloth', async () => {
  const server = await startServer({ limits: { clothBytes: 20_000 } });
  const { id, keys } = await makeCloth(server);
  const { doc, provider } = stockClient(server, id, keys.participant);
  await synced(provider);
  const { initiative } = openCloth(doc);
  for (let times = 1; times <= 10; times++) {
    initiative.insert(0, 'x'.repeat(9_000));
    initiative.delete(0, 9_000);
    await durable(provider, times);
  }
  expect(provider.wsconnected).toBe(true);
});

test('a cloth with too many records is closed for writing', async () => {
  const server = await startServer({ limits: { clothRecords: 100 } });
  const { id, keys } = await makeCloth(server);
  const { doc, provider } = stockClient(server, id, keys.participant);
  await synced(provider);
  const closed = new Promise((resolve) => provider.on('closed', ({ code }) => resolve(code)));
  const { items } = openCloth(doc);
  const filler = 'x'.repeat(1_000);
  const filling = setInterval(() => items.set(Math.random().toString(36), filler), 1);
  expect(await closed).toBe(CLOSE.clothFull);
  clearInterval(filling);
});

test('a network room with too many records is closed for writing too, and a theme sheet with too much on its line', async () => {
  const server = await startServer({ limits: { clothRecords: 100 } });
  for (const [kind, root] of [
    ['commons', 'entries'],
    ['themes', 'programme'],
  ] as const) {
    const { id, keys } = await newSheet(server.url, kind);
    const { doc, provider } = stockClient(server, id, keys.facilitator);
    await synced(provider);
    const closed = new Promise((resolve) => provider.on('closed', ({ code }) => resolve(code)));
    const filler = 'x'.repeat(1_000);
    const filling = setInterval(() => doc.getMap(root).set(Math.random().toString(36), filler), 1);
    expect(await closed).toBe(CLOSE.clothFull);
    clearInterval(filling);
    provider.destroy();
  }
});

test('a cloth and a server take so many connections and ask the rest to come back later', async () => {
  const server = await startServer({ limits: { connectionsPerCloth: 2, connections: 3 } });
  const [a, b] = await Promise.all([makeCloth(server), makeCloth(server)]);
  const first = await rawClient(server, a.id, a.keys.viewer).seated();
  await rawClient(server, a.id, a.keys.viewer).seated();
  expect((await rawClient(server, a.id, a.keys.viewer).closed).code).toBe(CLOSE.tryLater);
  await rawClient(server, b.id, b.keys.viewer).seated();
  expect((await rawClient(server, b.id, b.keys.viewer).closed).code).toBe(CLOSE.tryLater);
  first.socket.close();
  await first.closed;
  await until('there is room again', async () => {
    const again = rawClient(server, a.id, a.keys.viewer);
    return Promise.race([again.seated().then(() => true), again.closed.then(() => false)]);
  });
});

test('one who sends too fast is slowed down through the line, loses nothing, and others do not notice', async () => {
  const server = await startServer({ limits: { messagesPerSecond: 100 } });
  const { id, keys } = await makeCloth(server);
  const fast = await rawClient(server, id, keys.participant).seated();
  const calm = stockClient(server, id, keys.participant);
  await synced(calm.provider);
  const write = scribe(7);
  const started = performance.now();
  for (let times = 0; times < 900; times++) fast.sendUpdate(write('x'));
  fast.sendAck(1);
  await durable(calm.provider, 1);
  // Four seconds' worth of the fast one is still to come, however busy this machine is.
  expect(fast.acks).toEqual([]);
  await until('all of the fast one is in', () => fast.acks.includes(1));
  expect(performance.now() - started).toBeGreaterThan(3_500);
  await until('the calm one sees it', () => initiativeOf(calm.doc).length === 900);
});

test('a reader that does not read costs bounded memory and is brought up to date when it reads again', async () => {
  const server = await startServer({ limits: { backlogBytes: 64 * 1024, bytesPerSecond: 100 * 1024 * 1024 } });
  const { id, keys } = await makeCloth(server);
  const slow = await rawClient(server, id, keys.viewer).seated();
  slow.socket.pause();
  const writer = stockClient(server, id, keys.participant);
  await synced(writer.provider);
  const { initiative } = openCloth(writer.doc);
  for (let times = 1; times <= 200; times++) {
    initiative.insert(0, 'x'.repeat(50_000));
    initiative.delete(0, 49_000);
    if (times % 20 === 0) await durable(writer.provider, times);
  }
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  expect(Number(/tafelkleed_readers_behind_total (\d+)/.exec(metrics)?.[1])).toBeGreaterThan(0);
  slow.socket.resume();
  await until('the slow one has it all', () => initiativeOf(slow.doc) === initiative.toString());
  initiative.insert(0, 'and on');
  await until('and goes on', () => initiativeOf(slow.doc).startsWith('and on'));
});

test('a reader that goes on not reading is let go at last, though it shows that it is alive', async () => {
  const limits = { backlogBytes: 64 * 1024, bytesPerSecond: 100 * 1024 * 1024, heartbeatMs: 2_000 };
  const server = await startServer({ limits });
  const { id, keys } = await makeCloth(server);
  const slow = await rawClient(server, id, keys.viewer).seated();
  slow.socket.pause();
  const alive = setInterval(() => slow.socket.pong(), 10);
  onTestFinished(() => clearInterval(alive));
  const writer = stockClient(server, id, keys.participant);
  await synced(writer.provider);
  const { initiative } = openCloth(writer.doc);
  for (let times = 1; times <= 200; times++) {
    initiative.insert(0, 'x'.repeat(50_000));
    initiative.delete(0, 49_000);
    if (times % 20 === 0) await durable(writer.provider, times);
  }
  const viewers = () => metric(server, 'tafelkleed_connections{role="viewer"}');
  expect(await viewers()).toBe(1);
  const now = performance.now.bind(performance);
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + 31_000);
  onTestFinished(() => clock.mockRestore());
  await until('it is let go', async () => (await viewers()) === 0);
});
