/**
 * Throws mutated frames at a room of the built server, in a process of its own that its parent can limit and kill.
 * `node fuzz-child.mjs <seed> <frames>`; says every 1,000 frames how far it is, and at the end what it found, as JSON
 * lines. Sockets are stood in for by objects here, to reach tens of thousands of frames in seconds; the same rooms, connections and
 * store run as in the server.
 */
import './seeded-random.mjs';
import { EventEmitter } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as decoding from 'lib0/decoding';
import { pino } from 'pino';
import * as Y from 'yjs';
import { readConfig } from '../../dist/server/core/config.js';
import { MemoryBudget } from '../../dist/server/core/memory-budget.js';
import { Metrics } from '../../dist/server/core/metrics.js';
import { LevelStorage } from '../../dist/server/storage/leveldb.js';
import { Connection } from '../../dist/server/sync/connection/connection.js';
import { Workshop } from '../../dist/server/sync/guard/workshop.js';
import { Rooms } from '../../dist/server/sync/room/rooms.js';
import { dice, hostileFrames, sync } from './fuzz-frames.mjs';

const [seed, frames] = process.argv.slice(2).map(Number);
/** A fresh cloth after so many, so that documents stay small and a fault is near to its cause. */
const FRAMES_PER_CLOTH = 500;
const { random, pick } = dice(seed);
const hostile = hostileFrames(dice(seed + 1));

/** Stands in for a socket: takes what the server sends and remembers whether it was closed. */
class Line extends EventEmitter {
  OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  isPaused = false;
  closed = null;
  onFrame = () => undefined;
  /** The way out, as the server's own lines have it. */
  line = {
    waitingBytes: 0,
    isOpenNow: () => this.readyState === 1,
    get isOpen() {
      return this.isOpenNow();
    },
    send: (frame) => this.onFrame(frame),
    flush: (sent) => sent && setImmediate(sent),
  };
  send(frame, callback) {
    this.onFrame(frame);
    if (callback) setImmediate(callback);
  }
  close(code, reason) {
    this.readyState = 3;
    this.closed = { code, reason };
  }
  terminate() {
    this.close(1006, '');
  }
  ping() {}
  pause() {}
  resume() {}
}

/** An honest page that only looks on: it takes whatever it is sent, and comes back when the server asks it to. */
class Onlooker {
  doc = new Y.Doc();
  errors = [];
  #line = null;
  #connection = null;

  async comeBack(id) {
    const room = await rooms.open(id);
    if (this.#line?.readyState === 1) return room;
    this.#line = new Line();
    this.#line.onFrame = (frame) => this.#hear(frame);
    this.#connection = new Connection(
      { id: 'onlooker', role: 'viewer', since: null, mintLead: async () => null, memory, network: '' },
      this.#line,
      room,
      workshop,
      limits,
      metrics,
      log,
    );
    this.#connection.join();
    this.#connection.receive(Buffer.from(sync(0, Y.encodeStateVector(this.doc))));
    return room;
  }

  leave() {
    this.#connection.leave();
  }

  #hear(frame) {
    const decoder = decoding.createDecoder(frame);
    if (decoding.readVarUint(decoder) !== 0 || decoding.readVarUint(decoder) === 0) return;
    try {
      Y.applyUpdate(this.doc, decoding.readVarUint8Array(decoder));
    } catch (error) {
      this.errors.push(String(error));
    }
  }
}

/** All that can be seen of a document, and how far it is for each client. */
function content(doc) {
  const items = [...doc.getMap('items').entries()].map(([key, value]) => [key, value?.toJSON?.() ?? value]);
  const state = [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b);
  return JSON.stringify([doc.getText('initiative').toDelta(), items.sort(([a], [b]) => (a < b ? -1 : 1)), state]);
}

/**
 * Frames from changing connections at one cloth; resolves with what is wrong afterwards. `forging`: also new content
 * under ids of clients that wrote before and left. Where one id says two different things Yjs goes by which came first,
 * so replicas may then differ (without `forging` only when a mutation happens to make that). Nobody else's cloth may
 * change, and nothing may break.
 */
