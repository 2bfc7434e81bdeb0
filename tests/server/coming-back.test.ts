import * as decoding from 'lib0/decoding';
import { expect, test } from 'vitest';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { MESSAGE } from '../../shared/model/protocol.ts';
import { network, openPage, untilSaved, untilWords, write } from './client-session-support.ts';
import { metric } from './metric.ts';
import { durable, makeCloth, startServer, stockClient, synced, type TestServer, until } from './support.ts';

/** So many deletions lie apart from each other in the document, that to name them all takes several kilobytes. */
const REPLACED = 3_000;

/** A client that asks to be told its place, on a cloth on which much was replaced. */
async function guestOn(server: TestServer, id: string, key: string) {
  const { doc, provider } = stockClient(server, id, key);
  const places: string[] = [];
  // The stock client connects as soon as it is there.
  provider.disconnect();
  provider.params.since = '';
  provider.messageHandlers[MESSAGE.resumeToken] = (_reply, message) => {
    places.push(decoding.readVarString(message));
    provider.params.since = places.at(-1) ?? '';
  };
  provider.connect();
  await synced(provider);
  return { doc, provider, places };
}

/** The bytes that come in from the next connecting until the client is in step. */
async function bytesOnReturn(provider: WebsocketProvider): Promise<number> {
  let bytes = 0;
  provider.connect();
  provider.ws?.addEventListener('message', ({ data }) => {
    bytes += (data as ArrayBuffer).byteLength;
  });
  await synced(provider);
  return bytes;
}

const wordsOf = (doc: Y.Doc): Y.Map<string> => doc.getMap('by others');

function replaceMuch(doc: Y.Doc): void {
  const words = wordsOf(doc);
  doc.transact(() => {
    for (let n = 0; n < REPLACED; n++) words.set(`word ${n}`, 'first');
  });
  // Every other one, so that no two deletions are one stretch.
  doc.transact(() => {
    for (let n = 0; n < REPLACED; n += 2) words.set(`word ${n}`, 'second');
  });
}

test('who comes back is sent what it missed, deletions too, and not the whole past of the cloth', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const writer = stockClient(server, id, keys.participant);
  await synced(writer.provider);
  replaceMuch(writer.doc);
  await durable(writer.provider, 1);
  const guest = await guestOn(server, id, keys.participant);
  await until('it knows its place', () => guest.places.length > 0);
  guest.provider.disconnect();

  for (let n = 0; n < 19; n++) wordsOf(writer.doc).set(`word ${n}`, 'third');
  wordsOf(writer.doc).delete('word 20');
  await durable(writer.provider, 2);
  expect(await bytesOnReturn(guest.provider)).toBeLessThan(1_000);
  expect(wordsOf(guest.doc).toJSON()).toEqual(wordsOf(writer.doc).toJSON());
  expect(wordsOf(guest.doc).has('word 20')).toBe(false);

  // One that knows of no places is told all there ever was.
  const stock = stockClient(server, id, keys.participant, guest.doc);
  stock.provider.disconnect();
  expect(await bytesOnReturn(stock.provider)).toBeGreaterThan(3_000);
});

test('a place moves on with what others write, and is none in another life of the server', async () => {
  // Not faster: who does not answer within a beat is taken for gone.
  const first = await startServer({ limits: { heartbeatMs: 2_000 } });
  const { id, keys } = await makeCloth(first);
  const writer = stockClient(first, id, keys.participant);
  const guest = await guestOn(first, id, keys.viewer);
  await synced(writer.provider);
  wordsOf(writer.doc).set('word', 'first');
  await until('it is told of another place', () => new Set(guest.places).size > 1);
  await durable(writer.provider, 1);
  guest.provider.disconnect();
  writer.provider.disconnect();
  await first.close();

  const second = await startServer({ dataDir: first.config.dataDir });
  const later = stockClient(second, id, keys.participant);
  await synced(later.provider);
  wordsOf(later.doc).delete('word');
  await durable(later.provider, 1);
  guest.provider.serverUrl = second.syncUrl;
  await bytesOnReturn(guest.provider);
  await until('the deletion arrived', () => !wordsOf(guest.doc).has('word'));
});

test('a cloth larger than what may wait for a reader is sent once, and then the place', async () => {
  const server = await startServer({ limits: { backlogBytes: 1_024 } });
  const { id, keys } = await makeCloth(server);
  const writer = stockClient(server, id, keys.participant);
  await synced(writer.provider);
  replaceMuch(writer.doc);
  await durable(writer.provider, 1);
  const whole = Y.encodeStateAsUpdate(writer.doc).length;
  const before = await bytesOut(server);
  const guest = await guestOn(server, id, keys.viewer);
  await until('it knows its place', () => guest.places.length > 0);
  expect(wordsOf(guest.doc).size).toBe(REPLACED);
  expect((await bytesOut(server)) - before).toBeLessThan(whole * 1.5);
});

test('a page that lost its line comes back by its place, and has all', async () => {
  const server = await startServer();
  const cloth = await makeCloth(server);
  const others = stockClient(server, cloth.id, cloth.keys.participant);
  await synced(others.provider);
  replaceMuch(others.doc);
  await durable(others.provider, 1);
  const way = await network(server.url);
  const theo = await openPage(way.url, cloth);
  write(theo, 'boeken');
  await untilSaved(theo);
  way.cut();
  await until('it knows that it is alone', () => theo.saved.getState().kind === 'offline');
  write(theo, 'zwemmen');
  const before = await bytesOut(server);
  way.mend();
  await untilSaved(theo);
  expect((await bytesOut(server)) - before).toBeLessThan(2_000);
  const page = await openPage(server.url, cloth);
  await untilWords(page, ['boeken', 'zwemmen']);
});

const bytesOut = (server: TestServer) => metric(server, 'tafelkleed_sent_bytes_total');
