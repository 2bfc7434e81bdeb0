import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { openCommons } from '../../shared/document/commons-doc.ts';
import { newSheet } from '../support/program.ts';
import { call, rawClient, startServer, type TestServer, until } from './support.ts';

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

test('a year line of thousands of meetings, words without end and a day that no calendar has is still a calendar, at once', async () => {
  const server = await startServer();
  const room = await newSheet(server.url, 'commons');
  await writes(server, room.id, room.keys.participant, (doc) => {
    const { meetings, entries } = openCommons(doc);
    for (let n = 0; n < 8_000; n++) {
      meetings.set(`m${n}`, row({ date: '2026-09-07', name: 'startdag', createdAt: n }));
      entries.set(`e${n}`, row({ meeting: `m${n}`, way: 'plans', words: 'boeken', createdAt: n }));
    }
    meetings.set('late', row({ date: '2026-12-24', name: 'te laat', createdAt: 9e15 }));
    meetings.set('long', row({ date: '2026-12-25', name: 'lang '.repeat(100_000), createdAt: 1 }));
  });
  const { url } = await (
    await call(server, 'POST', `/api/commons/${room.id}/calendar`, { key: room.keys.participant })
  ).json();
  const began = performance.now();
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  const text = await answer.text();
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(text).not.toContain('te laat');
  expect(text.split('BEGIN:VEVENT').length - 1).toBe(200);
  expect(text.length).toBeLessThan(100_000);
});
