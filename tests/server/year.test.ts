import { expect, test } from 'vitest';
import { addEntry, addMeeting } from '../../shared/commands/commons.ts';
import { openCommons } from '../../shared/document/commons-doc.ts';
import { school } from './school.ts';
import { call, durable, stockClient, synced } from './support.ts';

test('the year line goes home as a page for who may look, with what the room shows of its sheets and no more', async () => {
  const { server, room, cloth, hang } = await school();
  await hang({ grant: 'look' });
  const inside = stockClient(server, room.id, room.keys.participant);
  await synced(inside.provider);
  const commons = openCommons(inside.doc);
  addMeeting(commons, { id: 'm1', date: '2026-09-07', name: 'startdag', createdAt: 1 });
  addEntry(commons, { id: 'e1', meeting: 'm1', way: 'plans', sheet: cloth.id, words: '', createdAt: 2 });
  await durable(inside.provider, 1);
  const take = (query: string, key: string | undefined = room.keys.viewer, headers = {}) =>
    call(server, 'GET', `/api/commons/${room.id}/export?year=2026&${query}`, { ...(key && { key }), headers });
  const page = await take('format=svg&locale=en&paper=A4');
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  expect(page.headers.get('content-disposition')).toMatch(/filename=".*2026.*\.svg"/);
  const svg = await page.text();
  for (const words of ['year line 2026–2027', 'September 7', 'startdag', 'Discuss plans', 'leesplezier']) {
    expect(svg).toContain(words);
  }
  const tag = page.headers.get('etag') ?? '';
  expect((await take('format=svg&locale=en&paper=A4', undefined, { 'if-none-match': tag })).status).toBe(304);
  expect(
    Buffer.from(await (await take('format=pdf')).arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  expect((await take('format=png&width=300')).headers.get('content-type')).toBe('image/png');
  for (const wrong of ['format=graphml', 'format=svg&year=soon', 'format=svg&paper=A9']) {
    expect((await take(wrong)).status).toBe(400);
  }
  expect((await take('format=svg', cloth.keys.viewer)).status).toBe(401);
  // What is taken down is told of no more.
  const down = `/api/commons/${room.id}/sheets/${cloth.id}`;
  expect((await call(server, 'DELETE', down, { key: room.keys.facilitator })).status).toBe(204);
  expect(await (await take('format=svg&locale=en&paper=A4')).text()).not.toContain('leesplezier');
});
