import { setTimeout as sleep } from 'node:timers/promises';
import * as Y from 'yjs';
import { type ContenderName, type Place, type Running, start } from './contenders.ts';
import { LightClient } from './light-client.ts';
import { Speech } from './speech.ts';

export interface Memory {
  /** Bytes for one more connection that does nothing. */
  readonly perConnection: number;
  /** Bytes for one more open small cloth, without its connection. */
  readonly perRoom: number;
  /** Bytes that stay for a cloth everyone has left. */
  readonly perLeftRoom: number;
}

const CLOTHS_FOR_CONNECTIONS = 10;
/** What a small group has on the cloth after its first minutes. */
const ITEMS = 20;
/** What is at rest for a second, or was left, is put away by then; see what the servers are started with. */
const SETTLE_MS = 3_500;

/** @param count so many connections, and so many cloths, by which what they take in all is divided */
export async function measureMemory(contender: ContenderName, count = 1_000): Promise<Memory> {
  const server = await start(contender, { persistent: true });
  try {
    // What is loaded and grown by the first use belongs to nobody.
    await visit(server, await places(server, 20));
    const places1 = await places(server, CLOTHS_FOR_CONNECTIONS);
    const first = await sit(server, places1, 1);
    const before = await server.memory();
    const idle = await sit(server, places1, count / CLOTHS_FOR_CONNECTIONS);
    const perConnection = ((await server.memory()) - before) / count;
    for (const client of [...first, ...idle]) client.close();
    await sleep(SETTLE_MS);

    const rooms = await places(server, count);
    const empty = await server.memory();
    const people = await visit(server, rooms, true);
    await sleep(SETTLE_MS);
    const perRoom = ((await server.memory()) - empty) / count - perConnection;
    for (const client of people) client.close();
    await sleep(SETTLE_MS);
    const perLeftRoom = ((await server.memory()) - empty) / count;
    return { perConnection, perRoom, perLeftRoom };
  } finally {
    await server.stop();
  }
}

const places = (server: Running, count: number): Promise<Place[]> =>
  Promise.all(Array.from({ length: count }, () => server.newPlace()));

/** So many connections to each place. */
async function sit(server: Running, at: readonly Place[], each: number): Promise<LightClient[]> {
  const clients: LightClient[] = [];
  for (const place of at) {
    for (let seat = 0; seat < each; seat++) clients.push(await arrive(server, place));
  }
  await sleep(500);
  return clients;
}

async function arrive(server: Running, place: Place): Promise<LightClient> {
  const client = await LightClient.open(server.port, place.path);
  const greeting = new Speech(place).greeting();
  if (greeting) client.send(greeting);
  return client;
}

/** Puts a small cloth in each place; the visitors stay if asked to. */
async function visit(server: Running, at: readonly Place[], stay = false): Promise<LightClient[]> {
  const update = smallCloth();
  const clients: LightClient[] = [];
  for (const place of at) {
    const client = await arrive(server, place);
    client.send(new Speech(place).update(update));
    clients.push(client);
  }
  await sleep(1_000);
  if (!stay) for (const client of clients) client.close();
  return stay ? clients : [];
}

function smallCloth(): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (let index = 0; index < ITEMS; index++) addItem(doc, index);
  });
  return Y.encodeStateAsUpdate(doc);
}

/** An ingredient as the document holds it. */
export function addItem(doc: Y.Doc, index: number): void {
  const item = new Y.Map<unknown>();
  item.set('kind', 'ingredient');
  item.set('text', new Y.Text(`ingrediënt ${index}`));
  item.set('pos', [index % 100, Math.floor(index / 100)]);
  item.set('seat', null);
  item.set('colour', '#1d4ed8');
  item.set('by', 'Gemma');
  item.set('createdAt', 1_000 + index);
  item.set('clarification', new Y.Text());
  item.set('story', new Y.Text());
  doc.getMap('items').set(`item-${index}`, item);
}
