import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ClassicLevel } from 'classic-level';
import { expect, test } from 'vitest';
import { announceAdminEndpoint, findDoor } from '../../server/admin/admin-endpoint.ts';
import { runAdmin } from '../../server/app/admin.ts';
import { LevelStorage } from '../../server/storage/leveldb.ts';
import { EMPTY_UPDATE } from '../../server/sync/room/encoded-document.ts';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { CLOSE } from '../../shared/model/protocol.ts';
import {
  call,
  durable,
  freshDirectory,
  initiativeOf,
  makeCloth,
  rawClient,
  startServer,
  stockClient,
  synced,
  until,
} from './support.ts';

/** Carries out an admin command on a data directory. */
const admin = (dataDir: string, ...words: string[]) => runAdmin(words, { DATA_DIR: dataDir });

/** The same by the built program, as an operator calls it. */
async function program(dataDir: string, ...words: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['dist/server/admin-cli.js', ...words], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said: said.trim() };
}

test('what the operator can do with a running server: list, show, export, rotate, delete', async () => {
  const server = await startServer();
  const { dataDir } = server.config;
  const { id, keys } = await makeCloth(server, { title: 'leesplezier' });
  const participant = await rawClient(server, id, keys.participant).seated();

  const listed = await admin(dataDir, 'list');
  expect(listed.said).toMatch(new RegExp(`${id}  initiative  \\d{4}-\\d\\d-\\d\\d  \\d{4}-\\d\\d-\\d\\d  1`));
  const shown = JSON.parse((await admin(dataDir, 'show', id)).said);
  expect(shown).toMatchObject({ id, title: 'leesplezier', seats: 6, items: 0, links: { facilitator: 1 } });

  const file = join(await freshDirectory(), 'cloth.tafelkleed.json');
  expect((await program(dataDir, 'export', id, file)).code).toBe(0);
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ initiative: 'leesplezier' });
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o077).toBe(0);
  // It never writes over a file.
  expect(await program(dataDir, 'export', id, file)).toEqual({
    code: 1,
    said: `${file} is there already, and is left as it is`,
  });

  const rotated = await admin(dataDir, 'rotate', id, 'participant');
  expect(rotated.said).toMatch(new RegExp(`^http://localhost:${server.port}/c/${id}#[\\w-]{24}$`));
  expect((await participant.closed).code).toBe(CLOSE.unauthorised);
  const key = rotated.said.split('#')[1] ?? '';
  expect((await call(server, 'GET', `/api/cloths/${id}`, { key })).status).toBe(200);

  const viewer = await rawClient(server, id, keys.viewer).seated();
  expect(await admin(dataDir, 'delete', id)).toMatchObject({ code: 1, said: expect.stringContaining('--yes') });
  expect((await admin(dataDir, 'delete', id, '--yes')).code).toBe(0);
  expect((await viewer.closed).code).toBe(CLOSE.closedForGood);
  expect(await admin(dataDir, 'show', id)).toEqual({ code: 1, said: 'There is no such tablecloth' });
  expect(await admin(dataDir, 'dance')).toMatchObject({ code: 1, said: expect.stringContaining('npm run backup') });
});

test('a second server on the same directory, or a store that is refused, does not shut the operator out', async () => {
  const server = await startServer();
  const { dataDir } = server.config;
  const { id } = await makeCloth(server);
  const path = join(dataDir, 'admin.json');
  const door = await readFile(path, 'utf8');
  const second = await startServer({ dataDir });
  expect(await readFile(path, 'utf8')).toBe(door);
  expect((await admin(dataDir, 'list')).said).toContain(id);
  await second.close();
  expect((await admin(dataDir, 'list')).said).toContain(id);
  await server.close();

  await rm(join(dataDir, 'CURRENT'));
  const refusing = await startServer({ dataDir });
  const ready = await call(refusing, 'GET', '/readyz');
  expect([ready.status, (await ready.json()).problem]).toEqual([503, expect.stringContaining('CURRENT is missing')]);
  const listed = await admin(dataDir, 'list');
  expect(listed).toEqual({ code: 1, said: expect.stringContaining('CURRENT is missing; 1 tablecloths were in it') });
  expect(await readdir(dataDir)).toContain('admin.json');
  expect((await admin(dataDir, 'repair')).said).toContain('stop the server first');
  await refusing.close();

  const repaired = await program(dataDir, 'repair');
  expect(repaired.said.split('\n')).toEqual([
    'found: CURRENT is missing',
    expect.stringMatching(/^all files as they were are in .*damaged/),
    '1 tablecloths are there of the 1 that were written down',
  ]);
  expect(repaired.code).toBe(0);
  expect((await program(dataDir, 'list')).said).toContain(id);
  // What a program of its own wrote is its user's alone.
  if (process.platform !== 'win32') {
    expect((await stat(dataDir)).mode & 0o077).toBe(0);
    for (const name of await readdir(dataDir)) expect((await stat(join(dataDir, name))).mode & 0o077, name).toBe(0);
  }
});

