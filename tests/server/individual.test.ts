import { expect, onTestFinished, test, vi } from 'vitest';
import { LevelStorage } from '../../server/storage/leveldb.ts';
import { PartlyDeleted } from '../../server/storage/storage.ts';
import { takeSeat } from '../../shared/commands/seats.ts';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { readSnapshot } from '../../shared/document/read.ts';
import { readClothFile } from '../../shared/formats/cloth-file.ts';
import { CLOSE } from '../../shared/model/protocol.ts';
import {
  call,
  durable,
  freshDirectory,
  makeCloth,
  problem,
  problemOf,
  rawClient,
  startServer,
  stockClient,
  synced,
  type TestServer,
  until,
} from './support.ts';

const DAY_MS = 86_400_000;

interface Individual {
  readonly id: string;
  readonly seat: string;
  readonly keys: { readonly participant: string };
  readonly urls: { readonly participant: string };
}

/** A joint cloth at which people of these names sit, with the seat of each. */
async function table(server: TestServer, ...names: readonly string[]) {
  const joint = await makeCloth(server, { title: 'leesplezier', kind: 'theme' });
  const { doc, provider } = stockClient(server, joint.id, joint.keys.participant);
  await synced(provider);
  const cloth = openCloth(doc);
  const seats = names.map((name) => takeSeat(cloth, { holder: `device of ${name}`, name }).seat ?? '');
  cloth.meta.set('language', 'nl');
  await durable(provider, 1);
  const path = `/api/cloths/${joint.id}/individuals`;
  const ask = (seat: string, key = joint.keys.participant, more = {}) =>
    call(server, 'POST', path, { key, body: { seat, ...more } });
  const open = async (seat: string): Promise<Individual> => (await ask(seat)).json();
  return { joint, cloth, seats, path, ask, open };
}

test('a seat gets one individual cloth, laid for its owner, and everyone who asks a key of their own for it', async () => {
  const server = await startServer();
  const { joint, seats, ask, open } = await table(server, 'Gemma', 'Theo');
  const [gemma = '', theo = ''] = seats;
  const answer = await ask(gemma);
  expect(answer.status).toBe(201);
  const own = (await answer.json()) as Individual;
  expect(own).toMatchObject({
    seat: gemma,
    urls: { participant: `${server.url}/c/${own.id}#${own.keys.participant}` },
  });
  const asked = await Promise.all([open(theo), open(theo), open(theo), open(gemma)]);
  expect(new Set(asked.map(({ id }) => id)).size).toBe(2);
  expect(new Set(asked.map(({ keys }) => keys.participant)).size).toBe(4);
  expect(asked[3]?.id).toBe(own.id);

  for (const { id, keys, seat } of [own, ...asked]) {
    const looked = await call(server, 'GET', `/api/cloths/${id}`, { key: keys.participant });
    expect(await looked.json()).toMatchObject({ role: 'participant', kind: 'theme', parent: joint.id, seat });
  }
  const { doc, provider } = stockClient(server, own.id, own.keys.participant);
  await synced(provider);
  const laid = readSnapshot(openCloth(doc));
  expect(laid).toMatchObject({ initiative: 'leesplezier', meta: { title: 'leesplezier', language: 'nl' }, items: [] });
  expect(laid.seats).toMatchObject([{ name: 'Gemma', holder: 'device of Gemma' }]);
});