async function attack(id, frames, forging) {
  await storage.create(record(id), new Uint8Array([0, 0]));
  const onlooker = new Onlooker();
  let room = await onlooker.comeBack(id);
  const stream = hostile(() => room.doc, forging);
  let line = null;
  let connection = null;
  for (let sent = 1; sent <= frames; sent++) {
    if (room.broken) {
      found.reloads += 1;
      room = await onlooker.comeBack(id);
    }
    if (line?.readyState !== 1) {
      line = new Line();
      const role = pick(['facilitator', 'participant', 'participant', 'viewer']);
      const since = pick([null, null, '', 'no place']);
      connection = new Connection(
        { id: String(sent), role, since, mintLead: async () => null, memory, network: '' },
        line,
        room,
        workshop,
        limits,
        metrics,
        log,
      );
      connection.join();
    }
    const frame = stream.next().value;
    const began = performance.now();
    connection.receive(Buffer.from(frame));
    found.slowestMs = Math.max(found.slowestMs, Math.round(performance.now() - began));
    if (line.closed) found.closed[line.closed.code] = (found.closed[line.closed.code] ?? 0) + 1;
    else if (random() < 0.05) line.close(1000, '');
    if (line.readyState !== 1) connection.leave();
  }
  connection.leave();
  room = await onlooker.comeBack(id);
  onlooker.leave();
  await room.journal.settled();

  const faults = onlooker.errors.map((error) => `an onlooker choked: ${error}`);
  const reloaded = new Y.Doc();
  try {
    const { updates: stored } = await storage.load(id);
    reloaded.transact(() => {
      for (const update of stored) Y.applyUpdate(reloaded, update);
    });
    const isEqual = content(reloaded) === content(room.doc) && content(onlooker.doc) === content(room.doc);
    if (!forging && !isEqual) found.differing += 1;
  } catch (error) {
    faults.push(`the stored document cannot be read: ${error}`);
  }
  if (room.members.size > 0) faults.push('someone stayed behind');
  await rooms.expel(id, 4410, '');
  await storage.delete(id);
  return faults;
}

const directory = await mkdtemp(join(tmpdir(), 'tafelkleed-'));
const log = pino({ level: process.env.TEST_LOG ?? 'silent' });
const limits = { ...readConfig({}).limits, messagesPerSecond: 1e9, bytesPerSecond: 1e12 };
const metrics = new Metrics();
const workshop = new Workshop(limits);
const size = { all: limits.memoryBytes, network: limits.memoryBytes, cloth: limits.memoryBytes };
const memory = new MemoryBudget(size).account({ network: '', cloth: null });
const storage = await LevelStorage.open(directory, () => undefined);
const rooms = new Rooms(storage, workshop, limits, metrics, log);
const record = (id) => ({ id, epoch: 'e', kind: 'initiative', createdAt: 1, keys: [], codes: [] });

const neighbourDoc = new Y.Doc();
neighbourDoc.getText('initiative').insert(0, 'the neighbours');
await storage.create(record('neighbour'), Y.encodeStateAsUpdate(neighbourDoc));
const neighbour = await rooms.open('neighbour');
neighbour.holds += 1;
const neighbourBefore = content(neighbour.doc);

const found = { faults: [], differing: 0, closed: {}, reloads: 0, slowestMs: 0 };
for (let sent = 0; sent < frames; sent += FRAMES_PER_CLOTH) {
  const forging = (sent / FRAMES_PER_CLOTH) % 2 === 1;
  const faults = await attack(`cloth${sent}`, FRAMES_PER_CLOTH, forging);
  found.faults.push(...faults.map((fault) => `${fault} (frames ${sent} to ${sent + FRAMES_PER_CLOTH})`));
  say({ sent: sent + FRAMES_PER_CLOTH });
}
if (content(neighbour.doc) !== neighbourBefore) found.faults.push('the neighbouring cloth was touched');
if ({}.polluted !== undefined) found.faults.push('a prototype was polluted');
const { heapUsed, rss } = process.memoryUsage();
say({ done: true, ...found, heapMb: Math.round(heapUsed / 2 ** 20), rssMb: Math.round(rss / 2 ** 20) });
rooms.stop();
workshop.stop();
await storage.close(1_000);
await rm(directory, { recursive: true, force: true });

function say(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