test('a door that leads nowhere any more, or cannot be written down yet, is written down when it can be', async () => {
  const dataDir = await freshDirectory();
  const blocked = join(dataDir, 'admin.json.unfinished');
  await mkdir(blocked);
  const problems: unknown[] = [];
  const close = await announceAdminEndpoint(dataDir, { port: 1, key: 'mine' }, (error) => problems.push(error), 20);
  expect(problems).toHaveLength(1);
  await rm(blocked, { recursive: true });
  await until('it is written down', async () => (await findDoor(dataDir))?.key === 'mine');
  await close();
  expect(await findDoor(dataDir)).toBeNull();
  expect(problems).toHaveLength(1);
});

test('a directory without tablecloths is said to be one, and no store is made in it', async () => {
  const empty = await freshDirectory();
  for (const dataDir of [empty, join(empty, 'mistyped')]) {
    for (const words of [['list'], ['backup', join(empty, 'all.jsonl')], ['repair']]) {
      expect(await admin(dataDir, ...words)).toMatchObject({ code: 1, said: expect.stringContaining(`in ${dataDir}`) });
    }
  }
  expect(await admin(join(empty, 'mistyped'), 'restore', 'all.jsonl')).toMatchObject({ code: 1 });
  expect(await readdir(empty)).toEqual([]);
});

test('a backup of a running server brings everything back on an empty one, links included', async () => {
  const server = await startServer();
  const first = await makeCloth(server, { title: 'leesplezier' });
  const second = await makeCloth(server, { kind: 'theme' });
  const { doc, provider } = stockClient(server, first.id, first.keys.participant);
  await synced(provider);
  openCloth(doc).initiative.insert(0, 'ons ');
  await durable(provider, 1);
  const leader = await rawClient(server, first.id, first.keys.facilitator).seated();
  leader.sendSession({ step: 4, timer: null, hidden: false, locked: false, follow: null });
  leader.sendAck(1);
  const { code: joinCode } = await (
    await call(server, 'POST', `/api/cloths/${first.id}/codes`, { key: first.keys.participant })
  ).json();

  const directory = await freshDirectory();
  const file = join(directory, 'all.jsonl.gz');
  expect(await admin(server.config.dataDir, 'backup', file)).toEqual({
    code: 0,
    said: `2 tablecloths are in ${file}`,
  });
  const text = gunzipSync(await readFile(file)).toString();
  for (const secret of [...Object.values(first.keys), joinCode]) expect(text).not.toContain(secret);
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o077).toBe(0);

  // Onto a directory that no server has open, and a second time, which changes nothing.
  const dataDir = await freshDirectory();
  const restored = await admin(dataDir, 'restore', file);
  expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('2 tablecloths are back; 0 ') });
  const again = await admin(dataDir, 'restore', file);
  expect(again).toMatchObject({ code: 0, said: expect.stringContaining('0 tablecloths are back; 2 ') });
  expect(await readdir(dataDir)).not.toContain('admin.json');

  const other = await startServer({ dataDir, retentionDays: 1 });
  const reader = stockClient(other, first.id, first.keys.viewer);
  await synced(reader.provider);
  expect(initiativeOf(reader.doc)).toBe('ons leesplezier');
  const follower = await rawClient(other, first.id, first.keys.viewer).seated();
  expect(follower.sessions[0]).toMatchObject({ step: 4 });
  const looked = await call(other, 'GET', `/api/cloths/${second.id}`, { key: second.keys.facilitator });
  expect(await looked.json()).toMatchObject({ kind: 'theme', role: 'facilitator' });
});

