import { setApproach } from '../../shared/commands/contacts.ts';
import { addItems } from '../../shared/commands/items.ts';
import { keepMoment } from '../../shared/commands/moments.ts';
import { takeSeat } from '../../shared/commands/seats.ts';
import { addTies } from '../../shared/commands/ties.ts';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { readSnapshot } from '../../shared/document/read.ts';
import { item } from '../support/cloth.ts';
import { newSheet } from '../support/program.ts';
import {
  call,
  durable,
  makeCloth,
  RawClient,
  startServer,
  stockClient,
  synced,
  type TestServer,
  until,
} from './support.ts';

/** What a room must never see of a cloth that hangs in it. */
export const SECRETS = [
  'een eigen verhaal',
  'zo bedoelde ze het',
  'volgende week dinsdag',
  'Gemma van der Wal',
  'toestel-7',
];

/** A room and a cloth with all that must not be seen from one. */
export async function school() {
  const server = await startServer();
  const [room, cloth] = [await newSheet(server.url, 'commons'), await makeCloth(server, { title: 'leesplezier' })];
  const { doc, provider } = stockClient(server, cloth.id, cloth.keys.participant);
  await synced(provider);
  const own = openCloth(doc);
  const { seat } = takeSeat(own, { holder: 'toestel-7', name: 'Gemma van der Wal' });
  addItems(own, [
    {
      ...item('film', { text: 'filmmateriaal', createdAt: 2 }),
      seat,
      by: 'Gemma van der Wal',
      story: 'een eigen verhaal',
      clarification: 'zo bedoelde ze het',
    },
    { ...item('karin', { kind: 'connector', text: 'Karin de Wit', createdAt: 3 }), by: 'Gemma van der Wal' },
  ]);
  addTies(own, [{ id: 'tie', from: 'film', to: 'karin', createdAt: 4 }]);
  setApproach(own, 'karin', 'alone');
  keepMoment(own, { name: 'na de studiedag', by: 'Gemma van der Wal', createdAt: 5 });
  await durable(provider, 1);
  const at = `/api/commons/${room.id}/sheets`;
  const hang = (body: unknown, key = room.keys.participant, sheet = cloth) =>
    hangWith(server, `${at}/${sheet.id}`, key, sheet.keys.facilitator, body);
  const list = async () => (await call(server, 'GET', at, { key: room.keys.viewer })).json();
  const projection = (key = room.keys.viewer) => call(server, 'GET', `${at}/${cloth.id}/projection`, { key });
  const via = (key = room.keys.participant, sheet = cloth.id) =>
    new RawClient(server, `${sheet}?${new URLSearchParams({ via: room.id, key })}`);
  return { server, room, cloth, own, provider, at, hang, list, projection, via };
}

/** Hangs a sheet: the room's key in the header that all requests have, the sheet's own beside it. */
export function hangWith(server: TestServer, path: string, key: string, sheetKey: string | undefined, body: unknown) {
  return fetch(`${server.url}${path}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      ...(sheetKey !== undefined && { 'x-sheet-key': sheetKey }),
    },
    body: JSON.stringify(body),
  });
}

/** What a client that came through a room sees. */
export async function looked(client: RawClient) {
  await client.seated();
  client.ask();
  await until('it has the document', () => client.doc.getMap('meta').size > 0);
  return readSnapshot(openCloth(client.doc));
}
