import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { CLOSE } from '../../shared/model/protocol.ts';
import { initiativeOf, makeCloth, rawClient, startServer, stockClient, synced, until } from './support.ts';

test('presence reaches the others, those who come later too, and is gone at once on leaving', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const a = stockClient(server, id, keys.participant);
  a.provider.awareness.setLocalState({ user: { name: 'Gemma' } });
  const b = stockClient(server, id, keys.viewer);
  await Promise.all([synced(a.provider), synced(b.provider)]);
  const seen = () => b.provider.awareness.getStates().get(a.doc.clientID);
  await until('b sees a', () => seen() !== undefined);
  a.provider.awareness.setLocalStateField('cursor', [1, 2]);
  await until('b sees the cursor', () => JSON.stringify(seen()) === '{"user":{"name":"Gemma"},"cursor":[1,2]}');

  const c = stockClient(server, id, keys.participant);
  await until('c sees a', () => c.provider.awareness.getStates().has(a.doc.clientID));
  const left = performance.now();
  a.provider.disconnect();
  await until('a is gone for b and c', () => !seen() && !c.provider.awareness.getStates().has(a.doc.clientID));
  expect(performance.now() - left).toBeLessThan(1_000);
});

test('a socket that ends without a word takes its presence along', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const a = await rawClient(server, id, keys.participant).seated();
  const b = await rawClient(server, id, keys.participant).seated();
  a.sendPresence(11, 1, { user: { name: 'Theo' } });
  await until('b sees a', () => b.presence.some(({ clientId }) => clientId === 11));
  a.socket.terminate();
  await until('b sees a leave', () => b.presence.some(({ clientId, state }) => clientId === 11 && state === null));
});

test('many changes within a moment go out as one frame with the newest of each', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const a = await rawClient(server, id, keys.participant).seated();
  const b = await rawClient(server, id, keys.participant).seated();
  const onlooker = await rawClient(server, id, keys.viewer).seated();
  for (let clock = 1; clock <= 50; clock++) {
    a.sendPresence(11, clock, { n: clock });
    b.sendPresence(12, clock, { n: clock });
  }
  const newest = (clientId: number) => onlooker.presence.filter((heard) => heard.clientId === clientId).at(-1);
  await until('the newest arrived', () => newest(11)?.clock === 50 && newest(12)?.clock === 50);
  expect(onlooker.presence.length).toBeLessThan(20);
});

test('nobody speaks for another: neither under a live client id, nor with more ids, nor by an echo', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const owner = await rawClient(server, id, keys.participant).seated();
  const onlooker = await rawClient(server, id, keys.viewer).seated();
  owner.sendPresence(11, 5, { name: 'owner' });
  await until('the owner is seen', () => onlooker.presence.length > 0);

  const other = await rawClient(server, id, keys.participant).seated();
  other.sendPresence(12, 1, { name: 'other' });
  other.sendPresence(11, 9, { name: 'forged' });
  other.sendPresence(11, 9, null);
  other.sendPresence(13, 1, { name: 'a second one' });
  other.sendPresence(12, 2, { name: 'other again' });
  await until('all is handled', () => onlooker.presence.some(({ clientId, clock }) => clientId === 12 && clock === 2));
  expect(onlooker.presence.filter(({ clientId }) => clientId === 11)).toEqual([
    { clientId: 11, clock: 5, state: { name: 'owner' } },
  ]);
  expect(onlooker.presence.some(({ clientId }) => clientId === 13)).toBe(false);

  owner.socket.close();
  await until('the owner is gone', () => onlooker.presence.some(({ state }) => state === null));
  const late = await rawClient(server, id, keys.participant).seated();
  late.sendPresence(11, 5, { name: 'an echo' });
  late.sendPresence(14, 1, { name: 'late' });
  await until('the late one is seen', () => onlooker.presence.some(({ clientId }) => clientId === 14));
  expect(onlooker.presence.some(({ state }) => JSON.stringify(state)?.includes('echo'))).toBe(false);
});

