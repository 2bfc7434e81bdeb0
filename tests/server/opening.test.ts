import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { getPriority } from 'node:os';
import { pino } from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { readConfig } from '../../server/core/config.ts';
import { findKey, hashOf, mintKey } from '../../server/core/keys.ts';
import { Metrics } from '../../server/core/metrics.ts';
import { WorkGivenUp, WorkNotBegun } from '../../server/core/worker-pool.ts';
import type { Cluster } from '../../server/relay/cluster.ts';
import { LevelStorage } from '../../server/storage/leveldb.ts';
import { UnknownCloth } from '../../server/storage/storage.ts';
import { Workshop } from '../../server/sync/guard/workshop.ts';
import { Cloths } from '../../server/sync/room/cloths.ts';
import { loadAtOnce, NOTHING_STORED } from '../../server/sync/room/loading.ts';
import type { Member } from '../../server/sync/room/member.ts';
import type { Room } from '../../server/sync/room/room.ts';
import { Rooms } from '../../server/sync/room/rooms.ts';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { settleCircles } from '../../shared/document/migrations/circles.ts';
import { CLOSE, FULL } from '../../shared/model/protocol.ts';
import { CIRCLES, SCHEMA_VERSION } from '../../shared/model/schema.ts';
import { call, freshDirectory, makeCloth, rawClient, scribe, startServer, until } from './support.ts';

const NEW = { title: 'leesplezier', kind: 'initiative', seats: 6, language: null } as const;

/** Cloths on a real store, of which the loading of documents can be made to wait. */
async function slowCloths() {
  const storage = await LevelStorage.open(await freshDirectory(), () => undefined);
  const workshop = new Workshop(readConfig({}).limits);
  const rooms = new Rooms(storage, workshop, readConfig({}).limits, new Metrics(), pino({ level: 'silent' }));
  onTestFinished(() => {
    rooms.stop();
    workshop.stop();
  });
  const load = storage.load.bind(storage);
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const loading = vi.spyOn(storage, 'load').mockImplementation(async (id) => {
    const stored = await load(id);
    await gate;
    return stored;
  });
  const begun = () => vi.waitFor(() => expect(loading).toHaveBeenCalled());
  return { storage, rooms, workshop, cloths: new Cloths(storage, rooms), letGo, begun };
}

test('a link that is replaced while its cloth is loading opens it no more', async () => {
  const { rooms, cloths, letGo, begun } = await slowCloths();
  const { record, keys } = await cloths.create(NEW);
  const opening = rooms.open(record.id);
  await begun();
  const key = await cloths.rotate(record.id, 'participant');
  letGo();
  const room = await opening;
  expect(cloths.keyOf(room.record, keys.participant)).toBeNull();
  expect(cloths.keyOf(room.record, key ?? '')?.role).toBe('participant');
});

test('where there are other nodes, wrong keys on an open cloth cost a look in the store a second, and a new key opens', async () => {
  const storage = await LevelStorage.open(await freshDirectory(), () => undefined);
  const others = { join: async () => null, tellRecordChanged: () => undefined } as unknown as Cluster;
  const rooms = new Rooms(
    storage,
    new Workshop(readConfig({}).limits),
    readConfig({}).limits,
    new Metrics(),
    pino({ level: 'silent' }),
    others,
  );
  onTestFinished(() => rooms.stop());
  const cloths = new Cloths(storage, rooms);
  const { record } = await cloths.create(NEW);
  await rooms.open(record.id);
  const reading = vi.spyOn(storage, 'read');
  const wrong = () => cloths.admit(record, 'wrong');
  expect(await Promise.all([wrong(), ...Array.from({ length: 50 }, wrong)])).toEqual(Array(51).fill(null));
  expect(reading.mock.calls.length).toBe(2);
  // Made on another node just after somebody tried wrong ones.
  const { key, stored } = mintKey('viewer', Date.now());
  await storage.change(record.id, (before) => ({ ...before, keys: [...before.keys, stored] }));
  expect((await cloths.admit(record, key))?.role).toBe('viewer');
});

