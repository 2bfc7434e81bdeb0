import { expect, test } from 'vitest';
import { CLOSE } from '../../shared/model/protocol.ts';
import type { AcknowledgedWriter } from '../server/acknowledged-writer.ts';
import { keyOf } from '../server/door-school.ts';
import { call, RawClient, until } from '../server/support.ts';
import { hangIn, newSheet } from '../support/program.ts';
import { CLIENT, startBentSignIn, Visitor } from '../support/sign-in.ts';
import { agreed, allSynced, documentAt, type Node, threeNodes, writersAt, writeUntil, wrongIn } from './support.ts';

const cluster = threeNodes();

const words = (doc: Awaited<ReturnType<typeof documentAt>>): string[] => doc.getArray<string>('words').toArray();

test('a node is killed in mid-edit, twice: nothing acknowledged is lost, and all go on at the others', async () => {
  const cloth = await cluster().makeCloth();
  const writers = writersAt(cluster().nodes, cloth);
  await allSynced(writers);
  for (const victim of [0, 1]) {
    const before = writers.map(({ kept }) => kept.size);
    await writeUntil('all hear of something stored', writers, () =>
      writers.every(({ kept }, index) => kept.size !== before[index]),
    );
    const node = cluster().node(victim);
    await cluster().kill(node);
    expect(wrongIn(words(await documentAt(cluster().node(0), cloth)), writers)).toEqual([]);
    for (const writer of writers) {
      if (writer.provider.serverUrl === node.syncUrl) writer.moveTo(cluster().node(victim + 1).syncUrl);
    }
    await cluster().startNode();
    await writeUntil('all are connected again', writers, () => writers.every(({ provider }) => provider.synced));
  }
  const agreedWords = await agreed(writers);
  expect(wrongIn(agreedWords, writers)).toEqual([]);
  for (const node of cluster().nodes) expect(words(await documentAt(node, cloth))).toEqual(agreedWords);
});

test('Redis is killed in mid-edit: acknowledging goes on, nodes follow each other by way of the store, and join up', async () => {
  const cloth = await cluster().makeCloth();
  const writers = writersAt(cluster().nodes, cloth);
  await allSynced(writers);
  await writeUntil('all hear of something stored', writers, () => writers.every(({ kept }) => kept.size > 0));
  await cluster().redis.crash();
  const before = writers.map(({ kept }) => kept.size);
  await writeUntil('all hear of something stored without Redis', writers, () =>
    writers.every(({ kept }, index) => kept.size > (before[index] ?? 0)),
  );
  // All see what all wrote, though nothing but the store lies between them.
  expect(wrongIn(await agreed(writers), writers)).toEqual([]);
  const answer = await fetch(`${cluster().node(0).url}/readyz`);
  expect(answer.status).toBe(503);

  await cluster().redis.start();
  await writeUntil('some is written while they join up', writers, () => true);
  await cluster().ready();
  await writeUntil('some is written after they joined up', writers, () => true);
  const agreedWords = await agreed(writers);
  expect(wrongIn(agreedWords, writers)).toEqual([]);
});

test('Redis hangs in mid-edit with all lines open: it is taken for gone, and joined when it goes on', async () => {
  const cloth = await cluster().makeCloth();
  const writers = writersAt(cluster().nodes, cloth);
  await allSynced(writers);
  await writeUntil('all hear of something stored', writers, () => writers.every(({ kept }) => kept.size > 0));
  cluster().redis.freeze();
  try {
    await writeUntil('some is written', writers, () => true);
    expect(wrongIn(await agreed(writers), writers)).toEqual([]);
  } finally {
    cluster().redis.thaw();
  }
  await writeUntil('some is written', writers, () => true);
  await cluster().ready();
  expect(wrongIn(await agreed(writers), writers)).toEqual([]);
});