test('a backup that is cut off, changed or no backup at all is refused, and nothing is put back', async () => {
  const server = await startServer();
  await makeCloth(server);
  await makeCloth(server);
  const directory = await freshDirectory();
  const file = join(directory, 'all.jsonl');
  await admin(server.config.dataDir, 'backup', file);
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  const dataDir = await freshDirectory();
  for (const [text, reason] of [
    [lines.slice(0, -1).join('\n'), 'cut off'],
    [[lines[0], lines[1], lines[3]].join('\n'), '2 tablecloths were saved, 1 are here'],
    [[lines[0], lines[1], lines[2]?.replace('"record"', '"rekord"'), lines[3]].join('\n'), 'line 3'],
    [[...lines, lines[1]].join('\n'), 'follows the end'],
    ['{"format":"tafelkleed","version":1}', 'no backup'],
    ['', 'cut off'],
  ]) {
    const bad = join(directory, 'bad.jsonl');
    await writeFile(bad, text ?? '');
    expect(await admin(dataDir, 'restore', bad)).toMatchObject({
      code: 1,
      said: expect.stringContaining(reason ?? ''),
    });
  }
  expect((await admin(dataDir, 'list')).said.split('\n')).toHaveLength(1);
  // Asked for, what can be read comes back, and what cannot is named.
  const spoilt = join(directory, 'spoilt.jsonl');
  await writeFile(spoilt, [lines[0], lines[1]?.replace('"record"', '"rekord"'), ...lines.slice(2)].join('\n'));
  const id = /"id":"(\w+)"/.exec(lines[1] ?? '')?.[1];
  const readable = await admin(dataDir, 'restore', spoilt, '--readable');
  expect([readable.code, ...readable.said.split('\n')]).toEqual([
    2,
    '1 tablecloths are back; 0 were there already and are left as they are',
    `line 2: this is no saved tablecloth (${id})`,
    '2 tablecloths were saved, 1 are here',
  ]);
  expect(await admin(dataDir, 'restore', join(directory, 'none'))).toMatchObject({ code: 1 });
});

test('a cloth that cannot be read is named in the list and the backup, and can be deleted; what is missing of one too', async () => {
  const dataDir = await freshDirectory();
  const storage = await LevelStorage.open(dataDir, () => undefined);
  const make = (id: string, document: Uint8Array) =>
    storage.create({ id, epoch: 'e', kind: 'initiative', createdAt: 1, keys: [], codes: [] }, document);
  for (const id of ['whole', 'damaged', 'gap', 'odd']) await make(id, EMPTY_UPDATE);
  await storage.append('gap', [EMPTY_UPDATE, EMPTY_UPDATE]);
  await storage.append('odd', [new Uint8Array([255, 255, 255])]);
  await storage.close(1_000);
  const db = new ClassicLevel<string, Uint8Array>(dataDir, { valueEncoding: 'view' });
  await db.put('cloth!damaged', new Uint8Array([1, 2, 3, 4, 5]));
  await db.del('log!gap!000000000002');
  await db.close();

  const listed = (await admin(dataDir, 'list')).said;
  expect(listed).toMatch(/^damaged +damaged +- .* {2}its record is damaged$/m);
  expect(listed).toMatch(/^gap .* {2}updates 2 to 2 are missing$/m);
  expect(listed).toMatch(/^whole .* 0$/m);
  const file = join(await freshDirectory(), 'all.jsonl');
  const saved = await admin(dataDir, 'backup', file);
  expect(saved.said.split('\n')).toEqual([
    `3 tablecloths are in ${file}`,
    'not all could be read of: gap (updates 2 to 2 are missing), odd (updates that cannot be applied: 1)',
    'damaged, and NOT in it: damaged',
  ]);
  expect(saved.code).toBe(2);
  // One in the way of what is to be put back does not keep the rest from it.
  await admin(dataDir, 'delete', 'whole', '--yes');
  const text = (await readFile(file, 'utf8')).replaceAll('"id":"gap"', '"id":"damaged"');
  const other = join(await freshDirectory(), 'other.jsonl');
  await writeFile(other, text);
  expect(await admin(dataDir, 'restore', other)).toEqual({
    code: 2,
    said: expect.stringMatching(/^1 tablecloths are back; 1 .*\nNOT put back: damaged \(.*delete damaged .*\)$/),
  });
  expect(await admin(dataDir, 'delete', 'damaged', '--yes')).toEqual({ code: 0, said: 'damaged is deleted' });
  expect((await admin(dataDir, 'backup', file)).code).toBe(0);
  expect(await admin(await freshDirectory(), 'restore', file)).toMatchObject({ code: 0 });
});

test('the door is for who can read the data directory, and is gone with the server', async () => {
  const server = await startServer();
  const path = join(server.config.dataDir, 'admin.json');
  const { port, key } = JSON.parse(await readFile(path, 'utf8'));
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o077).toBe(0);
  const knock = (authorization: string) =>
    fetch(`http://127.0.0.1:${port}/cloths`, { headers: { authorization } }).then(({ status }) => status);
  expect(await knock(`Bearer ${key}`)).toBe(200);
  expect(await knock('Bearer wrong')).toBe(401);
  expect(await knock('')).toBe(401);
  await server.close();
  await expect(knock(`Bearer ${key}`)).rejects.toThrow();
  expect(await readdir(server.config.dataDir)).not.toContain('admin.json');
});