/** A place at the table that tells whether it was closed. */
function seatOf(room: Room, key: string) {
  const closed: number[] = [];
  const nothing = (): void => undefined;
  const { role = 'participant', hash = '' } = findKey(key, room.record.keys) ?? {};
  const member: Member = {
    id: hash,
    role,
    through: null,
    keyHash: hash,
    sendUpdate: nothing,
    sendPresence: nothing,
    sendSession: nothing,
    mintLead: async () => null,
    warn: nothing,
    close: (code) => closed.push(code),
    challenge: async () => true,
  };
  room.members.add(member);
  return closed;
}

test('a record that is read before a later one, and comes in after it, closes nobody', async () => {
  const { storage, rooms, cloths, letGo } = await slowCloths();
  letGo();
  const { record } = await cloths.create(NEW);
  const room = await rooms.open(record.id);
  await cloths.addKey(record.id, 'participant', 'link');
  const early = await storage.read(record.id);
  const key = await cloths.addKey(record.id, 'participant', 'link');
  const guest = seatOf(room, key ?? '');
  if (early) room.adoptRecord(early);
  expect(guest).toEqual([]);
  expect(cloths.keyOf(room.record, key ?? '')?.role).toBe('participant');
});

test('of the people in one role only those are closed whose own link is gone', async () => {
  const { storage, rooms, cloths, letGo } = await slowCloths();
  letGo();
  const { record, keys } = await cloths.create(NEW);
  const room = await rooms.open(record.id);
  const key = (await cloths.addKey(record.id, 'participant', 'link')) ?? '';
  const [first, second] = [seatOf(room, keys.participant), seatOf(room, key)];
  const without = await storage.change(record.id, (before) => ({
    ...before,
    keys: before.keys.filter(({ hash }) => hash !== hashOf(keys.participant)),
  }));
  if (without) rooms.recordChanged(without);
  expect([first, second]).toEqual([[CLOSE.unauthorised], []]);
});

test('a cloth that is deleted while it is loading is not opened', async () => {
  const { storage, rooms, cloths, letGo, begun } = await slowCloths();
  const { record } = await cloths.create(NEW);
  const opening = expect(rooms.open(record.id)).rejects.toBeInstanceOf(UnknownCloth);
  await begun();
  await storage.delete(record.id);
  letGo();
  await opening;
  expect(rooms.peek(record.id)).toBeUndefined();
});

test('who waits for a deleted cloth to be stored is told so', async () => {
  const { storage, rooms, cloths, letGo } = await slowCloths();
  const { record } = await cloths.create(NEW);
  letGo();
  const waiting = rooms.use(record.id, async (room) => {
    await storage.delete(record.id);
    openCloth(room.doc).initiative.insert(0, 'te laat ');
    await room.journal.settled();
  });
  await expect(waiting).rejects.toBeInstanceOf(UnknownCloth);
  await expect(rooms.use(record.id, (room) => room.journal.settled())).rejects.toBeInstanceOf(UnknownCloth);
  expect(await rooms.flush(1_000)).toBe(true);
});

test('many who ask at the same moment for a cloth that has to be loaded do not get past its limit', async () => {
  const server = await startServer({ limits: { connectionsPerCloth: 3 } });
  const { id, keys } = await makeCloth(server);
  const clients = Array.from({ length: 10 }, () => rawClient(server, id, keys.participant));
  const refused: { code: number; reason: string }[] = [];
  for (const { closed } of clients) void closed.then((close) => refused.push(close));
  const seated = () => clients.filter(({ sessions }) => sessions.length > 0).length;
  await until('everyone has an answer', () => seated() + refused.length === clients.length);
  expect(seated()).toBe(3);
  expect(new Set(refused.map(({ code, reason }) => `${code} ${reason}`))).toEqual(
    new Set([`${CLOSE.tryLater} ${FULL.cloth}`]),
  );
});

