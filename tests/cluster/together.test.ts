import { Redis } from 'ioredis';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { deleteExpired } from '../../server/app/retention.ts';
import { openStore } from '../../server/app/store.ts';
import { readConfig } from '../../server/core/config.ts';
import { Metrics } from '../../server/core/metrics.ts';
import { PostgresStorage } from '../../server/storage/postgres.ts';
import { Workshop } from '../../server/sync/guard/workshop.ts';
import { Cloths } from '../../server/sync/room/cloths.ts';
import { Rooms } from '../../server/sync/room/rooms.ts';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { readSnapshot } from '../../shared/document/read.ts';
import { CLOSE } from '../../shared/model/protocol.ts';
import { SCHEMA_VERSION } from '../../shared/model/schema.ts';
import { AcknowledgedWriter } from '../server/acknowledged-writer.ts';
import { call, RawClient, until } from '../server/support.ts';
import type { NewCloth } from '../support/program.ts';
import { clothOfVersion0, WORDS_OF_VERSION_0 } from '../support/version-0.ts';
import { documentAt, type Node, threeNodes } from './support.ts';

const cluster = threeNodes();

const at = (node: Node, { id }: NewCloth, key: string): RawClient => new RawClient(node, `${id}?key=${key}`);

/** A client with a seat at a node. */
const seated = (node: Node, cloth: NewCloth, key = cloth.keys.participant): Promise<RawClient> =>
  at(node, cloth, key).seated();

const knows = (client: RawClient, clientId: number): boolean =>
  client.presence.findLast((entry) => entry.clientId === clientId)?.state != null;

describe('people at different nodes', () => {
  test('see each other come, also who was there before, and leave', async () => {
    const cloth = await cluster().makeCloth();
    const early = await seated(cluster().node(0), cloth);
    early.sendPresence(11, 1, { user: { name: 'Gemma' } });
    const late = await seated(cluster().node(1), cloth);
    await until('the newcomer hears of who was there', () => knows(late, 11));
    late.sendPresence(22, 1, { user: { name: 'Theo' } });
    await until('who was there hears of the newcomer', () => knows(early, 22));
    late.socket.terminate();
    await until('leaving is heard of', () => !knows(early, 22));
  });

  test('vanish within seconds when their node dies', async () => {
    const cloth = await cluster().makeCloth();
    const doomed = await cluster().startNode();
    await cluster().ready();
    const there = await seated(doomed, cloth);
    const here = await seated(cluster().node(0), cloth);
    there.sendPresence(33, 1, { user: { name: 'Heleen' } });
    await until('they see each other', () => knows(here, 33));
    await cluster().kill(doomed);
    await until('the ghost is gone', () => !knows(here, 33), 12_000);
  });

  test('may not take the client id of someone who answers at another node', async () => {
    const cloth = await cluster().makeCloth();
    const honest = await seated(cluster().node(0), cloth);
    const forger = await seated(cluster().node(1), cloth);
    honest.sendPresence(44, 1, { user: { name: 'Caroline' } });
    await until('it is known at the other node', () => knows(forger, 44));
    forger.sendPresence(44, 2, { user: { name: 'Thomas' } });
    expect((await forger.closed).code).toBe(CLOSE.tryLater);
    expect(honest.socket.readyState).toBe(honest.socket.OPEN);
  });

  test('are in the same step of the session, also when they come later', async () => {
    const cloth = await cluster().makeCloth();
    const facilitator = await seated(cluster().node(0), cloth, cloth.keys.facilitator);
    const participant = await seated(cluster().node(1), cloth);
    facilitator.sendSession({ step: 3 });
    await until('the step goes round', () => participant.sessions.at(-1)?.step === 3);
    const late = await seated(cluster().node(2), cloth);
    await until('who comes later is told', () => late.sessions.at(-1)?.step === 3);
    const second = await seated(cluster().node(1), cloth, cloth.keys.facilitator);
    second.sendSession({ step: 4 });
    await until('another facilitator goes on from there', () => facilitator.sessions.at(-1)?.step === 4);
  });
});

