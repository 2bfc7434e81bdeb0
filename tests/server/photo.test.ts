import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { expect, test } from 'vitest';
import { runAdmin } from '../../server/app/admin.ts';
import { jpegOf } from '../support/jpeg.ts';
import { newSheet } from '../support/program.ts';
import { call, freshDirectory, makeCloth, problem, problemOf, startServer, type TestServer } from './support.ts';

/** A part that stays in a photo, with words in it to find it by on disk. */
const TOLD = 'Gemma-heeft-een-bakfiets';
const PHOTO = jpegOf({
  beside: [
    [0xe1, 'Exif\0\0 52.37 N 4.89 E'],
    [0xc4, TOLD],
  ],
});

type Put = { readonly key?: string; readonly type?: string };

function put(server: TestServer, path: string, body: Uint8Array<ArrayBuffer> | string, { key, type }: Put) {
  return fetch(`${server.url}${path}`, {
    method: 'PUT',
    headers: { 'content-type': type ?? 'image/jpeg', ...(key !== undefined && { authorization: `Bearer ${key}` }) },
    body,
  });
}

test('a photo is laid by who leads and seen by all who have a key; what a camera wrote in it is kept nowhere', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const at = `/api/cloths/${id}/photo`;
  for (const [key, status, code] of [
    [undefined, 401, 'key-missing'],
    ['guessed', 401, 'key-wrong'],
    [keys.viewer, 403, 'role-insufficient'],
    [keys.participant, 403, 'role-insufficient'],
  ] as const) {
    const refused = await put(server, at, PHOTO, key === undefined ? {} : { key });
    expect(await problemOf(refused)).toEqual(problem(status, code));
  }
  expect(await problemOf(await call(server, 'GET', at, { key: keys.viewer }))).toEqual(problem(404, 'no-photo'));
  const laid = await put(server, at, PHOTO, { key: keys.facilitator });
  const { hash, ...size } = (await laid.json()) as { hash: string };
  expect([laid.status, size]).toEqual([200, { width: 640, height: 480, bytes: expect.any(Number) }]);

  for (const key of [keys.viewer, keys.participant, keys.facilitator]) {
    const seen = await call(server, 'GET', `${at}?hash=${hash}`, { key });
    const words = Buffer.from(await seen.arrayBuffer()).toString('latin1');
    expect([words.includes(TOLD), words.includes('52.37')]).toEqual([true, false]);
    expect(Object.fromEntries(seen.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': expect.stringMatching(/^private, max-age=\d+, immutable$/),
      vary: expect.stringContaining('authorization'),
    });
  }
  const { keys: others } = await makeCloth(server);
  expect(await problemOf(await call(server, 'GET', at, { key: others.facilitator }))).toEqual(
    problem(401, 'key-wrong'),
  );
  expect(await problemOf(await call(server, 'GET', at))).toEqual(problem(401, 'key-missing'));
  const now = await call(server, 'GET', at, { key: keys.viewer });
  expect([now.headers.get('cache-control'), now.headers.get('etag')]).toEqual(['private, no-cache', `"${hash}"`]);
  const known = await call(server, 'GET', at, { key: keys.viewer, headers: { 'if-none-match': `"${hash}"` } });
  expect(known.status).toBe(304);

  // Another in its place: who asks for the first is told that it is gone, and never given the other.
  expect((await put(server, at, jpegOf(), { key: keys.facilitator })).status).toBe(200);
  const first = await call(server, 'GET', `${at}?hash=${hash}`, { key: keys.viewer });
  expect(await problemOf(first)).toEqual(problem(404, 'no-photo'));
  expect((await call(server, 'DELETE', at, { key: keys.participant })).status).toBe(403);
  expect((await call(server, 'DELETE', at, { key: keys.facilitator })).status).toBe(204);
  expect((await call(server, 'GET', at, { key: keys.facilitator })).status).toBe(404);

  const theme = await newSheet(server.url, 'themes', {});
  const key = theme.keys.facilitator;
  expect((await put(server, `/api/themes/${theme.id}/photo`, PHOTO, { key })).status).toBe(200);
});