test.each(['//', 'http://[', '/sync/', '/sync/%00', '/sync/a/b', '*', '/sync/a?key=%E0%A4%A', `/${'x'.repeat(8_000)}`])(
  'a socket asked for at %s does the server no harm, nor does one that is cut off at once',
  async (address) => {
    const server = await startServer();
    const { port } = new URL(server.url);
    const ask = () => {
      const socket = connect(Number(port), '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(
        `GET ${address} HTTP/1.1\r\nHost: tafelkleed\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGFmZWxrbGVlZHRhZmVsaw==\r\n\r\n',
      );
      return socket;
    };
    const socket = ask();
    const answer = await new Promise<string>((resolve) => socket.once('data', (data) => resolve(data.toString())));
    expect(answer).toMatch(/^HTTP\/1\.1 (101|404|400)/);
    socket.destroy();
    for (let times = 0; times < 20; times++) {
      const cut = ask();
      setTimeout(() => cut.resetAndDestroy(), times % 4);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await call(server, 'GET', '/healthz')).status).toBe(200);
  },
);

/** As many words as make a document too large to be read in one step; half of them were written over. */
function manyWords(): Uint8Array {
  const doc = new Y.Doc();
  const { items, meta } = openCloth(doc);
  meta.set('schema', SCHEMA_VERSION);
  for (let n = 0; n < 2_000; n++) items.set(`i${n}`, new Y.Map([['text', `woord ${n}`]]));
  for (let n = 0; n < 2_000; n += 2) items.set(`i${n}`, new Y.Map([['text', `ander woord ${n}`]]));
  return Y.encodeStateAsUpdate(doc);
}

test('a large document is opened in steps between which others have their turn, and is the same document', async () => {
  const { storage, rooms, workshop, cloths, letGo } = await slowCloths();
  letGo();
  const { record } = await cloths.create(NEW);
  const write = scribe(1);
  write('not stored ');
  // One that cannot be read, and one that builds on what is not there.
  await storage.append(record.id, [manyWords(), new Uint8Array([9, 9, 9]), write('left out')]);
  const { updates } = await storage.load(record.id);
  const taking = vi.spyOn(workshop.turns, 'take');
  const room = await rooms.open(record.id);
  expect(taking.mock.calls.length).toBeGreaterThan(3);
  expect(Y.encodeStateAsUpdate(room.doc)).toEqual(
    Y.encodeStateAsUpdate(loadAtOnce({ ...NOTHING_STORED, updates }).doc),
  );
  expect(room.damaged).toBe(true);
  // The thread that read it leaves the cores to the one that answers people.
  if (process.platform === 'linux') expect(Math.max(...niceness())).toBeGreaterThan(getPriority());
});

/** Of each thread of this process: how far it stands back for others. */
function niceness(): number[] {
  return readdirSync('/proc/self/task').map((thread) => {
    const [, fields = ''] = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8').split(') ');
    return Number(fields.split(' ')[NICE_FIELD]);
  });
}

/** Of those behind the name of a thread, proc(5). */
const NICE_FIELD = 16;

test('a large document from before circles had two sizes is settled in steps as well, and once', async () => {
  const { storage, rooms, cloths, letGo } = await slowCloths();
  letGo();
  const { record } = await cloths.create(NEW);
  const { doc } = loadAtOnce(await storage.load(record.id));
  openCloth(doc).meta.set('circles', 1);
  await storage.append(record.id, [manyWords(), Y.encodeStateAsUpdate(doc)]);
  const room = await rooms.open(record.id);
  expect(room.damaged).toBe(false);
  expect(openCloth(room.doc).meta.get('circles')).toBe(CIRCLES);
  expect(settleCircles(room.doc)).toBeNull();
  await room.journal.settled();
  const stored = loadAtOnce(await storage.load(record.id));
  expect(Y.encodeStateAsUpdate(stored.doc)).toEqual(Y.encodeStateAsUpdate(room.doc));
});

test('a large document that no thread has the time for is opened all the same, and one whose turn does not come later', async () => {
  const { storage, rooms, workshop, cloths, letGo } = await slowCloths();
  letGo();
  const { record } = await cloths.create(NEW);
  await storage.append(record.id, [manyWords()]);
  const loading = vi.spyOn(workshop, 'load').mockRejectedValueOnce(new WorkNotBegun('many wait before it'));
  await expect(rooms.open(record.id)).rejects.toThrow('cannot be opened now');
  loading.mockRejectedValueOnce(new WorkGivenUp('it took too long'));
  expect(openCloth((await rooms.open(record.id)).doc).items.size).toBe(2_000);
});