describe('presence', () => {
  /** Every row of every table of ours with what last wrote it, as PostgreSQL numbers that. */
  async function everyRow(): Promise<string> {
    const { query } = cluster().postgres;
    const tables = await query("SELECT tablename AS name FROM pg_tables WHERE tablename LIKE 'tafelkleed%' ORDER BY 1");
    const rows = tables.map(({ name }) => query(`SELECT ctid::text, xmin::text FROM ${name} ORDER BY 1`));
    expect(rows.length).toBeGreaterThan(0);
    return JSON.stringify([tables, await Promise.all(rows)]);
  }

  test('goes from node to node and stays out of PostgreSQL', async () => {
    const cloth = await cluster().makeCloth();
    const [one, other] = [await seated(cluster().node(0), cloth), await seated(cluster().node(1), cloth)];
    one.sendPresence(71, 1, { user: { name: 'Gemma' } });
    await until('it is known at the other node', () => knows(other, 71));
    const before = await everyRow();
    const newest = (): number => other.presence.findLast(({ clientId }) => clientId === 71)?.clock ?? 0;
    for (let clock = 2; clock < 12; clock++) {
      one.sendPresence(71, clock, { user: { name: 'Gemma' }, cursor: [clock, 3] });
      await until('it is passed on', () => newest() === clock);
    }
    expect(await everyRow()).toBe(before);
    // What is looked at would show it.
    const writer = new AcknowledgedWriter('w', cluster().node(0).syncUrl, cloth.id, cloth.keys.participant);
    await until('the writer is in step', () => writer.provider.synced);
    writer.write();
    await until('it is stored', () => writer.unconfirmed === 0);
    expect(await everyRow()).not.toBe(before);
  });

  test('is sent to Redis only where another node has the cloth open, and each hears of what is open there alone', async () => {
    const redis = new Redis(cluster().redis.url);
    const watch = await redis.monitor();
    try {
      const cloth = await cluster().makeCloth();
      const channel = `tafelkleed:${cloth.id}`;
      let published = 0;
      watch.on('monitor', (_time: string, [command, at, message]: string[]) => {
        if (command === 'publish' && at === channel && message?.includes('"presence"')) published += 1;
      });
      const nodesThatHear = async (): Promise<unknown> => (await redis.pubsub('NUMSUB', channel))[1];
      expect(await nodesThatHear()).toBe(0);
      const [one, other] = [await seated(cluster().node(0), cloth), await seated(cluster().node(0), cloth)];
      expect(await nodesThatHear()).toBe(1);

      let clock = 0;
      const move = async (): Promise<number> => {
        const before = published;
        clock += 1;
        one.sendPresence(81, clock, { user: { name: 'Theo' }, cursor: [clock, 1] });
        await until('the other at the table sees it', () => other.presence.at(-1)?.clock === clock);
        await redis.ping();
        return published - before;
      };
      await until('the node knows that it is alone', async () => (await move()) === 0);
      for (let times = 0; times < 5; times++) expect(await move()).toBe(0);

      const late = await seated(cluster().node(1), cloth);
      await until('who opens it elsewhere is told all', () => knows(late, 81));
      expect(await nodesThatHear()).toBe(2);
      await move();
      await until('and what changes', () => late.presence.at(-1)?.clock === clock);
      expect(published).toBeGreaterThan(0);
    } finally {
      watch.disconnect();
      redis.disconnect();
    }
  });
});

test('the leading given at one node reaches the one it is for at another, and nobody else', async () => {
  const cloth = await cluster().makeCloth();
  const leader = await seated(cluster().node(0), cloth, cloth.keys.facilitator);
  const [meant, other] = [await seated(cluster().node(1), cloth), await seated(cluster().node(0), cloth)];
  meant.sendPresence(55, 1, { user: { name: 'Gemma' } });
  other.sendPresence(56, 1, { user: { name: 'Theo' } });
  await until('both are known', () => knows(leader, 55) && knows(leader, 56));
  leader.sendSession({ handed: { to: 55, n: 1 } });
  await until('she has a key', () => meant.leads.length === 1);
  const again = await seated(cluster().node(2), cloth, meant.leads[0]);
  again.sendSession({ step: 2 });
  await until('she leads', () => leader.sessions.at(-1)?.step === 2);
  expect([...other.leads, ...leader.leads]).toEqual([]);
});

