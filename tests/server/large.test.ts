import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { MESSAGE } from '../../shared/model/protocol.ts';
import { metric } from './metric.ts';
import {
  call,
  initiativeOf,
  makeCloth,
  problem,
  problemOf,
  rawClient,
  scribe,
  startServer,
  type TestServer,
  until,
} from './support.ts';

const taken = (server: TestServer) => metric(server, 'tafelkleed_memory_taken_bytes');

/** An update of so many stretches of nothing, two bytes each: as much work for its size as can be asked. */
function hollow(client: number, stretches: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, stretches, client, 0]) encoding.writeVarUint(encoder, number);
  encoding.writeUint8Array(
    encoder,
    Uint8Array.from({ length: 2 * stretches }, (_, at) => at % 2),
  );
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

/** How long a neighbour waits for each ack while something goes on, ms. */
async function waitsDuring(server: TestServer, goesOn: Promise<unknown>): Promise<number[]> {
  const { id, keys } = await makeCloth(server);
  const neighbour = await rawClient(server, id, keys.participant).seated();
  const write = scribe(7);
  const waits: number[] = [];
  let isOver = false;
  void goesOn.finally(() => {
    isOver = true;
  });
  for (let ack = 1; !isOver || ack <= 5; ack++) {
    neighbour.sendUpdate(write('x'));
    const began = performance.now();
    neighbour.sendAck(ack);
    await until('the ack is back', () => neighbour.acks.at(-1) === ack);
    waits.push(performance.now() - began);
  }
  return waits;
}

test('files of brackets and frames of a million stretches keep a neighbour waiting for moments only', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const brackets = '['.repeat(4_000_000);
  const files = Array.from({ length: 4 }, async () => {
    const answer = await call(server, 'POST', `/api/cloths/${id}/import`, { key: keys.participant, body: brackets });
    expect(await problemOf(answer)).toEqual(problem(400, 'bad-file'));
  });
  const frames = Array.from({ length: 2 }, async (_, nth) => {
    const stranger = await rawClient(server, id, keys.participant).seated();
    stranger.sendUpdate(hollow(1_000 + nth, 200_000));
    stranger.sendAck(1);
    await until('it is dealt with', () => stranger.acks.includes(1) || stranger.socket.readyState > 1, 60_000);
  });
  const waits = await waitsDuring(server, Promise.all([...files, ...frames]));
  expect(Math.max(...waits)).toBeLessThan(1_000);
});

test('a whole document in one frame is taken, and acknowledged after all of it is stored', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const doc = new Y.Doc();
  const { initiative, items } = openCloth(doc);
  initiative.insert(0, 'leesplezier'.repeat(50));
  for (let n = 0; n < 4_000; n++) items.set(`i${n}`, new Y.Map([['text', `woord ${n}`]]));
  for (let n = 0; n < 4_000; n += 2) items.delete(`i${n}`);
  const client = await rawClient(server, id, keys.participant).seated();
  client.sendUpdate(Y.encodeStateAsUpdate(doc));
  client.sendAck(1);
  await until('it is stored', () => client.acks.includes(1));
  const reader = await rawClient(server, id, keys.viewer).seated();
  reader.ask();
  await until('another has it', () => initiativeOf(reader.doc) === initiativeOf(doc));
  expect(openCloth(reader.doc).items.toJSON()).toEqual(items.toJSON());
  await until('nothing is taken for it any more', async () => (await taken(server)) === 0);
});

test('a frame that deletes a long document in a few bytes keeps nobody waiting either', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const client = await rawClient(server, id, keys.participant).seated();
  const doc = new Y.Doc();
  const { items } = openCloth(doc);
  for (let n = 0; n < 20_000; n++) items.set(`i${n}`, n as never);
  client.sendUpdate(Y.encodeStateAsUpdate(doc));
  client.sendAck(1);
  await until('it is stored', () => client.acks.includes(1));
  const encoder = encoding.createEncoder();
  for (const number of [0, 1, doc.clientID, 1, 0, 20_000]) encoding.writeVarUint(encoder, number);
  const delayed = monitorEventLoopDelay({ resolution: 5 });
  delayed.enable();
  client.sendUpdate(encoding.toUint8Array(encoder));
  client.sendAck(2);
  await until('all is gone', () => client.acks.includes(2));
  delayed.disable();
  const reader = await rawClient(server, id, keys.viewer).seated();
  reader.ask();
  await until('another sees that', () => reader.heard.some(({ message }) => message === MESSAGE.sync));
  expect(openCloth(reader.doc).items.size).toBe(0);
  expect(delayed.max / 1e6).toBeLessThan(500);
});

test('a cloth file with a byte order mark is laid', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server, { title: 'leesplezier' });
  const path = `/api/cloths/${id}`;
  const file = await (await call(server, 'GET', `${path}/export`, { key: keys.participant })).text();
  const laid = await call(server, 'POST', `${path}/import`, { key: keys.participant, body: `\ufeff${file}` });
  expect(laid.status).toBe(200);
});
