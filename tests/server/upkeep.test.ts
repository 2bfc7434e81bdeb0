import { ClassicLevel } from 'classic-level';
import { pino } from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { readConfig } from '../../server/core/config.ts';
import { Metrics } from '../../server/core/metrics.ts';
import { LevelStorage } from '../../server/storage/leveldb.ts';
import { StorageUnavailable } from '../../server/storage/storage.ts';
import { Workshop } from '../../server/sync/guard/workshop.ts';
import { Rooms } from '../../server/sync/room/rooms.ts';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { metric } from './metric.ts';
import {
  call,
  durable,
  freshDirectory,
  initiativeOf,
  makeCloth,
  type RawClient,
  rawClient,
  scribe,
  startServer,
  stockClient,
  synced,
  until,
} from './support.ts';

const DAY_MS = 86_400_000;

/** Nothing in this process happens meanwhile: neither in the server nor in its clients. */
function standStill(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

const isGone = ({ socket }: RawClient): boolean => socket.readyState !== socket.OPEN;

test('three hundred cloths that everyone left are forgotten, and open again with all that was in them', async () => {
  const server = await startServer({
    limits: { roomIdleMs: 100, clothsPerMinute: 5_000, clothsPerMinutePerAddress: 5_000 },
  });
  const cloths = await Promise.all(
    Array.from({ length: 300 }, (_, index) => makeCloth(server, { title: `number ${index}` })),
  );
  for (let start = 0; start < cloths.length; start += 100) {
    const visits = cloths.slice(start, start + 100).map(async ({ id, keys }) => {
      const visitor = await rawClient(server, id, keys.participant).seated();
      visitor.socket.close();
      await visitor.closed;
    });
    await Promise.all(visits);
  }
  await until('all are forgotten', async () => (await metric(server, 'tafelkleed_rooms')) === 0, 20_000);
  const { id, keys } = cloths[150] ?? { id: '', keys: { viewer: '' } };
  const { doc, provider } = stockClient(server, id, keys.viewer);
  await synced(provider);
  expect(initiativeOf(doc)).toBe('number 150');
});

test('a cloth that many edits went into opens from a compact copy, and nothing of it changed', async () => {
  const dataDir = await freshDirectory();
  const server = await startServer({ dataDir, limits: { roomIdleMs: 50, messagesPerSecond: 100_000 } });
  const { id, keys } = await makeCloth(server);
  const { doc, provider } = stockClient(server, id, keys.participant);
  await synced(provider);
  const { initiative } = openCloth(doc);
  for (let times = 1; times <= 2_000; times++) {
    initiative.insert(initiative.length, `${times % 10}`);
    if (times % 3 === 0) initiative.delete(0, 1);
    if (times % 100 === 0) await durable(provider, times);
  }
  provider.destroy();
  await until('it is forgotten', async () => (await metric(server, 'tafelkleed_rooms')) === 0);
  await server.close();
  const storage = await LevelStorage.open(dataDir, () => undefined);
  const { updates, logLength } = await storage.load(id);
  await storage.close(1_000);
  expect(logLength).toBeLessThan(50);
  const loaded = new Y.Doc();
  for (const update of updates) Y.applyUpdate(loaded, update);
  expect(initiativeOf(loaded)).toBe(initiative.toString());
});

test('a connection that gives no sign of life is cut off and its presence goes; one that only listens stays', async () => {
  // Far longer than a busy machine lets a program stand still: that would be no sign of life.
  const server = await startServer({ limits: { heartbeatMs: 1_000 } });
  const { id, keys } = await makeCloth(server);
  const listener = await rawClient(server, id, keys.viewer).seated();
  const dead = await rawClient(server, id, keys.participant, {}, { autoPong: false }).seated();
  dead.sendPresence(11, 1, { user: { name: 'Fred' } });
  await until('it is seen', () => listener.presence.length > 0);
  await dead.closed;
  await until('it is gone', () => listener.presence.some(({ state }) => state === null));
  const pings: number[] = [];
  listener.socket.on('ping', () => pings.push(1));
  await until('the listener was asked again and again', () => pings.length > 2);
  expect(listener.socket.readyState).toBe(listener.socket.OPEN);
});

test('compacting that is cut off because the server stops is nothing to warn of; that the store fails is', async () => {
  const storage = await LevelStorage.open(await freshDirectory(), () => undefined);
  const write = scribe(7);
  const updates = Array.from({ length: 60 }, (_, index) => write(`${index} `));
  await storage.create({ id: 'cloth', epoch: 'e', kind: 'initiative', createdAt: 1, keys: [], codes: [] }, write('-'));
  await storage.append('cloth', updates);
  const warnings: string[] = [];
  const log = pino({ level: 'warn', messageKey: 'text' }, { write: (line) => warnings.push(JSON.parse(line).text) });
  const rooms = new Rooms(storage, new Workshop(readConfig({}).limits), readConfig({}).limits, new Metrics(), log);
  onTestFinished(() => rooms.stop());
  const room = await rooms.open('cloth');

  const compact = vi.spyOn(storage, 'compact').mockRejectedValueOnce(new StorageUnavailable('the disk is full'));
  room.tidy();
  expect(room.forgettable).toBe(false);
  await until('it failed', () => room.forgettable);
  expect(warnings).toEqual(['compacting failed; the log stays']);

  room.tidy();
  expect(compact).toHaveBeenCalledTimes(2);
  rooms.stop();
  await storage.close(0);
  await until('it was cut off', () => room.forgettable);
  await expect(compact.mock.results[1]?.value).rejects.toThrow('the store');
  expect(warnings).toHaveLength(1);
});

test('a document that broke in memory is neither compacted nor written over what is stored', async () => {
  const storage = await LevelStorage.open(await freshDirectory(), () => undefined);
  onTestFinished(() => storage.close(0));
  const write = scribe(7);
  await storage.create({ id: 'cloth', epoch: 'e', kind: 'initiative', createdAt: 1, keys: [], codes: [] }, write('-'));
  await storage.append(
    'cloth',
    Array.from({ length: 60 }, (_, index) => write(`${index} `)),
  );
  const rooms = new Rooms(
    storage,
    new Workshop(readConfig({}).limits),
    readConfig({}).limits,
    new Metrics(),
    pino({ level: 'silent' }),
  );
  onTestFinished(() => rooms.stop());
  const compact = vi.spyOn(storage, 'compact');
  const room = await rooms.open('cloth');
  room.broken = true;
  room.tidy();
  expect(compact).not.toHaveBeenCalled();
  expect((await rooms.open('cloth')).broken).toBe(false);
  expect((await storage.load('cloth')).logLength).toBeGreaterThanOrEqual(60);
  (await rooms.open('cloth')).tidy();
  expect(compact).toHaveBeenCalledTimes(1);
});

test('a server that stood still reads what came in meanwhile before it takes anyone for gone', async () => {
  const server = await startServer({ limits: { heartbeatMs: 1_000 } });
  const { id, keys } = await makeCloth(server);
  const people = [await rawClient(server, id, keys.viewer).seated(), await rawClient(server, id, keys.viewer).seated()];
  let pings = 0;
  for (const { socket } of people) {
    socket.on('ping', () => {
      pings += 1;
      // The last one's answer is on its way, and so are those of all before it.
      if (pings === people.length) standStill(1_300);
    });
  }
  await until('they were asked again and again', () => pings >= 3 * people.length || people.some(isGone));
  expect(people.some(isGone)).toBe(false);
});

test('a server that stood still for long asks anew, and gives time to answer', async () => {
  const server = await startServer({ limits: { heartbeatMs: 1_000 } });
  const { id, keys } = await makeCloth(server);
  const person = await rawClient(server, id, keys.viewer, {}, { autoPong: false }).seated();
  let pings = 0;
  person.socket.on('ping', () => {
    pings += 1;
    // The answer to the first is lost.
    if (pings === 1) standStill(3_500);
    else person.socket.pong();
  });
  await until('it was asked again and again', () => pings >= 3 || isGone(person));
  expect(isGone(person)).toBe(false);
});

test('cloths that nobody wrote to for the set number of days are deleted at the start when that was said a day before; others, and those in use, are not', async () => {
  const dataDir = await freshDirectory();
  const storage = await LevelStorage.open(dataDir, () => undefined);
  const now = Date.now();
  const make = async (id: string, createdAt: number) =>
    storage.create({ id, epoch: 'e', kind: 'initiative', createdAt, keys: [], codes: [] }, new Uint8Array([0, 0]));
  await make('old', now - 31 * DAY_MS);
  await make('oldButUsed', now - 31 * DAY_MS);
  await make('young', now - 29 * DAY_MS);
  await make('oldAndDamaged', now - 31 * DAY_MS);
  await storage.append('oldButUsed', [new Uint8Array([0, 0])]);
  await make('oldAndUnsaid', now - 31 * DAY_MS);
  const said = now - DAY_MS - 1;
  const announced = { old: said, oldButUsed: said, oldAndDamaged: said };
  await storage.writeNote('retention', JSON.stringify({ seenAt: now - 1, believedFrom: 0, announced }));
  await storage.close(1_000);
  const db = new ClassicLevel<string, Uint8Array>(dataDir, { valueEncoding: 'view' });
  await db.put('cloth!oldAndDamaged', new Uint8Array([1, 2, 3, 4, 5]));
  await db.close();

  const server = await startServer({ dataDir, retentionDays: 30 });
  const status = async (id: string) => (await call(server, 'GET', `/api/cloths/${id}`, { key: 'x' })).status;
  await until(
    'the old ones are gone',
    async () => (await status('oldAndDamaged')) === 404 && (await status('old')) === 404,
  );
  expect(await status('oldButUsed')).toBe(401);
  expect(await status('young')).toBe(401);
  // Of this one it is said now.
  expect(await status('oldAndUnsaid')).toBe(401);
  await until('it is told', async () => (await metric(server, 'tafelkleed_expiring_cloths')) === 1);
  expect(await metric(server, 'tafelkleed_clock_doubted')).toBe(0);
});
