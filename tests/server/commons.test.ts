import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Hanging, TooManyHung } from '../../server/sync/room/hanging.ts';
import { addEntry, addMeeting, leaveOut } from '../../shared/commands/commons.ts';
import { addItems } from '../../shared/commands/items.ts';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { openCommons } from '../../shared/document/commons-doc.ts';
import { readSnapshot } from '../../shared/document/read.ts';
import { readCommons } from '../../shared/document/read-commons.ts';
import { ROOM_LIMITS } from '../../shared/model/commons.ts';
import { CLOSE } from '../../shared/model/protocol.ts';
import { item } from '../support/cloth.ts';
import { newSheet } from '../support/program.ts';
import { metric } from './metric.ts';
import { hangWith, looked, SECRETS, school } from './school.ts';
import {
  call,
  durable,
  makeCloth,
  problem,
  problemOf,
  RawClient,
  rawClient,
  stockClient,
  synced,
  until,
} from './support.ts';

test('a cloth is hung by who leads it and is in the room, listed, looked at without what is not shown, and taken down', async () => {
  const { server, room, cloth, own, provider, hang, list, projection, via } = await school();
  const pictures = `/api/commons/${room.id}/sheets/${cloth.id}/picture`;
  const picture = (width = 300) => call(server, 'GET', `${pictures}?width=${width}`, { key: room.keys.viewer });
  expect(await (await hang({ grant: 'look', names: 'all' })).json()).toEqual({
    id: cloth.id,
    kind: 'cloth',
    grant: 'look',
    names: 'all',
  });
  const [listed] = await list();
  expect(listed).toMatchObject({ id: cloth.id, kind: 'cloth', title: 'leesplezier', grant: 'look', earlier: false });
  const inside = stockClient(server, room.id, room.keys.viewer);
  await synced(inside.provider);
  expect(readCommons(openCommons(inside.doc)).wall).toMatchObject([{ id: cloth.id, under: '', earlier: false }]);

  const client = via();
  const seen = await looked(client);
  expect(seen.initiative).toBe('leesplezier');
  expect(seen.items).toMatchObject([{ text: 'filmmateriaal' }, { text: 'Karin de Wit' }]);
  expect(seen.ties).toMatchObject([{ from: 'film', to: 'karin' }]);
  const answer = await projection();
  const text = await answer.text();
  expect(text).toContain('na de studiedag');
  const everything = `${text} ${JSON.stringify([...client.doc.share.keys()].map((name) => client.doc.get(name).toJSON?.()))}`;
  for (const secret of SECRETS) expect(everything).not.toContain(secret);
  expect(text).not.toContain('"alone"');

  const small = await picture();
  expect(small.headers.get('content-type')).toBe('image/png');
  const drawn = PNG.sync.read(Buffer.from(await small.arrayBuffer()));
  expect(drawn.width).toBe(300);

  // What was made of it is counted, with the room that is open and who looks.
  await picture();
  const counted = (name: string) => metric(server, `tafelkleed_${name}`);
  expect(await Promise.all(['network_rooms', 'hung_sheets', 'projections'].map(counted))).toEqual([1, 1, 1]);
  expect(await counted('pictures_total{from="made"}')).toBe(1);
  expect(await counted('pictures_total{from="kept"}')).toBe(1);
  expect(await counted('views_total{from="made"}')).toBe(1);
  expect(await counted('views_total{from="kept"}')).toBeGreaterThan(2);

  // Who can unpack it is sent less, and the same.
  const bare = await fetch(answer.url, {
    headers: { authorization: `Bearer ${room.keys.viewer}`, 'accept-encoding': 'gzip;q=0' },
  });
  expect([bare.headers.get('content-encoding'), bare.headers.get('vary')]).toEqual([null, 'accept-encoding']);
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(await bare.text()).toBe(text);
  expect(answer.headers.get('etag')).toBe(`W/${bare.headers.get('etag')}`);

  // Nothing is sent again to who has it; a change is seen at once by who looks, and gives another version.
  const headers = { authorization: `Bearer ${room.keys.viewer}`, 'if-none-match': answer.headers.get('etag') ?? '' };
  expect((await fetch(answer.url, { headers })).status).toBe(304);
  const known = { ...headers, 'if-none-match': small.headers.get('etag') ?? '' };
  expect((await fetch(small.url, { headers: known })).status).toBe(304);
  addItems(own, [item('boek', { text: 'prentenboeken', createdAt: 6 })]);
  await durable(provider, 2);
  await until('it is seen', () => readSnapshot(openCloth(client.doc)).items.length === 3);
  expect((await fetch(answer.url, { headers })).status).toBe(200);
  expect((await fetch(small.url, { headers: known })).status).toBe(200);
  await until('it is listed', async () => (await list())[0]?.version !== listed.version);

  // Who looks writes nothing.
  client.sendUpdate(new Uint8Array([1, 1, 1, 0, 4, 1, 4, 109, 101, 116, 97, 1, 120, 0]));
  expect((await client.closed).code).toBe(CLOSE.forbidden);
  const second = await via().seated();
  const gone = await call(server, 'DELETE', `/api/commons/${room.id}/sheets/${cloth.id}`, {
    key: room.keys.facilitator,
  });
  expect(gone.status).toBe(204);
  expect((await second.closed).code).toBe(CLOSE.unauthorised);
  expect((await via().closed).code).toBe(CLOSE.unauthorised);
  expect(await problemOf(await projection())).toEqual(problem(404, 'not-hung'));
  expect(await problemOf(await picture())).toEqual(problem(404, 'not-hung'));
  expect(await problemOf(await picture(9))).toEqual(problem(400, 'bad-request'));
  expect(await list()).toEqual([]);
});

