import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { LevelStorage } from '../../server/storage/leveldb.ts';
import type { Storage } from '../../server/storage/storage.ts';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { readSnapshot } from '../../shared/document/read.ts';
import { CLOSE } from '../../shared/model/protocol.ts';
import { SCHEMA_VERSION } from '../../shared/model/schema.ts';
import type { NewCloth } from '../support/program.ts';
import { clothOfVersion0, WORDS_OF_VERSION_0 } from '../support/version-0.ts';
import {
  call,
  durable,
  freshDirectory,
  initiativeOf,
  makeCloth,
  rawClient,
  startServer,
  stockClient,
  synced,
  until,
} from './support.ts';

/** What is in a data directory that no server has open. */
async function inStore<T>(dataDir: string, look: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await LevelStorage.open(dataDir, () => undefined);
  try {
    return await look(storage);
  } finally {
    await storage.close(1_000);
  }
}

/** A cloth in the store, with keys that work, whose document is this one. */
async function storedCloth(doc: Y.Doc): Promise<{ dataDir: string; cloth: NewCloth }> {
  const dataDir = await freshDirectory();
  const server = await startServer({ dataDir });
  const cloth = await makeCloth(server);
  await server.close();
  await inStore(dataDir, async (storage) => {
    const record = await storage.read(cloth.id);
    if (!record) throw new Error('the cloth was not stored');
    await storage.delete(cloth.id);
    await storage.create(record, Y.encodeStateAsUpdate(doc));
  });
  return { dataDir, cloth };
}

const wordsOf = (doc: Y.Doc): string[] => readSnapshot(openCloth(doc)).items.map(({ text }) => text);

test('a cloth of version 0 opens in this version; as it was it is kept until what was made of it came back from disk', async () => {
  const { dataDir, cloth } = await storedCloth(clothOfVersion0());
  const original = (storage: Storage) => storage.readOriginal(cloth.id);

  const first = await startServer({ dataDir });
  const { doc, provider } = stockClient(first, cloth.id, cloth.keys.participant);
  await synced(provider);
  expect(wordsOf(doc)).toEqual(WORDS_OF_VERSION_0);
  expect(openCloth(doc).meta.get('schema')).toBe(SCHEMA_VERSION);
  openCloth(doc).initiative.insert(0, 'ons ');
  await durable(provider, 1);
  provider.destroy();
  await first.close();

  const kept = await inStore(dataDir, original);
  expect(kept?.version).toBe(0);
  const before = new Y.Doc();
  Y.applyUpdate(before, kept?.document ?? new Uint8Array());
  expect(before.getMap('items').toJSON()).toEqual(clothOfVersion0().getMap('items').toJSON());
  expect(before.getMap('meta').has('schema')).toBe(false);

  const second = await startServer({ dataDir });
  const again = stockClient(second, cloth.id, cloth.keys.viewer);
  await synced(again.provider);
  expect(wordsOf(again.doc)).toEqual(WORDS_OF_VERSION_0);
  expect(initiativeOf(again.doc)).toBe('ons leesplezier');
  again.provider.destroy();
  await second.close();
  expect(await inStore(dataDir, original)).toBeNull();
});

test('a cloth of a later version is not opened, not written to, and both ways in say why', async () => {
  const doc = clothOfVersion0();
  openCloth(doc).meta.set('schema', SCHEMA_VERSION + 1);
  const { dataDir, cloth } = await storedCloth(doc);
  const server = await startServer({ dataDir });
  const closed = await rawClient(server, cloth.id, cloth.keys.participant).closed;
  expect(closed).toEqual({ code: CLOSE.tryLater, reason: expect.stringContaining('version') });
  const path = `/api/cloths/${cloth.id}/export?format=json`;
  const answer = await call(server, 'GET', path, { key: cloth.keys.facilitator });
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('newer version of this program') });
  await server.close();
  await inStore(dataDir, async (storage) => {
    const { updates } = await storage.load(cloth.id);
    expect(updates.map((update) => Buffer.from(update))).toEqual([Buffer.from(Y.encodeStateAsUpdate(doc))]);
    expect(await storage.readOriginal(cloth.id)).toBeNull();
  });
});

test('an older cloth that cannot be read whole is left as it is', async () => {
  const { dataDir, cloth } = await storedCloth(clothOfVersion0());
  // Builds on words that are nowhere.
  const elsewhere = clothOfVersion0();
  const known = Y.encodeStateVector(elsewhere);
  openCloth(elsewhere).initiative.insert(3, 'x');
  await inStore(dataDir, (storage) => storage.append(cloth.id, [Y.encodeStateAsUpdate(elsewhere, known)]));
  const server = await startServer({ dataDir });
  expect((await rawClient(server, cloth.id, cloth.keys.participant).closed).code).toBe(CLOSE.tryLater);
  await server.close();
  await inStore(dataDir, async (storage) => {
    expect((await storage.load(cloth.id)).updates).toHaveLength(2);
    expect(await storage.readOriginal(cloth.id)).toBeNull();
  });
});

test('nobody at the table can set the version of a document, and so lock the others out', async () => {
  const dataDir = await freshDirectory();
  const server = await startServer({ dataDir });
  const { id, keys } = await makeCloth(server, { title: 'leesplezier' });
  const { doc, provider } = stockClient(server, id, keys.participant);
  await synced(provider);
  const { meta } = openCloth(doc);
  for (const version of [99, 'none', -1]) {
    meta.set('schema', version);
    await until('it is put right', () => meta.get('schema') === SCHEMA_VERSION);
  }
  meta.delete('schema');
  await until('it is put back', () => meta.get('schema') === SCHEMA_VERSION);
  await durable(provider, 1);
  await server.close();
  const again = await startServer({ dataDir });
  const reader = stockClient(again, id, keys.viewer);
  onTestFinished(() => reader.provider.destroy());
  await synced(reader.provider);
  expect(initiativeOf(reader.doc)).toBe('leesplezier');
});