test('a client id in use by a live connection is not given away before that is gone', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const owner = await rawClient(server, id, keys.participant).seated();
  owner.sendPresence(11, 1, { name: 'owner' });
  await until('the owner hears itself', () => owner.presence.length > 0);
  const forger = await rawClient(server, id, keys.participant).seated();
  forger.sendPresence(11, 2, { name: 'forger' });
  expect((await forger.closed).code).toBe(CLOSE.tryLater);

  owner.socket.close();
  await owner.closed;
  const back = await rawClient(server, id, keys.participant).seated();
  back.sendPresence(11, 3, { name: 'owner, on another line' });
  await until('the owner is back', () => back.presence.some(({ clock }) => clock === 3));
});

test('a client that comes back while its old line still seems open gets its place, and what it wrote meanwhile', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const onlooker = await rawClient(server, id, keys.viewer).seated();
  // A line that is dead without knowing it answers no ping.
  const dead = await rawClient(server, id, keys.participant, {}, { autoPong: false }).seated();
  dead.sendPresence(11, 1, { name: 'Heleen' });
  await until('it is seen', () => onlooker.presence.length > 0);

  const back = await rawClient(server, id, keys.participant).seated();
  const doc = new Y.Doc();
  doc.clientID = 11;
  openCloth(doc).initiative.insert(0, 'again');
  back.sendPresence(11, 2, { name: 'Heleen, back' });
  back.sendUpdate(Y.encodeStateAsUpdate(doc));
  back.sendAck(1);
  await dead.closed;
  await until('it is seen again', () => onlooker.presence.at(-1)?.clock === 2);
  await until('its words are there', () => initiativeOf(onlooker.doc) === 'again' && back.acks.includes(1));
});

test('presence that is no JSON object, or too long, is left out; a role that the key does not give is put right', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const liar = await rawClient(server, id, keys.viewer).seated();
  const onlooker = await rawClient(server, id, keys.participant).seated();
  liar.sendPresence(11, 1, [1, 2]);
  liar.sendPresence(11, 2, 'text');
  liar.sendPresence(11, 3, { long: 'x'.repeat(5_000) });
  liar.sendPresence(11, 4, { user: { name: 'Theo', role: 'facilitator' }, cursor: [1, 2] });
  await until('something is heard', () => onlooker.presence.length > 0);
  expect(onlooker.presence).toEqual([
    { clientId: 11, clock: 4, state: { user: { name: 'Theo', role: 'viewer' }, cursor: [1, 2] } },
  ]);
});

/** All that a presence can show. */
const SHOWS = {
  cursor: [1, 2],
  editing: 'a',
  of: 'story',
  drag: { ids: ['a'], by: [5, 5] },
  writing: true,
  claims: 's',
  denies: 3,
  made: 2,
  view: [0, 0, 100, 100, 0],
};

test.each([
  ['viewer', ['cursor', 'user']],
  ['participant', ['claims', 'cursor', 'denies', 'drag', 'editing', 'made', 'of', 'user', 'writing']],
  ['facilitator', [...Object.keys(SHOWS), 'user'].sort()],
] as const)('what a %s may not do, its presence does not show', async (role, shown) => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const onlooker = await rawClient(server, id, keys.viewer).seated();
  const forger = await rawClient(server, id, keys[role]).seated();
  forger.sendPresence(11, 1, { user: { name: 'Theo', role: 'facilitator' }, ...SHOWS });
  await until('it is seen', () => onlooker.presence.length > 0);
  expect(Object.keys(onlooker.presence[0]?.state as object).sort()).toEqual(shown);
  expect(onlooker.presence[0]?.state).toMatchObject({ user: { name: 'Theo', role } });
});

test('on a closed cloth nobody but who leads seems to write or move', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const leader = await rawClient(server, id, keys.facilitator).seated();
  leader.sendSession({ closed: true });
  await until('it is closed', () => leader.sessions.at(-1)?.closed === true);
  const other = await rawClient(server, id, keys.participant).seated();
  other.sendPresence(11, 1, { user: { name: 'Theo', role: 'participant' }, ...SHOWS });
  await until('it is seen', () => leader.presence.length > 0);
  expect(Object.keys(leader.presence[0]?.state as object).sort()).toEqual(['cursor', 'user']);
});