test('write along is as far as a room reaches: nobody leads through it, who looks there only looks, and a rotated key ends it', async () => {
  const { server, room, cloth, hang, via } = await school();
  await hang({ grant: 'write' });
  const writer = await via(room.keys.facilitator).seated();
  expect((await looked(writer)).items.find(({ id }) => id === 'film')?.story).toBe('een eigen verhaal');
  // A facilitator of the room is a participant of the sheet.
  writer.sendSession({ step: 3 });
  expect((await writer.closed).code).toBe(CLOSE.forbidden);
  expect((await looked(via(room.keys.viewer))).items.find(({ id }) => id === 'film')?.story).toBe('');
  // The room's key opens nothing of the sheet by itself, and the sheet's nothing of the room.
  const bare = new RawClient(server, `${cloth.id}?key=${room.keys.participant}`);
  expect((await bare.closed).code).toBe(CLOSE.unauthorised);
  expect((await via(cloth.keys.facilitator).closed).code).toBe(CLOSE.unauthorised);
  const asked = await call(server, 'DELETE', `/api/cloths/${cloth.id}`, { key: room.keys.facilitator });
  expect(await problemOf(asked)).toEqual(problem(401, 'key-wrong'));

  const [along, looking] = [await via().seated(), await via(room.keys.viewer).seated()];
  const rotate = (role: string) =>
    call(server, 'POST', `/api/commons/${room.id}/keys/rotate`, { key: room.keys.facilitator, body: { role } });
  await rotate('participant');
  expect((await along.closed).code).toBe(CLOSE.unauthorised);
  await rotate('viewer');
  expect((await looking.closed).code).toBe(CLOSE.unauthorised);
});