test('PostgreSQL goes down in mid-edit: all go on and see each other, nothing is acknowledged, all is stored on return', async () => {
  const cloth = await cluster().makeCloth();
  const writers = writersAt(cluster().nodes, cloth);
  await allSynced(writers);
  await writeUntil('all hear of something stored', writers, () => writers.every(({ kept }) => kept.size > 0));
  await cluster().postgres.crash();
  const last = writers.map((writer) => writer.write());
  const newest = (writer: AcknowledgedWriter): string[] => writer.words.toArray();
  await until('everyone sees everyone else’s newest word', () =>
    writers.every((writer) => last.every((word) => newest(writer).includes(word))),
  );
  expect(writers.every(({ unconfirmed }) => unconfirmed > 0)).toBe(true);
  await writeUntil('more is written', writers, () => true);
  expect(writers.flatMap(({ kept }, index) => (kept.has(last[index] ?? '') ? ['acknowledged'] : []))).toEqual([]);

  await cluster().postgres.start();
  const agreedWords = await agreed(writers);
  expect(wrongIn(agreedWords, writers)).toEqual([]);
  expect(agreedWords).toEqual(expect.arrayContaining(last));
  await cluster().ready();
  // A node that knows nothing of it finds it all in the store.
  expect(words(await documentAt(await cluster().startNode(), cloth))).toEqual(agreedWords);
  await cluster().kill(cluster().node(cluster().nodes.length - 1));
});

test('what a node passed on and never stored is stored by the others before they acknowledge what builds on it', async () => {
  const cloth = await cluster().makeCloth();
  const [first, second] = writersAt(cluster().nodes, cloth);
  if (!first || !second) throw new Error('too few nodes');
  await allSynced([first, second]);
  await cluster().postgres.crash();
  const doomed = first.write();
  await until('the other sees it', () => second.words.toArray().includes(doomed));
  const onTop = second.write();
  await cluster().kill(cluster().node(0));
  first.provider.destroy();
  await cluster().postgres.start();
  await until('what was written on top is acknowledged', () => second.kept.has(onTop), 20_000);

  // All who had it in memory are gone; only the store can know.
  second.provider.destroy();
  await Promise.all(cluster().nodes.map((node) => cluster().kill(node)));
  const fresh = await cluster().startNode();
  expect(words(await documentAt(fresh, cloth))).toEqual([doomed, onTop]);
  await Promise.all([cluster().startNode(), cluster().startNode()]);
  await cluster().ready();
});

test('one whose node dies is not told “saved” by another that has its words only in memory', async () => {
  const cloth = await cluster().makeCloth();
  const [first, second] = writersAt(cluster().nodes, cloth);
  if (!first || !second) throw new Error('too few nodes');
  await allSynced([first, second]);
  await cluster().postgres.crash();
  const word = first.write();
  await until('the other node has it', () => second.words.toArray().includes(word));
  const dying = cluster().node(0);
  await cluster().kill(dying);
  first.moveTo(cluster().node(0).syncUrl);
  await allSynced([first]);
  // The node it is at now has the word from the dead one; it may be told so only when it is in the store.
  second.write();
  await until('words go round', () => first.words.length === 2);
  expect(first.unconfirmed).toBe(1);
  await cluster().postgres.start();
  await until('it is confirmed', () => first.unconfirmed === 0, 20_000);
  expect(words(await documentAt(await cluster().startNode(), cloth))).toContain(word);
  await cluster().ready();
});

test('several nodes compact one log while they write to it: none takes away what another stored', async () => {
  const cloth = await cluster().makeCloth();
  const writers = writersAt(cluster().nodes, cloth);
  await allSynced(writers);
  await until(
    'the log was compacted more than once',
    async () => {
      for (let times = 0; times < 20; times++) for (const writer of writers) writer.write();
      const [row] = await cluster().postgres.query(
        `SELECT up_to FROM tafelkleed_snapshot WHERE cloth = '${cloth.id}' AND up_to > 1200`,
      );
      return row !== undefined;
    },
    30_000,
  );
  const agreedWords = await agreed(writers);
  expect(wrongIn(agreedWords, writers)).toEqual([]);
  expect(words(await documentAt(await cluster().startNode(), cloth))).toEqual(agreedWords);
});

