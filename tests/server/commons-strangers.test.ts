import { expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { openCommons } from '../../shared/document/commons-doc.ts';
import { newSheet } from '../support/program.ts';
import { metric } from './metric.ts';
import { hangWith } from './school.ts';
import {
  call,
  initiativeOf,
  makeCloth,
  RawClient,
  rawClient,
  scribe,
  startServer,
  type TestServer,
  until,
} from './support.ts';

/** Writes what no page would in a sheet, past all limits of the intents, and waits until it is on disk. */
async function writes(server: TestServer, id: string, key: string, write: (doc: Y.Doc) => void): Promise<void> {
  const doc = new Y.Doc();
  doc.transact(() => write(doc));
  const stranger = await rawClient(server, id, key).seated();
  stranger.sendUpdate(Y.encodeStateAsUpdate(doc));
  stranger.sendAck(1);
  await until('it is stored', () => stranger.acks.includes(1));
}

function row(values: Readonly<Record<string, unknown>>): Y.Map<unknown> {
  return new Y.Map(Object.entries(values));
}

/** Counts what is read of documents on the thread that answers all; a sheet or room read whole is tens of thousands of values. */
function countsReading(): () => number {
  const get = vi.spyOn(Y.Map.prototype, 'get');
  onTestFinished(() => get.mockRestore());
  return () => get.mock.calls.length;
}

test('a year line of thousands of meetings, words without end and a day that no calendar has is still a calendar, at once', async () => {
  const server = await startServer();
  const room = await newSheet(server.url, 'commons');
  await writes(server, room.id, room.keys.participant, (doc) => {
    const { meetings, entries } = openCommons(doc);
    for (let n = 0; n < 1_500; n++) {
      meetings.set(`m${n}`, row({ date: '2026-09-07', name: 'startdag', createdAt: n }));
      entries.set(`e${n}`, row({ meeting: `m${n}`, way: 'plans', words: 'boeken', createdAt: n }));
    }
    meetings.set('late', row({ date: '2026-12-24', name: 'te laat', createdAt: 9e15 }));
    meetings.set('long', row({ date: '2026-12-25', name: 'lang '.repeat(100_000), createdAt: 1 }));
  });
  const { url } = await (
    await call(server, 'POST', `/api/commons/${room.id}/calendar`, { key: room.keys.participant })
  ).json();
  const read = countsReading();
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  const text = await answer.text();
  expect(read()).toBeLessThan(1_000);
  expect(text).not.toContain('te laat');
  expect(text.split('BEGIN:VEVENT').length - 1).toBe(200);
  expect(text.length).toBeLessThan(100_000);
});

/** A sheet that is larger than any page lays. */
function layLarge(doc: Y.Doc): void {
  const { items, ties } = openCloth(doc);
  for (let n = 0; n < 1_500; n++) {
    const text = new Y.Text(`naam${n} nijs${n % 50}`);
    const place = { pos: [n % 300, n % 200], seat: null, colour: '#aabbcc', by: '', createdAt: n };
    items.set(`i${n}`, row({ kind: 'connector', text, ...place }));
    ties.set(`t${n}`, row({ from: `i${n}`, to: 'i0', createdAt: n }));
  }
}

test('what hangs in a room is listed, shown, searched and drawn without a moment of everybody else', async () => {
  const server = await startServer();
  const [room, cloth] = [await newSheet(server.url, 'commons'), await makeCloth(server)];
  await writes(server, cloth.id, cloth.keys.participant, layLarge);
  const at = `/api/commons/${room.id}`;
  const hung = await hangWith(server, `${at}/sheets/${cloth.id}`, room.keys.participant, cloth.keys.facilitator, {});
  expect(hung.status).toBe(200);
  const read = countsReading();
  const looks = await new RawClient(server, `${cloth.id}?via=${room.id}&key=${room.keys.viewer}`).seated();
  const get = (path: string) => call(server, 'GET', `${at}${path}`, { key: room.keys.viewer });
  const paths = ['/sheets', `/sheets/${cloth.id}/projection`, '/knows?q=nijs7', '/knows', '/calendar.ics?key=x'];
  const answers = await Promise.all([...paths, ...paths].map(get));
  const writer = await rawClient(server, cloth.id, cloth.keys.participant).seated();
  writer.sendUpdate(scribe(7)('leesplezier'));
  looks.ask();
  const isShown = () => initiativeOf(looks.doc) === 'leesplezier' && openCloth(looks.doc).items.size === 1_500;
  await until('all of it is shown, and what changes', isShown);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 401, 200, 200, 200, 200, 401]);
  const [, projection, found] = await Promise.all(answers.map((answer) => answer.text()));
  expect(projection?.match(/"kind":"connector"/g)).toHaveLength(1_500);
  expect(found).toContain('nijs7');
  expect(read()).toBeLessThan(1_000);
});

test('pictures that nobody waits for any more are not made, and take no memory', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server, { title: 'leesplezier' });
  const left = new AbortController();
  const headers = { authorization: `Bearer ${keys.participant}` };
  const ask = (width: number, signal: AbortSignal) =>
    fetch(`${server.url}/api/cloths/${id}/export?format=png&width=${width}`, { headers, signal });
  const gone = Array.from({ length: 40 }, (_, n) => ask(2_000 + n, left.signal));
  await Promise.race(gone);
  left.abort();
  const done = (await Promise.allSettled(gone)).filter(({ status }) => status === 'fulfilled');
  expect(done.length).toBeLessThan(20);
  expect((await ask(300, new AbortController().signal)).status).toBe(200);
  await until('all is given back', async () => (await metric(server, 'tafelkleed_memory_taken_bytes')) === 0);
});