test('a sheet that hangs in another way is come to again, and shows what is chosen now', async () => {
  const { room, cloth, server, hang, via, projection } = await school();
  await hang({ grant: 'write' });
  const writer = await via().seated();
  await hang({ grant: 'look', names: 'sources' });
  expect((await writer.closed).code).toBe(CLOSE.restarting);
  const client = via();
  expect((await looked(client)).items.map(({ text }) => text)).toEqual(['filmmateriaal', '…']);
  expect(await (await projection()).text()).not.toContain('Karin');

  await hang({ grant: 'look', names: 'all' });
  expect((await client.closed).code).toBe(CLOSE.restarting);
  let again = via();
  await looked(again);
  const inside = stockClient(server, room.id, room.keys.participant);
  await synced(inside.provider);
  leaveOut(openCommons(inside.doc), 'karin de wit', 1);
  await durable(inside.provider, 1);
  await until('she is left out', () => readSnapshot(openCloth(again.doc)).items.length === 1);
  expect(JSON.stringify(again.doc.getMap('items').toJSON())).not.toContain('Karin');
  expect(await (await projection()).text()).not.toContain('Karin');
  // What was shown cannot be brought into the sheet itself.
  await hang({ grant: 'write' });
  const back = await via().seated();
  back.sendAnswer(Y.encodeStateAsUpdate(again.doc));
  expect((await back.closed).code).toBe(CLOSE.badFrame);
  await hang({ grant: 'look', names: 'all' });
  again = via();
  await looked(again);
  // While words are hidden, bars.
  (await rawClient(server, cloth.id, cloth.keys.facilitator).seated()).sendSession({ hidden: true });
  await until('words are hidden', () => readSnapshot(openCloth(again.doc)).items[0]?.text === '█████████████');
});

test('what cannot be hung, or by whom, is refused with a clear word and leaves nothing behind', async () => {
  const { server, room, cloth, at, hang, list, via } = await school();
  const path = `${at}/${cloth.id}`;
  const refused = async (answer: Promise<Response>) => problemOf(await answer);
  const { keys } = room;
  const look = { grant: 'look' };
  expect(await refused(hang(look, keys.viewer))).toEqual(problem(403, 'role-insufficient'));
  expect(await refused(hangWith(server, path, keys.participant, undefined, look))).toEqual(problem(401, 'key-missing'));
  expect(await refused(hangWith(server, path, keys.participant, cloth.keys.participant, look))).toEqual(
    problem(403, 'role-insufficient'),
  );
  expect(await refused(hangWith(server, path, keys.participant, 'x', look))).toEqual(problem(401, 'key-wrong'));
  expect(await refused(hang({ grant: 'lead' }))).toEqual(problem(400, 'bad-request'));
  const other = await newSheet(server.url, 'commons');
  expect(await refused(hangWith(server, `${at}/${other.id}`, keys.participant, other.keys.facilitator, look))).toEqual(
    problem(404, 'unknown-cloth'),
  );
  expect(await list()).toEqual([]);
  // A room in which it does not hang opens nothing of it.
  await hangWith(
    server,
    `/api/commons/${other.id}/sheets/${cloth.id}`,
    other.keys.participant,
    cloth.keys.facilitator,
    look,
  );
  expect((await via().closed).code).toBe(CLOSE.unauthorised);
  expect((await via(other.keys.participant).closed).code).toBe(CLOSE.unauthorised);
  // Who leads the sheet takes it down, without a key of the room.
  const down = await call(server, 'DELETE', `/api/commons/${other.id}/sheets/${cloth.id}`, {
    key: cloth.keys.facilitator,
  });
  expect(down.status).toBe(204);

  // A sheet that is deleted while it hangs, and a room.
  await hang(look);
  const client = await via().seated();
  await call(server, 'DELETE', `/api/cloths/${cloth.id}`, { key: cloth.keys.facilitator });
  expect((await client.closed).code).toBe(CLOSE.closedForGood);
  await until('it is not listed', async () => (await list()).length === 0);
});

