import { expect, test } from 'vitest';
import { CLOSE } from '../../shared/protocol.ts';
import { makeCloth, rawClient, startServer, until } from './support.ts';

const STEP_3 = { step: 3, timer: { endsAt: 5_000, pausedLeft: null }, hidden: true, locked: false, follow: 7 };

test("everyone gets the state of the session on coming in and on every change, with the server's time", async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const leader = await rawClient(server, id, keys.facilitator).seated();
  const viewer = await rawClient(server, id, keys.viewer).seated();
  const first = { step: 1, timer: null, hidden: false, locked: false, follow: null, now: expect.any(Number) };
  expect(leader.sessions).toEqual([first]);
  expect(viewer.sessions).toEqual([first]);

  const before = Date.now();
  leader.sendSession({ ...STEP_3, now: 1, unknown: 'left out' });
  await until('both hear it', () => leader.sessions.length === 2 && viewer.sessions.length === 2);
  expect(viewer.sessions[1]).toEqual({ ...STEP_3, now: expect.any(Number) });
  expect(viewer.sessions[1]?.now).toBeGreaterThanOrEqual(before);
  const late = await rawClient(server, id, keys.participant).seated();
  expect(late.sessions[0]).toMatchObject(STEP_3);
});

test('a session goes on where it was after its facilitator left, and after a restart', async () => {
  const first = await startServer({ limits: { roomIdleMs: 0 } });
  const { id, keys } = await makeCloth(first);
  const leader = await rawClient(first, id, keys.facilitator).seated();
  leader.sendSession(STEP_3);
  await until('it is set', () => leader.sessions.length === 2);
  leader.socket.close();
  await leader.closed;
  await until('the room is forgotten', async () => {
    const metrics = await (await fetch(`${first.url}/metrics`)).text();
    return metrics.includes('tafelkleed_rooms 0');
  });
  const back = await rawClient(first, id, keys.facilitator).seated();
  expect(back.sessions[0]).toMatchObject(STEP_3);
  await first.close();

  const second = await startServer({ dataDir: first.config.dataDir });
  const again = await rawClient(second, id, keys.facilitator).seated();
  expect(again.sessions[0]).toMatchObject(STEP_3);
});

test('only a facilitator leads: others are closed 4403 and change nothing', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  for (const key of [keys.participant, keys.viewer]) {
    const client = await rawClient(server, id, key).seated();
    client.sendSession(STEP_3);
    expect((await client.closed).code).toBe(CLOSE.forbidden);
  }
  const leader = await rawClient(server, id, keys.facilitator).seated();
  expect(leader.sessions[0]).toMatchObject({ step: 1 });
});

test.each([
  ['a step that does not exist', { ...STEP_3, step: 6 }],
  ['half a state', { step: 2 }],
  ['a time that is none', { ...STEP_3, timer: { endsAt: 'soon', pausedLeft: null } }],
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
