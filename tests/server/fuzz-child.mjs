/**
 * Throws mutated frames at a room of the built server, in a process of its own that its parent can limit and kill.
 * `node fuzz-child.mjs <seed> <frames>`; says every 1,000 frames how far it is, and at the end what it found, as JSON
 * lines. Sockets are stood in for by objects here, to reach 100,000 frames in seconds; the same rooms, connections and
 * store run as in the server.
 */
import { EventEmitter } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { pino } from 'pino';
import * as Y from 'yjs';
import { readConfig } from '../../dist/server/config.js';
import { Metrics } from '../../dist/server/metrics.js';
import { LevelStorage } from '../../dist/server/storage/leveldb.js';
import { Connection } from '../../dist/server/sync/connection.js';
import { Rooms } from '../../dist/server/sync/rooms.js';

const [seed, frames] = process.argv.slice(2).map(Number);
/** A fresh cloth after so many, so that documents stay small and a fault is near to its cause. */
const FRAMES_PER_CLOTH = 500;
const random = randomFrom(seed);
const below = (bound) => Math.floor(random() * bound);
const pick = (choices) => choices[below(choices.length)];

function randomFrom(start) {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Stands in for a socket: takes what the server sends and remembers whether it was closed. */
class Line extends EventEmitter {
  OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  isPaused = false;
  closed = null;
  onFrame = () => undefined;
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

const sync = (type, bytes) => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
};

const presence = (clientId, clock, json) => {
  const states = encoding.createEncoder();
  for (const number of [1, clientId, clock]) encoding.writeVarUint(states, number);
  encoding.writeVarString(states, json);
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(states));
  return encoding.toUint8Array(encoder);
};

const text = (message, json) => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, message);
  encoding.writeVarString(encoder, json);
  return encoding.toUint8Array(encoder);
};

const HOSTILE_JSON = [
  '{"__proto__":{"polluted":true},"user":{"__proto__":{"polluted":true},"role":"facilitator"}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  `${'['.repeat(2_000)}${']'.repeat(2_000)}`,
  '{"step":1e400,"timer":null,"hidden":false,"locked":false,"follow":null}',
  '"\\ud800"',
  '{"user":{"name":"\u0000\u202e"}}',
];

/** Edits of every type that Yjs knows, each as an update; some by clients that nobody has heard of. */
function* updates(current, forging) {
  for (;;) {
    const doc = new Y.Doc();
    const base = current();
    doc.clientID = forging ? pick([below(5) + 1, below(2 ** 32), 2 ** 32 - 1, 0]) : below(2 ** 32);
    if (random() < 0.7) Y.applyUpdate(doc, Y.encodeStateAsUpdate(base));
    for (let times = 1 + below(4); times > 0; times--) {
      const before = Y.encodeStateVector(doc);
      edit(doc);
      yield Y.encodeStateAsUpdate(doc, random() < 0.8 ? before : undefined);
    }
  }
}

function edit(doc) {
  const items = doc.getMap('items');
  const initiative = doc.getText('initiative');
  pick([
    () => initiative.insert(below(initiative.length + 1), pick(['a', '😀', 'עברית', '\u0000', 'x'.repeat(300)])),
    () => initiative.length > 0 && initiative.delete(below(initiative.length), 1),
    () => initiative.format(0, initiative.length, { bold: pick([true, null]) }),
    () => initiative.insertEmbed(0, { image: '__proto__' }),
    () => {
      const item = new Y.Map();
      for (const key of ['kind', 'pos', '__proto__', 'constructor'])
        item.set(key, pick([1, 'x', [1, 2], null, { a: [{}] }]));
      item.set('text', new Y.Text('words'));
      items.set(pick(['a', 'b', '__proto__', 'c']), item);
    },
    () => items.delete(pick([...items.keys(), 'a'])),
    () => items.set('list', Y.Array.from([1, 'two', new Uint8Array([3])])),
    () => items.set('xml', new Y.XmlElement('p')),
    () => items.set('doc', new Y.Doc({ guid: 'sub' })),
    () => doc.getXmlFragment('xml').insert(0, [new Y.XmlText('t')]),
  ])();
}

