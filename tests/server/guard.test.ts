import * as encoding from 'lib0/encoding';
import { expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { presenceFrame } from '../../server/sync/frames/outgoing.ts';
import { Room } from '../../server/sync/room/room.ts';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { CLOSE, MESSAGE } from '../../shared/model/protocol.ts';
import {
  durable,
  frame,
  initiativeOf,
  makeCloth,
  RawClient,
  rawClient,
  scribe,
  startServer,
  stockClient,
  synced,
  until,
} from './support.ts';

/** Presence of so many clients, each with a state of so many characters. */
function crowd(clients: number, length: number): Uint8Array {
  const state = JSON.stringify('x'.repeat(length));
  const entries = Array.from({ length: clients }, (_, clientId) => ({ clientId, clock: 1, json: state }));
  return presenceFrame(entries);
}

test.each([
  ['an empty frame', new Uint8Array(0)],
  ['a frame that ends early', new Uint8Array([MESSAGE.sync, 2, 200])],
  ['a sync message of unknown type', new Uint8Array([MESSAGE.sync, 9, 0])],
  ['an update that is no update', new Uint8Array([MESSAGE.sync, 2, 3, 9, 9, 9])],
  ['an update with a forged count', new Uint8Array([MESSAGE.sync, 2, 7, 1, 255, 255, 255, 127, 1, 0])],
  ['a state vector that is none', new Uint8Array([MESSAGE.sync, 0, 2, 255, 255])],
  ['presence that ends early', new Uint8Array([MESSAGE.awareness, 3, 5, 1, 1])],
  ['presence of more clients than can be here', crowd(1_001, 1)],
  ['presence of more words than all who can be here would say', crowd(10, 110_000)],
  [
    'a session of brackets without end',
    frame(MESSAGE.session, (to) => encoding.writeVarString(to, '['.repeat(20_000))),
  ],
  ['an ack without a number', new Uint8Array([MESSAGE.ack])],
])('%s is refused and does not disturb the others', async (_name, bytes) => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server, { title: 'leesplezier' });
  const honest = stockClient(server, id, keys.participant);
  await synced(honest.provider);
  const hostile = await rawClient(server, id, keys.participant).seated();
  hostile.send(bytes);
  expect((await hostile.closed).code).toBe(CLOSE.badFrame);
  await durable(honest.provider, 1);
  expect(initiativeOf(honest.doc)).toBe('leesplezier');
});

test('a table of two hundred who say much about themselves may be passed on as it was heard', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const client = await rawClient(server, id, keys.viewer).seated();
  client.send(crowd(200, 4_000));
  client.send(crowd(1_000, 100));
  client.sendAck(1);
  await until('it is handled', () => client.acks.includes(1));
});

test('a frame of any kind that takes long to handle costs its sender allowance', async () => {
  const server = await startServer({ limits: { messagesPerSecond: 40 } });
  const { id, keys } = await makeCloth(server);
  const client = await rawClient(server, id, keys.facilitator).seated();
  const slow = vi.spyOn(Room.prototype, 'setSession').mockImplementation(() => {
    const began = performance.now();
    while (performance.now() - began < 300);
    return true;
  });
  onTestFinished(() => slow.mockRestore());
  client.sendSession({});
  const began = performance.now();
  client.sendAck(1);
  await until('it may go on', () => client.acks.includes(1));
  expect(performance.now() - began).toBeGreaterThan(2_000);
});

test('a state vector that is none is refused also from who says up to where it has all', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const client = await rawClient(server, id, keys.viewer, { since: '' }).seated();
  client.ask();
  await until('it is told its place', () => client.places.length > 0);
  const hostile = await rawClient(server, id, keys.viewer, { since: client.places[0] ?? '' }).seated();
  hostile.send(new Uint8Array([MESSAGE.sync, 0, 0]));
  expect((await hostile.closed).code).toBe(CLOSE.badFrame);
});

test('an update in the other format of Yjs, which is dear to decode, is not taken for one', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server, { title: 'leesplezier' });
  const client = await rawClient(server, id, keys.participant).seated();
  const doc = new Y.Doc();
  openCloth(doc).initiative.insert(0, 'other');
  client.sendUpdate(Y.encodeStateAsUpdateV2(doc));
  client.sendAck(1);
  await until('it is handled', () => client.acks.includes(1));
  client.ask();
  await until('the document is there', () => initiativeOf(client.doc) === 'leesplezier');
});

test('a message of a kind not known here is ignored, and text is refused', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const client = await rawClient(server, id, keys.participant).seated();
  client.send(frame(77, () => undefined));
  client.sendAck(1);
  await until('the ack is back', () => client.acks.includes(1));
  client.socket.send('hello');
  expect((await client.closed).code).toBe(CLOSE.badFrame);
});