test('the first device that opens a cloth as its own keeps it from all others, until who leads hands out a link', async () => {
  const server = await startServer();
  const { joint, seats, ask } = await table(server, 'Gemma', 'Theo');
  const [gemma = '', theo = ''] = seats;
  const { facilitator, participant } = joint.keys;
  const [hers, his] = [{ device: 'the secret of Gemma' }, { device: 'the secret of Theo!' }];
  // Laid beforehand by who leads, it is nobody's yet.
  expect((await ask(gemma, facilitator)).status).toBe(201);
  const opened = await ask(gemma, participant, hers);
  expect(opened.status).toBe(201);
  const { id } = (await opened.json()) as Individual;
  for (const other of [his, {}]) {
    expect(await problemOf(await ask(gemma, participant, other))).toEqual(problem(403, 'anothers-cloth'));
  }
  // An answer that was lost on the way is asked for again.
  expect((await ask(gemma, participant, hers)).status).toBe(201);
  const handed = (await (await ask(gemma, facilitator)).json()) as Individual;
  expect(handed.id).toBe(id);
  expect((await call(server, 'GET', `/api/cloths/${id}`, { key: handed.keys.participant })).status).toBe(200);
  // Who makes it by opening it has it for their own, also of two who do so at once.
  const both = await Promise.all([hers, his].map(async (device) => (await ask(theo, participant, device)).status));
  expect(both.sort()).toEqual([201, 403]);
  expect(await problemOf(await ask(theo, participant, { device: 'short' }))).toEqual(problem(400, 'bad-request'));
  const listed = await (await call(server, 'GET', `/api/cloths/${joint.id}/individuals`, { key: facilitator })).text();
  expect(listed).not.toContain('owner');
});

test('the language of an individual cloth can be another than that of the joint one', async () => {
  const server = await startServer();
  const { seats, ask } = await table(server, 'Fred');
  const own = (await (await ask(seats[0] ?? '', undefined, { locale: 'en' })).json()) as Individual;
  const { doc, provider } = stockClient(server, own.id, own.keys.participant);
  await synced(provider);
  expect(readSnapshot(openCloth(doc)).meta.language).toBe('en');
});

test('who leads the joint cloth lists the individual ones and takes them; nobody else does, and no other cloth this way', async () => {
  const server = await startServer();
  const { joint, seats, path, open, ask } = await table(server, 'Gemma', 'Theo');
  const [gemma = '', theo = ''] = seats;
  const own = await open(gemma);
  await open(theo);
  const { doc, provider } = stockClient(server, own.id, own.keys.participant);
  await synced(provider);
  openCloth(doc).initiative.insert(0, 'ons ');
  await durable(provider, 1);

  const { facilitator, participant, viewer } = joint.keys;
  const listed = await (await call(server, 'GET', path, { key: facilitator })).json();
  expect(listed).toMatchObject([{ id: own.id, seat: gemma, createdAt: expect.any(Number) }, { seat: theo }]);
  const file = await call(server, 'GET', `${path}/${own.id}/export`, { key: facilitator });
  expect(readClothFile(await file.text())).toMatchObject({ ok: true, file: { initiative: 'ons leesplezier' } });

  for (const key of [participant, viewer]) {
    for (const address of [path, `${path}/${own.id}/export`]) {
      expect(await problemOf(await call(server, 'GET', address, { key }))).toEqual(problem(403, 'role-insufficient'));
    }
  }
  expect(await problemOf(await ask(gemma, viewer))).toEqual(problem(403, 'role-insufficient'));
  expect(await problemOf(await ask(gemma, own.keys.participant))).toEqual(problem(401, 'key-wrong'));
  expect(await problemOf(await ask('none'))).toEqual(problem(404, 'unknown-seat'));
  expect(await problemOf(await ask(''))).toEqual(problem(400, 'bad-request'));
  // The key of an individual cloth opens that and nothing above it, and none is made from it in turn.
  const inTurn = await call(server, 'POST', `/api/cloths/${own.id}/individuals`, {
    key: own.keys.participant,
    body: { seat: gemma },
  });
  expect(await problemOf(inTurn)).toEqual(problem(409, 'individual'));
  const other = await makeCloth(server);
  const strange = await call(server, 'GET', `${path}/${other.id}/export`, { key: facilitator });
  expect(await problemOf(strange)).toEqual(problem(404, 'unknown-cloth'));
  const upward = await call(server, 'GET', `/api/cloths/${own.id}`, { key: facilitator });
  expect(await problemOf(upward)).toEqual(problem(401, 'key-wrong'));
});