test('what is no photo, or too much of one, is refused with a reason, and the photo that lies there stays', async () => {
  const server = await startServer({ limits: { photoBytes: 100_000 } });
  const { id, keys } = await makeCloth(server);
  const at = `/api/cloths/${id}/photo`;
  const key = keys.facilitator;
  expect((await put(server, at, PHOTO, { key })).status).toBe(200);
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><image href="http://evil.example/"/></svg>';
  for (const [body, type, status, code] of [
    [svg, 'image/svg+xml', 415, 'wrong-type'],
    [svg, 'image/jpeg', 400, 'bad-photo'],
    ['', 'image/jpeg', 400, 'bad-photo'],
    [jpegOf(), 'image/png', 415, 'wrong-type'],
    [jpegOf({ width: 16_320, height: 12_240 }), 'image/jpeg', 400, 'bad-photo'],
    [jpegOf({ scans: 2_000 }), 'image/jpeg', 400, 'bad-photo'],
    [jpegOf({ behind: 'x'.repeat(100_000) }), 'image/jpeg', 413, 'too-large'],
  ] as const) {
    expect(await problemOf(await put(server, at, body, { key, type }))).toEqual(problem(status, code));
  }
  const bad = await put(server, at, jpegOf({ width: 9_000 }), { key });
  expect(await bad.json()).toMatchObject({ detail: '9000 × 480 px; each side may be 1 to 4096' });
  const kept = await call(server, 'GET', at, { key });
  expect(Buffer.from(await kept.arrayBuffer()).toString('latin1')).toContain(TOLD);
  const answers = await Promise.all(Array.from({ length: 20 }, () => put(server, at, PHOTO, { key })));
  expect(answers.map(({ status }) => status)).toContain(429);
});

test('a photo comes back with a backup, is counted for the operator, and is off the disk when its cloth is deleted', async () => {
  const server = await startServer();
  const { dataDir } = server.config;
  const { id, keys } = await makeCloth(server);
  await put(server, `/api/cloths/${id}/photo`, PHOTO, { key: keys.facilitator });
  const admin = (at: string, ...words: string[]) => runAdmin(words, { DATA_DIR: at });
  expect(JSON.parse((await admin(dataDir, 'show', id)).said)).toMatchObject({ photoBytes: expect.any(Number) });
  const file = join(await freshDirectory(), 'backup.jsonl.gz');
  expect((await admin(dataDir, 'backup', file)).code).toBe(0);

  const other = await startServer();
  expect((await admin(other.config.dataDir, 'restore', file)).code).toBe(0);
  const back = await call(other, 'GET', `/api/cloths/${id}/photo`, { key: keys.viewer });
  expect(Buffer.from(await back.arrayBuffer()).toString('latin1')).toContain(TOLD);

  const onDisk = async () => {
    const names = (await readdir(dataDir)).filter((name) => /\.(log|ldb)$/.test(name));
    const files = await Promise.all(names.map((name) => readFile(join(dataDir, name), 'latin1')));
    return files.some((bytes) => bytes.includes(TOLD));
  };
  expect(await onDisk()).toBe(true);
  await call(server, 'DELETE', `/api/cloths/${id}`, { key: keys.facilitator });
  expect(await onDisk()).toBe(false);
});

test('a photo that cannot be read is named in the list, in a backup and to who asks, and never passes for none', async () => {
  const server = await startServer();
  const { dataDir } = server.config;
  const { id, keys } = await makeCloth(server);
  await put(server, `/api/cloths/${id}/photo`, PHOTO, { key: keys.facilitator });
  await server.close();
  const db = new ClassicLevel<string, Uint8Array>(dataDir, { valueEncoding: 'view' });
  await db.put(`photo!${id}`, Uint8Array.of(1, 2, 3, 4, 5));
  await db.close();
  const file = join(await freshDirectory(), 'backup.jsonl.gz');
  const words = [['list'], ['show', id], ['backup', file]];
  for (const asked of words) {
    const { said } = await runAdmin(asked, { DATA_DIR: dataDir });
    expect(said).toContain('the photo under it cannot be read');
  }
});