test('a name that is markup is a name, and as many sheets hang in a room as can', async () => {
  const { server, room, hang, list, at } = await school();
  const markup = '<img src=x onerror=alert(1)>';
  const named = await makeCloth(server, { title: markup });
  await hang({ grant: 'look' }, room.keys.participant, named);
  expect((await list())[0].title).toBe(markup);
  const answer = await call(server, 'GET', at, { key: room.keys.viewer });
  expect(answer.headers.get('content-type')).toContain('application/json');

  const full = { hung: Array.from({ length: ROOM_LIMITS.sheets }, (_, n) => `sheet${n}`) };
  const change = async (_id: string, make: (record: typeof full) => unknown) => make(full);
  const hanging = new Hanging({ change } as never, {} as never);
  await expect(hanging.hang('another', { commons: 'room', grant: 'look', names: 'all' })).rejects.toThrow(TooManyHung);
  expect(ROOM_LIMITS.sheets).toBeLessThan(10_000);
});

test('the year line is read by a calendar with a key that opens nothing else, and who knows what is answered from what is shown', async () => {
  const { server, room, cloth, hang } = await school();
  await hang({ grant: 'look' });
  const inside = stockClient(server, room.id, room.keys.participant);
  await synced(inside.provider);
  const commons = openCommons(inside.doc);
  addMeeting(commons, { id: 'm1', date: '2026-09-07', name: 'startdag; met taart', createdAt: 1 });
  addEntry(commons, { id: 'e1', meeting: 'm1', way: 'plans', sheet: cloth.id, words: '', createdAt: 2 });
  await durable(inside.provider, 1);
  const path = `/api/commons/${room.id}/calendar`;
  expect(await problemOf(await call(server, 'POST', path, { key: room.keys.viewer }))).toEqual(
    problem(403, 'role-insufficient'),
  );
  const { key, url } = (await (await call(server, 'POST', path, { key: room.keys.participant })).json()) as {
    key: string;
    url: string;
  };
  const text = await (await fetch(url)).text();
  expect(text).toContain('DTSTART;VALUE=DATE:20260907');
  expect(text).toContain('startdag\\; met taart');
  expect(text).toContain('leesplezier');
  // Good for nothing else, and gone with the links of viewers.
  expect(await problemOf(await call(server, 'GET', `/api/commons/${room.id}`, { key }))).toEqual(
    problem(401, 'key-wrong'),
  );
  expect((await new RawClient(server, `${room.id}?key=${key}`).closed).code).toBe(CLOSE.unauthorised);
  expect(await problemOf(await fetch(`${url}x`))).toEqual(problem(401, 'key-wrong'));
  expect((await fetch(url.replace(key, room.keys.viewer))).status).toBe(401);
  await call(server, 'POST', `/api/commons/${room.id}/keys/rotate`, {
    key: room.keys.facilitator,
    body: { role: 'viewer' },
  });
  expect((await fetch(url)).status).toBe(401);

  const ask = async (query: string) =>
    (await call(server, 'GET', `/api/commons/${room.id}/knows?${query}`, { key: room.keys.participant })).json();
  expect((await ask('q=wie+weet+iets+van+film&locale=nl')).answers[0]).toMatchObject({
    sheet: cloth.id,
    sentence: 'Bij “leesplezier” stond “filmmateriaal”, verbonden met “Karin de Wit”.',
  });
  leaveOut(commons, 'Karin de Wit', 3);
  await durable(inside.provider, 2);
  expect(JSON.stringify(await ask('q=karin'))).not.toContain('Karin');
});

test('while a room is closed only who leads it hangs sheets there', async () => {
  const { server, room, hang, list } = await school();
  const close = (closed: boolean) =>
    call(server, 'POST', `/api/commons/${room.id}/close`, { key: room.keys.facilitator, body: { closed } });
  await close(true);
  const how = { grant: 'look', names: 'all' };
  expect(await problemOf(await hang(how))).toEqual(problem(409, 'closed'));
  expect(await list()).toEqual([]);
  expect((await hang(how, room.keys.facilitator)).status).toBe(200);
  await close(false);
  expect((await hang({ ...how, grant: 'write' })).status).toBe(200);
});