test('deleting the joint cloth deletes its individual ones and ends their connections; they are there after a restart until then', async () => {
  const dataDir = await freshDirectory();
  const first = await startServer({ dataDir });
  const { joint, seats, path, open } = await table(first, 'Gemma');
  const own = await open(seats[0] ?? '');
  await first.close();
  const server = await startServer({ dataDir });
  const key = joint.keys.facilitator;
  expect(await (await call(server, 'GET', path, { key })).json()).toMatchObject([{ id: own.id }]);
  const writer = await rawClient(server, own.id, own.keys.participant).seated();
  expect((await call(server, 'DELETE', `/api/cloths/${joint.id}`, { key })).status).toBe(204);
  expect((await writer.closed).code).toBe(CLOSE.closedForGood);
  const looked = await call(server, 'GET', `/api/cloths/${own.id}`, { key: own.keys.participant });
  expect(await problemOf(looked)).toEqual(problem(404, 'unknown-cloth'));
});

test('when a deletion breaks off half-way, those who had open what is gone are told so, and it can be done again', async () => {
  const server = await startServer();
  const { joint, seats, open } = await table(server, 'Gemma');
  const own = await open(seats[0] ?? '');
  const [writer, leader] = [
    await rawClient(server, own.id, own.keys.participant).seated(),
    await rawClient(server, joint.id, joint.keys.facilitator).seated(),
  ];
  const broken = vi
    .spyOn(LevelStorage.prototype, 'delete')
    .mockRejectedValueOnce(new PartlyDeleted([own.id], new Error('no room')));
  onTestFinished(() => broken.mockRestore());
  const remove = () => call(server, 'DELETE', `/api/cloths/${joint.id}`, { key: joint.keys.facilitator });
  expect((await remove()).status).toBe(503);
  expect((await writer.closed).code).toBe(CLOSE.closedForGood);
  expect(leader.socket.readyState).toBe(leader.socket.OPEN);
  expect((await remove()).status).toBe(204);
  expect((await leader.closed).code).toBe(CLOSE.closedForGood);
});

test('a joint cloth and its individual ones expire together, by the one that was written to last', async () => {
  const dataDir = await freshDirectory();
  const storage = await LevelStorage.open(dataDir, () => undefined);
  const old = Date.now() - 31 * DAY_MS;
  const make = (id: string, more = {}) =>
    storage.create({ id, epoch: 'e', kind: 'initiative', createdAt: old, keys: [], codes: [], ...more }, EMPTY);
  await make('kept');
  await make('own', { parent: 'kept', seat: 's' });
  await make('gone');
  await make('ownGone', { parent: 'gone', seat: 's' });
  await storage.append('own', [EMPTY]);
  const seenAt = Date.now();
  const notices = { seenAt, believedFrom: 0, announced: { gone: seenAt - 2 * DAY_MS, kept: seenAt - 2 * DAY_MS } };
  await storage.writeNote('retention', JSON.stringify(notices));
  await storage.close(1_000);

  const server = await startServer({ dataDir, retentionDays: 30 });
  const status = async (id: string) => (await call(server, 'GET', `/api/cloths/${id}`, { key: 'x' })).status;
  await until('the old two are gone', async () => (await status('gone')) === 404 && (await status('ownGone')) === 404);
  expect([await status('kept'), await status('own')]).toEqual([401, 401]);
});

test('one joint cloth does not bring forth cloths without end', async () => {
  const server = await startServer();
  const { cloth, seats, ask } = await table(server, 'Gemma');
  const [gemma = ''] = seats;
  await ask(gemma);
  const seat = cloth.seats.get(gemma);
  if (!seat || typeof seat !== 'object' || !('clone' in seat)) throw new Error('nobody sits there');
  cloth.doc.transact(() => {
    for (let n = 0; n < 60; n++) cloth.seats.set(`more${n}`, (seat as { clone(): unknown }).clone());
  });
  await until('the seats are known', async () => (await ask('more59')).status === 201);
  const statuses: number[] = [];
  for (let n = 0; n < 60; n++) statuses.push((await ask(`more${n}`)).status);
  expect(statuses.filter((status) => status === 201).length).toBeLessThan(52);
  expect(statuses).toContain(429);
  // What is there can be opened all the same.
  expect((await ask(gemma)).status).toBe(201);
});

const EMPTY = new Uint8Array([0, 0]);
