import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { CLOSE } from '../../shared/model/protocol.ts';
import {
  durable,
  initiativeOf,
  makeCloth,
  RawClient,
  rawClient,
  startServer,
  stockClient,
  synced,
  until,
} from './support.ts';

test('two stock clients see what the other writes, and a third one that comes later sees it all', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server, { title: 'leesplezier' });
  const a = stockClient(server, id, keys.facilitator);
  const b = stockClient(server, id, keys.participant);
  await Promise.all([synced(a.provider), synced(b.provider)]);
  expect(initiativeOf(b.doc)).toBe('leesplezier');

  openCloth(a.doc).initiative.insert(11, ' voor iedereen');
  await until('b sees it', () => initiativeOf(b.doc) === 'leesplezier voor iedereen');
  openCloth(b.doc).initiative.delete(0, 4);
  await until('a sees it', () => initiativeOf(a.doc) === 'plezier voor iedereen');

  const c = stockClient(server, id, keys.viewer);
  await synced(c.provider);
  expect(initiativeOf(c.doc)).toBe('plezier voor iedereen');
});

test('what was written without a connection arrives on connecting', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const doc = new Y.Doc();
  openCloth(doc).initiative.insert(0, 'offline');
  const { provider } = stockClient(server, id, keys.participant, doc);
  await synced(provider);
  await durable(provider, 1);
  const other = stockClient(server, id, keys.participant);
  await synced(other.provider);
  expect(initiativeOf(other.doc)).toBe('offline');
});

test('what an ack covers is there after a restart on the same directory, deletions too', async () => {
  const first = await startServer();
  const { id, keys } = await makeCloth(first, { title: 'leesplezier' });
  const { doc, provider } = stockClient(first, id, keys.participant);
  await synced(provider);
  openCloth(doc).initiative.delete(0, 4);
  await durable(provider, 7);
  provider.disconnect();
  await first.close();

  const second = await startServer({ dataDir: first.config.dataDir });
  const again = stockClient(second, id, keys.participant);
  await synced(again.provider);
  expect(initiativeOf(again.doc)).toBe('plezier');
});

test('a wrong key is closed 4401, an unknown cloth 4404, a deleted one 4410, another epoch 4410, an old page 4426', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  expect((await rawClient(server, id, 'wrong').closed).code).toBe(CLOSE.unauthorised);
  expect((await new RawClient(server, id).closed).code).toBe(CLOSE.unauthorised);
  expect((await rawClient(server, 'nosuchcloth', keys.viewer).closed).code).toBe(CLOSE.unknownCloth);
  expect((await rawClient(server, id, keys.viewer, { epoch: 'other' }).closed).code).toBe(CLOSE.closedForGood);
  expect((await rawClient(server, id, keys.viewer, { protocol: '0' }).closed).code).toBe(CLOSE.clientTooOld);

  const open = await rawClient(server, id, keys.participant, { protocol: '1' }).seated();
  const deleted = await fetch(`${server.url}/api/cloths/${id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${keys.facilitator}` },
  });
  expect(deleted.status).toBe(204);
  expect((await open.closed).code).toBe(CLOSE.closedForGood);
  expect((await rawClient(server, id, keys.participant).closed).code).toBe(CLOSE.unknownCloth);
});

test('one who goes on sending while it is refused still hears of it at once', async () => {
  const server = await startServer();
  const { id } = await makeCloth(server);
  for (let times = 0; times < 5; times++) {
    const client = rawClient(server, id, 'wrong');
    client.socket.on('open', function send() {
      if (client.socket.readyState !== client.socket.OPEN) return;
      client.ask();
      setImmediate(send);
    });
    expect((await client.closed).code).toBe(CLOSE.unauthorised);
  }
}, 20_000);

test('the stock client gives up on a wrong key instead of trying for ever', async () => {
  const server = await startServer();
  const { id } = await makeCloth(server);
  const { provider } = stockClient(server, id, 'wrong');
  const code = await new Promise((resolve) => provider.on('closed', (event) => resolve(event.code)));
  expect(code).toBe(CLOSE.unauthorised);
  expect(provider.shouldConnect).toBe(false);
});

test('a viewer reads, and is closed 4403 as soon as it writes; nothing of it reaches the document', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server, { title: 'leesplezier' });
  const writer = stockClient(server, id, keys.participant);
  const viewer = stockClient(server, id, keys.viewer);
  await Promise.all([synced(writer.provider), synced(viewer.provider)]);
  openCloth(writer.doc).initiative.insert(0, 'ons ');
  await until('the viewer sees it', () => initiativeOf(viewer.doc) === 'ons leesplezier');

  const closed = new Promise((resolve) => viewer.provider.on('closed', (event) => resolve(event.code)));
  openCloth(viewer.doc).initiative.insert(0, 'MIJN ');
  expect(await closed).toBe(CLOSE.forbidden);
  const third = stockClient(server, id, keys.participant);
  await synced(third.provider);
  expect(initiativeOf(third.doc)).toBe('ons leesplezier');
});

test('a viewer whose own copy holds words that the server has not is never asked for them', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const doc = new Y.Doc();
  openCloth(doc).initiative.insert(0, 'never sent');
  const viewer = stockClient(server, id, keys.viewer, doc);
  await synced(viewer.provider);
  await durable(viewer.provider, 1);
  const other = stockClient(server, id, keys.participant);
  await synced(other.provider);
  expect(initiativeOf(other.doc)).toBe('');
  expect(viewer.provider.wsconnected).toBe(true);
});