test('what is written under the id of another live client is left out, and the owner goes on undisturbed', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const owner = stockClient(server, id, keys.participant);
  await synced(owner.provider);
  const forger = await rawClient(server, id, keys.participant).seated();
  forger.sendPresence(1, 1, {});
  openCloth(owner.doc).initiative.insert(0, 'mine');
  await durable(owner.provider, 1);

  // The forger knows the owner's id and where it stands, and continues in its name.
  forger.ask();
  await until('the forger knows all', () => initiativeOf(forger.doc) === 'mine');
  const forged = new Y.Doc();
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(forger.doc));
  forged.clientID = owner.doc.clientID;
  const before = Y.encodeStateVector(forged);
  openCloth(forged).initiative.insert(4, ' FORGED');
  forger.sendUpdate(Y.encodeStateAsUpdate(forged, before));
  forger.sendAck(1);
  await until(
    'the forger is asked again',
    () => forger.heard.filter(({ message }) => message === MESSAGE.sync).length > 2,
  );
  expect(forger.acks).toEqual([]);

  openCloth(owner.doc).initiative.insert(4, ' own');
  await durable(owner.provider, 2);
  const reader = stockClient(server, id, keys.viewer);
  await synced(reader.provider);
  expect(initiativeOf(reader.doc)).toBe('mine own');
});

test("another client's words, brought by one that has them, are taken once their writer is gone", async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const writer = await rawClient(server, id, keys.participant).seated();
  writer.sendPresence(11, 1, {});
  await until('the writer hears itself', () => writer.presence.length > 0);
  const update = scribe(11)('lost and found');

  const bringer = await rawClient(server, id, keys.participant).seated();
  bringer.sendAnswer(update);
  bringer.sendAck(1);
  await until('it is asked again', () => bringer.heard.filter(({ message }) => message === MESSAGE.sync).length > 1);
  expect(bringer.acks).toEqual([]);
  writer.socket.close();
  await writer.closed;
  bringer.sendAnswer(update);
  await until('it is taken and acknowledged', () => bringer.acks.includes(1));
  bringer.ask();
  await until('it is there', () => initiativeOf(bringer.doc) === 'lost and found');
});

test('an update with missing parts does not pile up; the sender is asked again, and its ack waits for that', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const client = await rawClient(server, id, keys.participant).seated();
  const write = scribe(7);
  const parts = [write('one '), write('two '), write('three')];
  for (const part of parts.slice(1)) client.sendUpdate(part);
  client.sendAck(1);
  const asked = () => client.heard.filter(({ message }) => message === MESSAGE.sync).length;
  const before = asked();
  await until('the server asks', () => asked() > before);
  expect(client.acks).toEqual([]);
  client.sendAnswer(Y.mergeUpdates(parts));
  await until('the ack is back', () => client.acks.includes(1));
  client.ask();
  await until('all is there', () => initiativeOf(client.doc) === 'one two three');
});

test('many updates with missing parts leave nothing behind', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const client = await rawClient(server, id, keys.participant).seated();
  for (let clientId = 1; clientId <= 1_400; clientId++) {
    const write = scribe(clientId);
    write('never sent');
    client.sendUpdate(write('orphan'));
  }
  client.sendAnswer(new Uint8Array([0, 0]));
  client.sendAck(1);
  await until('all is handled', () => client.acks.includes(1), 30_000);
  client.ask();
  await until('the answer is there', () => client.heard.some(({ message }) => message === MESSAGE.sync));
  expect(initiativeOf(client.doc)).toBe('');
});

test('a page of another site gets no socket; this site, the public address and allowed ones do', async () => {
  const server = await startServer({
    publicUrl: 'https://kleed.example',
    allowedOrigins: ['https://elo.example', 'other.example'],
  });
  const { id, keys } = await makeCloth(server);
  const from = (origin: string) => new RawClient(server, `${id}?key=${keys.participant}`, { headers: { origin } });
  expect((await from('https://evil.example').closed).code).toBe(CLOSE.forbidden);
  expect((await from('null').closed).code).toBe(CLOSE.forbidden);
  for (const origin of [server.url, 'https://kleed.example', 'https://elo.example', 'http://other.example']) {
    await from(origin).seated();
  }
});

test('an update that makes Yjs break off half-way costs its sender the connection and the others a moment', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server, { title: 'leesplezier' });
  const honest = stockClient(server, id, keys.participant);
  await synced(honest.provider);
  await durable(honest.provider, 1);
  const hostile = await rawClient(server, id, keys.participant).seated();
  // Four units of client 77 are known as garbage; then it claims that they are the beginning of a longer text.
  hostile.sendUpdate(new Uint8Array([1, 1, 77, 0, 0, 4, 0]));
  const poison = new Y.Doc();
  poison.clientID = 77;
  openCloth(poison).initiative.insert(0, 'x'.repeat(300));
  const asked = new Promise((resolve) => honest.provider.once('connection-close', (event) => resolve(event?.code)));
  hostile.sendUpdate(Y.encodeStateAsUpdate(poison));
  expect((await hostile.closed).code).toBe(CLOSE.badFrame);
  expect(await asked).toBe(CLOSE.restarting);

  openCloth(honest.doc).initiative.insert(0, 'ons ');
  await until('the honest one is back', () => honest.provider.synced);
  await durable(honest.provider, 2);
  const reader = stockClient(server, id, keys.viewer);
  await synced(reader.provider);
  expect(initiativeOf(reader.doc)).toBe('ons leesplezier');
  expect(Y.encodeStateVector(reader.doc).length).toBe(Y.encodeStateVector(honest.doc).length);
});