test('a sheet that is taken down at one node closes at all of them, and so does a room whose link is replaced', async () => {
  const [first, second, third] = [cluster().node(0), cluster().node(1), cluster().node(2)];
  const room = await newSheet(first.url, 'commons');
  const cloth = await cluster().makeCloth();
  const path = `/api/commons/${room.id}/sheets/${cloth.id}`;
  const hang = (at: Node, grant: 'look' | 'write') =>
    hangIn(at.url, { id: room.id, key: room.keys.participant }, cloth, { grant });
  const via = (at: Node, key: string) =>
    new RawClient(at, `${cloth.id}?${new URLSearchParams({ via: room.id, key })}`).seated();
  await hang(first, 'write');
  const { participant, viewer, facilitator } = room.keys;
  const [writer, looker] = [await via(second, participant), await via(third, viewer)];
  expect((await call(third, 'DELETE', path, { key: facilitator })).status).toBe(204);
  expect((await writer.closed).code).toBe(CLOSE.unauthorised);
  expect((await looker.closed).code).toBe(CLOSE.unauthorised);
  expect((await new RawClient(first, `${cloth.id}?via=${room.id}&key=${participant}`).closed).code).toBe(
    CLOSE.unauthorised,
  );

  await hang(third, 'look');
  const again = await via(second, participant);
  await call(first, 'POST', `/api/commons/${room.id}/keys/rotate`, { key: facilitator, body: { role: 'participant' } });
  expect((await again.closed).code).toBe(CLOSE.unauthorised);
});

test('a colleague whom one node sends to the sign-in comes back at another, is in at all, and out at all when the door closes', async () => {
  const bent = await startBentSignIn();
  const publicUrl = 'http://127.0.0.1:1';
  const door = {
    OIDC_ISSUER: bent.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_ALLOW: '*',
    PUBLIC_URL: publicUrl,
  };
  const [first, second] = await Promise.all([cluster().startNode(door), cluster().startNode(door)]);
  const room = await newSheet(first.url, 'commons');
  const cloth = await cluster().makeCloth();
  await hangIn(second.url, { id: room.id, key: room.keys.participant }, cloth);
  const setDoor = (at: Node, open: boolean) =>
    call(at, 'PUT', `/api/commons/${room.id}/door`, { key: room.keys.facilitator, body: { open } });
  expect((await setDoor(first, true)).status).toBe(200);

  // Before the nodes stands one address for all of them: what a browser keeps there goes to whichever is asked.
  const visitor = new Visitor();
  const away = new URL((await visitor.visit(`${first.url}/api/commons/${room.id}/sign-in`)) ?? '');
  const { state = '', nonce = '', redirect_uri: back } = Object.fromEntries(away.searchParams);
  expect(back).toBe(`${publicUrl}/api/door/callback`);
  bent.nonce = nonce;
  visitor.takeAlong(first.url, second.url);
  const key = keyOf(await visitor.visit(`${second.url}/api/door/callback?code=any&state=${state}`));

  const third = cluster().node(2);
  const inRoom = await new RawClient(third, `${room.id}?key=${key}`).seated();
  const atSheet = await new RawClient(first, `${cloth.id}?${new URLSearchParams({ via: room.id, key })}`).seated();
  const always = await new RawClient(third, `${room.id}?key=${room.keys.participant}`).seated();
  expect((await setDoor(second, false)).status).toBe(200);
  expect((await inRoom.closed).code).toBe(CLOSE.unauthorised);
  expect((await atSheet.closed).code).toBe(CLOSE.unauthorised);
  expect((await call(third, 'GET', `/api/commons/${room.id}`, { key })).status).toBe(401);
  expect(always.socket.readyState).toBe(always.socket.OPEN);
});
