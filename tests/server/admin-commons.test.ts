import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runAdmin } from '../../server/app/admin.ts';
import { newSheet } from '../support/program.ts';
import { hangWith } from './school.ts';
import { call, freshDirectory, makeCloth, startServer } from './support.ts';

/** Carries out an admin command on a data directory. */
const admin = (dataDir: string, ...words: string[]) => runAdmin(words, { DATA_DIR: dataDir });

test('a room is listed, shown, backed up and restored with what hangs in it, and deleted without it', async () => {
  const server = await startServer();
  const { dataDir } = server.config;
  const [cloth, theme] = [await makeCloth(server), await newSheet(server.url, 'themes', { title: 'taal' })];
  const room = await newSheet(server.url, 'commons');
  for (const [sheet, grant] of [
    [cloth, 'look'],
    [theme, 'write'],
  ] as const) {
    const path = `/api/commons/${room.id}/sheets/${sheet.id}`;
    expect((await hangWith(server, path, room.keys.participant, sheet.keys.facilitator, { grant })).status).toBe(200);
  }
  const { key: calendar } = await (
    await call(server, 'POST', `/api/commons/${room.id}/calendar`, { key: room.keys.participant })
  ).json();
  const { said } = await admin(dataDir, 'list');
  expect(said).toMatch(new RegExp(`^${room.id}  commons      `, 'm'));
  expect(said).toMatch(new RegExp(`^${theme.id}  theme-sheet  `, 'm'));
  const shown = JSON.parse((await admin(dataDir, 'show', room.id)).said);
  expect(shown).toMatchObject({ kind: 'commons', title: 'De Regenboog', hung: 2, meetings: 0, entries: 0 });
  expect(await admin(dataDir, 'export', room.id, 'pdf')).toMatchObject({ code: 1 });

  const file = join(await freshDirectory(), 'all.jsonl');
  const kinds = '1 tablecloths, 1 theme sheet, 1 network room';
  expect(await admin(dataDir, 'backup', file)).toEqual({ code: 0, said: `${kinds} are in ${file}` });
  expect(await readFile(file, 'utf8')).not.toContain(calendar);
  const restored = await freshDirectory();
  expect(await admin(restored, 'restore', file)).toEqual({
    code: 0,
    said: `${kinds} are back; 0 were there already and are left as they are`,
  });
  const other = await startServer({ dataDir: restored });
  const wall = await call(other, 'GET', `/api/commons/${room.id}/sheets`, { key: room.keys.viewer });
  const hung = (await wall.json()) as { id: string; grant: string }[];
  expect(hung.map(({ id, grant }) => [id, grant])).toEqual([
    [cloth.id, 'look'],
    [theme.id, 'write'],
  ]);
  expect((await call(other, 'GET', `/api/commons/${room.id}/calendar.ics?key=${calendar}`)).status).toBe(200);

  expect(await admin(restored, 'delete', room.id, '--yes')).toMatchObject({ code: 0 });
  expect((await call(other, 'GET', `/api/cloths/${cloth.id}`, { key: cloth.keys.viewer })).status).toBe(200);
  const through = await call(other, 'GET', `/api/commons/${room.id}/sheets/${cloth.id}`, { key: room.keys.viewer });
  expect(through.status).toBe(404);
});
