import { setTimeout as sleep } from 'node:timers/promises';
import * as Y from 'yjs';
import { type ContenderName, type Place, type Running, start } from './contenders.ts';
import { LightClient } from './light-client.ts';
import { addItem } from './memory.ts';
import { hear, Speech } from './speech.ts';

/** A cloth's size and how often something on it was moved. */
export interface Size {
  readonly items: number;
  readonly edits: number;
}

export const SIZES: readonly Size[] = [
  { items: 300, edits: 1_500 },
  { items: 2_000, edits: 10_000 },
  { items: 10_000, edits: 50_000 },
];

export interface Joins {
  /** From the connection's start to the whole cloth in the client's document, on a server that has just started, ms. */
  readonly coldMs: number;
  /** The same while others are there. */
  readonly warmMs: number;
  /** Bytes that come in for a client that comes back having missed twenty edits. */
  readonly returningBytes: number;
}

/** Edits sent between two breaths, so that no server's input buffer is what is measured. */
const CHUNK = 200;
const MISSED = 20;
const PATIENCE_MS = 120_000;

export async function measureJoins(contender: ContenderName, size: Size): Promise<Joins> {
  const first = await start(contender, { persistent: true });
  let place: Place;
  try {
    place = await first.newPlace();
    await fill(first, place, size);
  } finally {
    await first.stop({ keepData: true });
  }
  const second = await start(contender, { persistent: true, dataDir: first.dataDir });
  try {
    // One visitor elsewhere, so that what the server loads and compiles on first use is not counted.
    await join(second, await second.newPlace(), 0);
    const cold = await join(second, place, size.items);
    const stay = await join(second, place, size.items);
    const warm = await join(second, place, size.items);
    const returningBytes = await comeBack(second, place, stay);
    for (const { client } of [cold, stay, warm]) client.close();
    return { coldMs: cold.ms, warmMs: warm.ms, returningBytes };
  } finally {
    await second.stop();
  }
}

interface Joined {
  readonly client: LightClient;
  readonly doc: Y.Doc;
  /** Up to where it has all updates, as the server says. */
  since: string;
  ms: number;
}

/** Comes in with an empty document and waits until it holds so many items. */
async function join(server: Running, at: Place, items: number): Promise<Joined> {
  const place = cameFrom(server, at, '');
  const doc = new Y.Doc();
  const isWhole = (): boolean => doc.getMap('items').size >= items;
  const speech = new Speech(place);
  const startedAt = performance.now();
  const client = await LightClient.open(server.port, place.path, (frame) => {
    const heard = hear(frame, place);
    if (heard.kind === 'content') {
      Y.applyUpdate(doc, heard.update);
      if (joined.ms === 0 && isWhole()) joined.ms = performance.now() - startedAt;
    }
    if (heard.kind === 'place') joined.since = heard.place;
  });
  const joined = { client, doc, since: '', ms: 0 };
  const greeting = speech.greeting();
  if (greeting) client.send(greeting);
  client.send(speech.ask(new Uint8Array([0])));
  await holds('the cloth is whole', isWhole);
  return joined;
}

/** The place as this server's own pages come to it: they say up to where they have all. The others have no such thing. */
function cameFrom({ name }: Running, place: Place, since: string): Place {
  return name === 'tafelkleed' ? { ...place, path: `${place.path}&since=${since}` } : place;
}

async function fill(server: Running, place: Place, { items, edits }: Size): Promise<void> {
  const { client, doc } = await join(server, place, 0);
  const speech = new Speech(place);
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'mine') client.send(speech.update(update));
  });
  for (let index = 0; index < items; index++) {
    doc.transact(() => addItem(doc, index), 'mine');
    if (index % CHUNK === 0) await sleep(5);
  }
  const all = [...doc.getMap<Y.Map<unknown>>('items').values()];
  for (let edit = 0; edit < edits; edit++) {
    doc.transact(() => all[(edit * 7919) % all.length]?.set('pos', [edit % 1000, edit % 700]), 'mine');
    if (edit % CHUNK === 0) await sleep(5);
  }
  await settled(server, place, client, doc);
  client.close();
}

/** Waits until the server has all that was written, in memory and, where it keeps anything, on disk. */
async function settled(server: Running, place: Place, client: LightClient, doc: Y.Doc): Promise<void> {
  if (server.name === 'tafelkleed') {
    let durable = false;
    client.onFrame = (frame) => {
      durable ||= hear(frame, place).kind === 'mark';
    };
    client.send(new Speech(place).mark(1));
    await holds('all is durable', () => durable);
    return;
  }
  const other = await join(server, place, doc.getMap('items').size);
  const state = (one: Y.Doc): string => Buffer.from(Y.encodeStateVector(one)).toString('hex');
  await holds('another has it all', () => state(other.doc) === state(doc));
  other.client.close();
  // The others say nothing of their disk; they write within some seconds.
  await sleep(4_000);
}

/** Twenty edits are missed, then one comes back with the document of before. */
async function comeBack(server: Running, place: Place, { client, doc }: Joined): Promise<number> {
  const speech = new Speech(place);
  const away = await join(server, place, doc.getMap('items').size);
  if (server.name === 'tafelkleed') await holds('it knows its place', () => away.since !== '');
  away.client.close();
  const items = doc.getMap<Y.Map<unknown>>('items');
  const before = Y.encodeStateVector(doc);
  let at = before;
  for (let edit = 0; edit < MISSED; edit++) {
    items.get(`item-${edit}`)?.set('pos', [edit, edit]);
    client.send(speech.update(Y.encodeStateAsUpdate(doc, at)));
    at = Y.encodeStateVector(doc);
  }
  const watcher = await join(server, place, items.size);
  const goal = Y.encodeStateVector(doc);
  await holds('the server has the edits', () => Buffer.from(Y.encodeStateVector(watcher.doc)).equals(goal));
  watcher.client.close();

  const { path } = cameFrom(server, place, away.since);
  const back = await LightClient.open(server.port, path, (frame) => {
    const heard = hear(frame, place);
    if (heard.kind === 'content') Y.applyUpdate(away.doc, heard.update);
  });
  const greeting = speech.greeting();
  if (greeting) back.send(greeting);
  back.send(speech.ask(before));
  await holds('it has what it missed', () => Buffer.from(Y.encodeStateVector(away.doc)).equals(goal));
  back.close();
  return back.bytesIn;
}

async function holds(what: string, condition: () => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await sleep(2);
  }
}