/** Numbers that lie at the edge of something, as varUints. */
const EDGES = [0, 1, 127, 128, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1].map((number) => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, number);
  return [...encoding.toUint8Array(encoder)];
});

function mutate(bytes) {
  const mutant = [...bytes];
  for (let times = below(4); times > 0; times--) {
    const at = below(mutant.length + 1);
    pick([
      () => mutant.splice(at, 1, below(256)),
      () => mutant.splice(at, 1, (mutant[at] ?? 0) ^ (1 << below(8))),
      () => mutant.splice(at, below(8)),
      () => mutant.splice(at, 0, ...pick(EDGES)),
      () => mutant.splice(at, 1, ...pick(EDGES)),
      () => mutant.splice(at, 0, ...mutant.slice(below(mutant.length), below(mutant.length))),
      () => mutant.splice(at),
    ])();
  }
  return Uint8Array.from(mutant);
}

function* frameStream(current, forging) {
  const edits = updates(current, forging);
  for (;;) {
    const base = current();
    const update = edits.next().value;
    yield pick([
      () => sync(pick([1, 2]), update),
      () => sync(pick([1, 2]), mutate(update)),
      () => sync(pick([1, 2]), mutate(update)),
      () => mutate(sync(2, update)),
      () => sync(2, Y.encodeStateAsUpdateV2(base)),
      () => sync(0, mutate(Y.encodeStateVector(base))),
      () => presence(below(5), below(10), random() < 0.5 ? pick(HOSTILE_JSON) : '{"user":{"name":"x"}}'),
      () => mutate(presence(below(5), below(10), '{"user":{"name":"x"}}')),
      () =>
        text(
          101,
          random() < 0.5 ? pick(HOSTILE_JSON) : '{"step":2,"timer":null,"hidden":false,"locked":false,"follow":null}',
        ),
      () => mutate(text(101, '{"step":2,"timer":null,"hidden":false,"locked":false,"follow":null}')),
      () => mutate(Uint8Array.from([100, ...pick(EDGES)])),
    ])();
  }
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
    this.#connection = new Connection('onlooker', 'viewer', this.#line, room, limits, metrics, log);
    this.#connection.join([]);
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
 * under ids of clients that wrote before and left. Yjs orders such content by when it comes in, so replicas may then
 * differ; nobody else's cloth may, and nothing may break.
 */
async function attack(id, frames, forging) {
  await storage.create(record(id), new Uint8Array([0, 0]));
  const onlooker = new Onlooker();
  let room = await onlooker.comeBack(id);
  const stream = frameStream(() => room.doc, forging);
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
      connection = new Connection(String(sent), role, line, room, limits, metrics, log);
      connection.join([]);
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
  if (!forging && content(onlooker.doc) !== content(room.doc)) faults.push('an onlooker has another document');
  const reloaded = new Y.Doc();
  try {
    const { updates: stored } = await storage.load(id);
    reloaded.transact(() => {
      for (const update of stored) Y.applyUpdate(reloaded, update);
    });
    if (!forging && content(reloaded) !== content(room.doc)) faults.push('the store has another document');
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
const storage = await LevelStorage.open(directory, () => undefined);
const rooms = new Rooms(storage, limits, metrics, log);
const record = (id) => ({ id, epoch: 'e', kind: 'initiative', createdAt: 1, keys: [], codes: [] });

const neighbourDoc = new Y.Doc();
neighbourDoc.getText('initiative').insert(0, 'the neighbours');
await storage.create(record('neighbour'), Y.encodeStateAsUpdate(neighbourDoc));
const neighbour = await rooms.open('neighbour');
neighbour.holds += 1;
const neighbourBefore = content(neighbour.doc);

const found = { faults: [], closed: {}, reloads: 0, slowestMs: 0 };
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
await storage.close(1_000);
await rm(directory, { recursive: true, force: true });

function say(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