describe('links', () => {
  test('that are replaced at one node close their connections at the others, and the new one opens all', async () => {
    const cloth = await cluster().makeCloth();
    const participant = await seated(cluster().node(1), cloth);
    const viewer = await seated(cluster().node(1), cloth, cloth.keys.viewer);
    const rotated = await call(cluster().node(0), 'POST', `/api/cloths/${cloth.id}/keys/rotate`, {
      key: cloth.keys.facilitator,
      body: { role: 'participant' },
    });
    const { key } = await rotated.json();
    // At once, while the others may not have heard of it.
    await Promise.all(cluster().nodes.map((node) => seated(node, cloth, key)));
    expect((await participant.closed).code).toBe(CLOSE.unauthorised);
    expect((await at(cluster().node(1), cloth, cloth.keys.participant).closed).code).toBe(CLOSE.unauthorised);
    expect(viewer.socket.readyState).toBe(viewer.socket.OPEN);
  });

  test('by a code made at one node are handed out at another and open a third', async () => {
    const cloth = await cluster().makeCloth();
    await Promise.all(cluster().nodes.map((node) => seated(node, cloth)));
    const made = await call(cluster().node(0), 'POST', `/api/cloths/${cloth.id}/codes`, {
      key: cloth.keys.facilitator,
    });
    const { code } = await made.json();
    const joined = await call(cluster().node(1), 'POST', '/api/join', { body: { code } });
    const { key } = await joined.json();
    await seated(cluster().node(2), cloth, key);
    expect((await call(cluster().node(0), 'GET', `/api/cloths/${cloth.id}`, { key })).status).toBe(200);
  });

  test('of a cloth deleted at one node are dead at all, also while Redis is away', async () => {
    for (const redisIsThere of [true, false]) {
      const cloth = await cluster().makeCloth();
      const clients = await Promise.all(cluster().nodes.map((node) => seated(node, cloth)));
      if (!redisIsThere) await cluster().redis.crash();
      const deleted = await call(cluster().node(0), 'DELETE', `/api/cloths/${cloth.id}`, {
        key: cloth.keys.facilitator,
      });
      expect(deleted.status).toBe(204);
      for (const client of clients) expect((await client.closed).code).toBe(CLOSE.closedForGood);
      expect((await at(cluster().node(1), cloth, cloth.keys.participant).closed).code).toBe(CLOSE.unknownCloth);
    }
    await cluster().redis.start();
    await cluster().ready();
  });
});

test('a node that is stopped in an orderly way says so, and its people are not shown any longer', async () => {
  const cloth = await cluster().makeCloth();
  const leaving = await cluster().startNode();
  await cluster().ready();
  const there = await seated(leaving, cloth);
  const here = await seated(cluster().node(0), cloth);
  there.sendPresence(55, 1, { user: { name: 'Fred' } });
  await until('they see each other', () => knows(here, 55));
  cluster().nodes = cluster().nodes.filter((node) => node !== leaving);
  expect(await leaving.stop()).toBe(0);
  expect((await there.closed).code).toBe(CLOSE.restarting);
  await until('it is not shown any longer', () => !knows(here, 55), 2_000);
});

test('a cloth of an earlier version that all nodes open at once is brought to this one as if by one of them', async () => {
  const cloth = await cluster().makeCloth();
  const storage = await PostgresStorage.open(cluster().postgres.url);
  try {
    const record = await storage.read(cloth.id);
    if (!record) throw new Error('the cloth was not stored');
    await storage.delete(cloth.id);
    await storage.create(record, Y.encodeStateAsUpdate(clothOfVersion0()));

    const docs = await Promise.all(cluster().nodes.map((node) => documentAt(node, cloth)));
    const states = () => docs.map((doc) => JSON.stringify(doc.toJSON()));
    await until('all have the same', () => new Set(states()).size === 1);
    for (const doc of docs) {
      expect(openCloth(doc).meta.get('schema')).toBe(SCHEMA_VERSION);
      expect(readSnapshot(openCloth(doc)).items.map(({ text }) => text)).toEqual(WORDS_OF_VERSION_0);
    }
    // What the nodes stored, each for itself, makes that same document.
    const stored = new Y.Doc();
    const holds = async () => {
      for (const update of (await storage.load(cloth.id)).updates) Y.applyUpdate(stored, update);
      return (
        JSON.stringify(readSnapshot(openCloth(stored))) === JSON.stringify(readSnapshot(openCloth(docs[0] ?? stored)))
      );
    };
    await until('the store holds it too', holds);
    // It is kept until a node that comes later finds the new one whole; the last of these may have been that node.
    expect([0, undefined]).toContain((await storage.readOriginal(cloth.id))?.version);
  } finally {
    await storage.close(1_000);
  }
});

test('an old cloth that is looked at through another node is not deleted under those who look', async () => {
  const [looked, left] = [await cluster().makeCloth(), await cluster().makeCloth()];
  const silent = pino({ level: 'silent' });
  const { storage, cluster: node } = await openStore(
    readConfig({ DATABASE_URL: cluster().postgres.url, REDIS_URL: cluster().redis.url }),
    new Metrics(),
    silent,
  );
  const rooms = new Rooms(
    storage,
    new Workshop(readConfig({}).limits),
    readConfig({}).limits,
    new Metrics(),
    silent,
    node,
  );
  try {
    await until('it reaches the others', () => node?.health.ok === true);
    await documentAt(cluster().node(1), looked);
    const inAYear = Date.now() + 366 * 86_400_000;
    const parts = { storage, rooms, cloths: new Cloths(storage, rooms) };
    // A clock that leapt is believed after a week.
    for (let day = 0; day < 8; day++) await deleteExpired(parts, 30, inAYear + day * 86_400_000);
    expect(await storage.read(looked.id)).not.toBeNull();
    expect(await storage.read(left.id)).toBeNull();
  } finally {
    rooms.stop();
    await node?.close();
    await storage.close(1_000);
  }
});
