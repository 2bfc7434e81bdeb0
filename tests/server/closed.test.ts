import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addItems } from '../../shared/commands/items.ts';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { readSnapshot } from '../../shared/document/read.ts';
import { MESSAGE } from '../../shared/model/protocol.ts';
import { item } from '../support/cloth.ts';
import { call, makeCloth, type RawClient, rawClient, startServer, until } from './support.ts';

/** Lays a word in a client's own document and sends it. */
function write(client: RawClient, word: string): void {
  const before = Y.encodeStateVector(client.doc);
  addItems(openCloth(client.doc), [item(word)]);
  client.sendUpdate(Y.encodeStateAsUpdate(client.doc, before));
}

const words = (doc: Y.Doc) =>
  readSnapshot(openCloth(doc))
    .items.map(({ text }) => text)
    .sort();

test('a closed cloth takes nothing from participants, who stay; what they wrote waits and comes when it is opened', async () => {
  const first = await startServer();
  const { id, keys } = await makeCloth(first);
  expect(
    (await call(first, 'POST', `/api/cloths/${id}/close`, { key: keys.participant, body: { closed: true } })).status,
  ).toBe(403);
  expect(
    (await call(first, 'POST', `/api/cloths/${id}/close`, { key: keys.facilitator, body: { closed: 'yes' } })).status,
  ).toBe(400);
  const closed = await call(first, 'POST', `/api/cloths/${id}/close`, {
    key: keys.facilitator,
    body: { closed: true },
  });
  expect([closed.status, await closed.json()]).toEqual([200, { closed: true }]);
  await first.close();

  // Also for a server that was started again.
  const server = await startServer({ dataDir: first.config.dataDir });
  expect(await (await call(server, 'GET', `/api/cloths/${id}`, { key: keys.viewer })).json()).toMatchObject({
    closed: true,
  });
  expect((await call(server, 'POST', `/api/cloths/${id}/import`, { key: keys.participant, body: {} })).status).toBe(
    409,
  );
  const gemma = await rawClient(server, id, keys.participant).seated();
  const leader = await rawClient(server, id, keys.facilitator).seated();
  expect(gemma.sessions.at(-1)?.closed).toBe(true);
  write(gemma, 'boekenlijst');
  gemma.sendAck(1);
  write(leader, 'slotwoord');
  leader.sendAck(7);
  await until('who leads writes on', () => leader.acks.includes(7));
  await until('the others see it', () => words(gemma.doc).includes('slotwoord'));
  expect(gemma.acks).toEqual([]);
  expect(words(leader.doc)).toEqual(['slotwoord']);

  // As the stock provider: whenever it is asked what it has, it answers.
  const asked = () =>
    gemma.heard.filter(({ message, decoder }) => message === MESSAGE.sync && decoder.arr[decoder.pos] === 0).length;
  const before = asked();
  leader.sendSession({ closed: false });
  await until('it is asked what it has', () => asked() > before);
  gemma.sendAnswer(Y.encodeStateAsUpdate(gemma.doc));
  await until('what waited comes', () => words(leader.doc).includes('boekenlijst'));
  await until('and is acknowledged', () => gemma.acks.includes(1));
  expect(gemma.socket.readyState).toBe(gemma.socket.OPEN);
});
