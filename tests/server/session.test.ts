import { expect, test } from 'vitest';
import { CLOSE } from '../../shared/model/protocol.ts';
import { FIRST_SESSION } from '../../shared/model/session.ts';
import { newCloth, startProgram } from '../support/program.ts';
import { LED } from './led.ts';
import { freshDirectory, makeCloth, rawClient, startServer, until } from './support.ts';

test("everyone gets the state of the session on coming in and on every change, with the server's time", async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const leader = await rawClient(server, id, keys.facilitator).seated();
  const viewer = await rawClient(server, id, keys.viewer).seated();
  const first = { ...FIRST_SESSION, now: expect.any(Number) };
  expect(leader.sessions).toEqual([first]);
  expect(viewer.sessions).toEqual([first]);

  const before = Date.now();
  leader.sendSession({ ...LED, now: 1, unknown: 'left out' });
  await until('both hear it', () => leader.sessions.length === 2 && viewer.sessions.length === 2);
  expect(viewer.sessions[1]).toEqual({ ...LED, now: expect.any(Number) });
  expect(viewer.sessions[1]?.now).toBeGreaterThanOrEqual(before);
  const late = await rawClient(server, id, keys.participant).seated();
  expect(late.sessions[0]).toMatchObject(LED);
});

test('a session goes on where it was after its facilitator left, and after a restart', async () => {
  const first = await startServer({ limits: { roomIdleMs: 0 } });
  const { id, keys } = await makeCloth(first);
  const leader = await rawClient(first, id, keys.facilitator).seated();
  leader.sendSession(LED);
  await until('it is set', () => leader.sessions.length === 2);
  leader.socket.close();
  await leader.closed;
  await until('the room is forgotten', async () => {
    const metrics = await (await fetch(`${first.url}/metrics`)).text();
    return metrics.includes('tafelkleed_rooms 0');
  });
  const back = await rawClient(first, id, keys.facilitator).seated();
  expect(back.sessions[0]).toMatchObject(LED);
  await first.close();

  const second = await startServer({ dataDir: first.config.dataDir });
  const again = await rawClient(second, id, keys.facilitator).seated();
  expect(again.sessions[0]).toMatchObject(LED);
});

test('what an ack covers of a session is there after kill -9, on whatever device the facilitator goes on', async () => {
  const dataDir = await freshDirectory();
  const first = await startProgram({ DATA_DIR: dataDir });
  const { id, keys } = await newCloth(first.url);
  const leader = await rawClient({ syncUrl: syncUrlOf(first.url) }, id, keys.facilitator).seated();
  leader.sendSession({ step: 2 });
  leader.sendSession(LED);
  leader.sendSession({ step: 4 });
  leader.sendAck(1);
  await until('it is durable', () => leader.acks.includes(1));
  await first.kill();

  const second = await startProgram({ DATA_DIR: dataDir });
  const tablet = await rawClient({ syncUrl: syncUrlOf(second.url) }, id, keys.facilitator).seated();
  expect(tablet.sessions[0]).toEqual({ ...LED, step: 4, now: expect.any(Number) });
  await second.stop();
});

test('two facilitators change what each of them names, and a stock one leaves be what it does not know', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const [caroline, gemma] = [
    await rawClient(server, id, keys.facilitator).seated(),
    await rawClient(server, id, keys.facilitator).seated(),
  ];
  caroline.sendSession({ quiet: true, walk: LED.walk });
  gemma.sendSession({ held: true });
  await until('both are heard', () => caroline.sessions.length === 3);
  gemma.sendSession({ step: 2, timer: null, hidden: true, locked: false, follow: null, now: 0 });
  await until('the stock one is heard', () => caroline.sessions.length === 4);
  expect(caroline.sessions[3]).toMatchObject({ step: 2, hidden: true, quiet: true, held: true, walk: LED.walk });
});

test.each(
  Object.entries(LED).flatMap(([field, value]) => [
    { role: 'participant' as const, field, value },
    { role: 'viewer' as const, field, value },
  ]),
)('a $role who sets $field is closed 4403, and nobody hears of it', async ({ role, field, value }) => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const leader = await rawClient(server, id, keys.facilitator).seated();
  const other = await rawClient(server, id, keys[role]).seated();
  other.sendSession({ [field]: value });
  expect((await other.closed).code).toBe(CLOSE.forbidden);
  expect(leader.sessions).toEqual([{ ...FIRST_SESSION, now: expect.any(Number) }]);
  const late = await rawClient(server, id, keys[role]).seated();
  expect(late.sessions[0]).toMatchObject(FIRST_SESSION);
});

test('the leading goes to the one participant it is given to, with a key that leads', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const leader = await rawClient(server, id, keys.facilitator).seated();
  const [joris, ingrid, wall] = [
    await rawClient(server, id, keys.participant).seated(),
    await rawClient(server, id, keys.participant).seated(),
    await rawClient(server, id, keys.viewer).seated(),
  ];
  joris.sendPresence(21, 1, {});
  ingrid.sendPresence(22, 1, {});
  wall.sendPresence(23, 1, {});
  await until('all are there', () => leader.presence.length >= 3);
  leader.sendSession({ handed: { to: 23, n: 1 } });
  leader.sendSession({ handed: { to: 22, n: 2 } });
  leader.sendSession({ handed: { to: 22, n: 2 }, step: 2 });
  await until('she has a key', () => ingrid.leads.length > 0);
  await until('all is done', () => joris.sessions.length === 4 && wall.sessions.length === 4);
  expect(ingrid.leads).toHaveLength(1);
  expect([...joris.leads, ...wall.leads, ...leader.leads]).toEqual([]);
  const anew = await rawClient(server, id, ingrid.leads[0] ?? '').seated();
  anew.sendSession({ step: 3 });
  await until('she leads', () => leader.sessions.at(-1)?.step === 3);
});

test.each([
  ['a step that does not exist', { ...LED, step: 6 }],
  ['a good part with a bad one', { step: 2, walk: 'round' }],
  ['a place that is none', { ping: { at: [1e9, 0], n: 1 } }],
  ['a code that is none', { code: { code: 'no code', expiresAt: 4_000_000_000_000 } }],
  ['a time that is none', { ...LED, timer: { endsAt: 'soon', pausedLeft: null } }],
  ['a message without words', { message: { text: ' ', until: 4_000_000_000_000, n: 1 } }],
  ['no object', null],
])('%s is refused', async (_name, state) => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const leader = await rawClient(server, id, keys.facilitator).seated();
  leader.sendSession(state);
  expect((await leader.closed).code).toBe(CLOSE.badFrame);
  const other = await rawClient(server, id, keys.viewer).seated();
  expect(other.sessions[0]).toMatchObject({ step: 1 });
});

const syncUrlOf = (url: string): string => `${url.replace('http', 'ws')}/sync`;
