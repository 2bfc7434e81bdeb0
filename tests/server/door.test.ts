import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createLog } from '../../server/core/log.ts';
import { newSheet } from '../support/program.ts';
import { Visitor } from '../support/sign-in.ts';
import { bentSchool, HOUR_MS, keyOf, school, TEACHER } from './door-school.ts';
import { metric } from './metric.ts';
import { call, problem, problemOf, RawClient, startServer } from './support.ts';

const MUCH = 10 * 1024 * 1024;

test('a colleague comes in by the sign-in of the school, for a time, and nothing of the person is kept', async () => {
  const { server, room, start, callback, page, setDoor } = await school();
  const visitor = new Visitor();
  const back = await visitor.follow(start, callback);
  const inside = await visitor.visit(back ?? '');
  expect(inside).toMatch(new RegExp(`^${page}#[\\w-]{24}$`));
  const key = keyOf(inside);
  const seen = await call(server, 'GET', `/api/commons/${room.id}`, { key });
  const { role, expiresAt, door } = (await seen.json()) as { role: string; expiresAt: number; door: unknown };
  expect(role).toBe('participant');
  expect(Math.abs(expiresAt - Date.now() - HOUR_MS)).toBeLessThan(60_000);
  expect(door).toEqual({ open: true, name: 'De Regenboog', hours: 1 });
  expect([...visitor.cookies.keys()].filter((name) => name.includes('tafelkleed'))).toEqual([]);

  // Whoever comes soon after shares the key: a school that signs in each morning fills no record.
  const other = new Visitor();
  const second = await other.visit((await other.follow(start, callback)) ?? '');
  expect(keyOf(second)).toBe(key);

  // What they would hand out would stay when they are gone.
  for (const [path, body] of [
    ['keys', { role: 'participant' }],
    ['codes', {}],
    ['calendar', {}],
  ] as const) {
    const refused = await call(server, 'POST', `/api/commons/${room.id}/${path}`, { key, body });
    expect(await problemOf(refused), path).toMatchObject({ code: 'role-insufficient' });
  }
  const client = new RawClient(server, `${room.id}?key=${key}`);
  await client.seated();
  await setDoor(false);
  expect(await client.closed).toMatchObject({ code: 4401 });
  expect(await visitor.visit(start)).toBe(`${page}?door=closed`);
  expect((await call(server, 'GET', `/api/commons/${room.id}/door`)).status).toBe(404);
});

test('who may not come in is told so, and who breaks off is not asked again by itself', async () => {
  const { signIn, server, room, start, callback, page } = await school({ sub: 's.1', affiliation: ['student'] });
  const come = async (visitor = new Visitor()) => visitor.visit((await visitor.follow(start, callback)) ?? '');
  expect(await come()).toBe(`${page}?door=not-allowed`);
  signIn.who = { sub: 's.2' };
  expect(await come()).toBe(`${page}?door=not-allowed`);
  signIn.who = null;
  expect(await come()).toBe(`${page}?door=declined`);
  expect(await metric(server, 'tafelkleed_sign_ins_total{outcome="not-allowed"}')).toBe(2);
  expect(await metric(server, 'tafelkleed_sign_ins_total{outcome="declined"}')).toBe(1);
  expect((await call(server, 'GET', `/api/commons/${room.id}/sheets`)).status).toBe(401);
});

test('the way back is for the browser that left, once', async () => {
  const { start, callback, page } = await school();
  const visitor = new Visitor();
  const back = (await visitor.follow(start, callback)) ?? '';
  const cookies = new Map(visitor.cookies);

  // Sent to somebody else, who has been on the way themselves or not.
  expect(await new Visitor().visit(back)).toBe(`${page}?door=again`);
  const other = new Visitor();
  await other.visit(start);
  expect(await other.visit(back)).toBe(`${page}?door=again`);
  // A code of their own way with the state of this one.
  const theirs = new URL((await other.follow(start, callback)) ?? '');
  const mixed = new URL(back);
  mixed.searchParams.set('code', theirs.searchParams.get('code') ?? '');
  const third = new Visitor();
  for (const [name, value] of cookies) third.cookies.set(name, value);
  expect(await third.visit(mixed.href)).toBe(`${page}?door=again`);

  const fresh = (await visitor.follow(start, callback)) ?? '';
  const kept = new Map(visitor.cookies);
  expect(keyOf(await visitor.visit(fresh))).not.toBe('');
  expect(await visitor.visit(fresh)).toBe(`${page}?door=again`);
  for (const [name, value] of kept) visitor.cookies.set(name, value);
  expect(await visitor.visit(fresh)).toBe(`${page}?door=again`);
});

test('what the browser keeps on the way is of no use when it was changed', async () => {
  const { goIn, page, bent, start, callback } = await bentSchool();
  const visitor = new Visitor();
  const away = new URL((await visitor.visit(start)) ?? '');
  bent.nonce = away.searchParams.get('nonce') ?? '';
  const [[name = '', value = ''] = []] = visitor.cookies;
  const [text = '', mark = ''] = decodeURIComponent(value).split('.');
  const said = JSON.parse(Buffer.from(text, 'base64url').toString());
  const changed = Buffer.from(JSON.stringify({ ...said, room: 'another' })).toString('base64url');
  const back = `${callback}?code=any&state=${away.searchParams.get('state')}`;
  for (const other of [`${changed}.${mark}`, `${text}.`, text, '.', 'x.y', '']) {
    visitor.cookies.set(name, encodeURIComponent(other));
    expect(await visitor.visit(back), other).toBe(`${page}?door=again`);
  }
  visitor.cookies.set(name, value);
  expect(await visitor.visit(back)).toMatch(`${page}#`);
  expect(await goIn()).toMatch(`${page}#`);
  // What names no room leads to the first page.
  for (const state of ['', '//evil.example', '..%2F..', 'a%0d%0ab.c']) {
    expect(await new Visitor().visit(`${callback}?code=x&state=${state}`), state).toBe(`${new URL(page).origin}/`);
  }
});

test('after signing in nobody is led anywhere but to the room, or to a sheet by its own address', async () => {
  const { bent, start, callback, page, room } = await bentSchool();
  const come = async (to: string): Promise<string | null> => {
    const visitor = new Visitor();
    const away = new URL((await visitor.visit(`${start}?${to}`)) ?? '');
    bent.nonce = away.searchParams.get('nonce') ?? '';
    return visitor.visit(`${callback}?code=any&state=${away.searchParams.get('state')}`);
  };
  const wishes = [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/c/../evil',
    '/c/a?b',
    '/c/a#b',
    '/r/a',
    '/c/a\n',
  ];
  for (const wish of wishes) expect(await come(`to=${encodeURIComponent(wish)}`), wish).toMatch(`${page}#`);
  expect(await come('to=/c/a&to=//evil.example')).toMatch(`${page}#`);
  const { origin } = new URL(page);
  expect(await come('to=/c/AbC1')).toMatch(new RegExp(`^${origin}/c/AbC1\\?via=${room.id}#[\\w-]{24}$`));
});

test('ten megabytes that come back by the browser are not read', async () => {
  const { callback } = await bentSchool();
  const status = await new Promise<number | undefined>((answered, failed) => {
    const asked = request(`${callback}?state=a.b&code=${'x'.repeat(MUCH)}`, (response) =>
      answered(response.statusCode),
    );
    // The server may hang up before all of it was sent.
    asked.once('error', (error: NodeJS.ErrnoException) => (error.code ? answered(431) : failed(error))).end();
  });
  expect(status).toBe(431);
});

test('when the time is over the key opens nothing more, and who is still there is told', async () => {
  const { server, room, goIn } = await bentSchool({ limits: { heartbeatMs: 500 } });
  const key = keyOf(await goIn());
  const client = await new RawClient(server, `${room.id}?key=${key}`).seated();
  const other = await new RawClient(server, `${room.id}?key=${room.keys.participant}`).seated();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + HOUR_MS });
  onTestFinished(() => void vi.useRealTimers());
  expect(await client.closed).toEqual({ code: 4401, reason: 'the time of this key is over' });
  const wrong = await call(server, 'GET', `/api/commons/${room.id}`, { key });
  expect(await problemOf(wrong)).toEqual(problem(401, 'key-wrong'));
  expect(await new RawClient(server, `${room.id}?key=${key}`).closed).toMatchObject({ code: 4401 });
  expect(other.socket.readyState).toBe(other.socket.OPEN);
  expect(keyOf(await goIn())).not.toBe(key);
});

test('nothing of who came stands in the log or in the store', async () => {
  const lines: string[] = [];
  const log = createLog('trace', { write: (line) => void lines.push(line) });
  const { start, callback, page, room, server } = await school(TEACHER, log);
  const visitor = new Visitor();
  const back = (await visitor.follow(start, callback)) ?? '';
  const key = keyOf(await visitor.visit(back));
  await visitor.visit(back);
  const kept = (await Promise.all(await filesIn(server.config.dataDir))).join('');
  const said = lines.join('');
  expect(said).toContain('somebody came to the door');
  expect(kept).toContain(room.id);
  for (const secret of [TEACHER.sub, 'Gemma', 'employee', key, new URL(back).searchParams.get('code') ?? '-']) {
    expect(said, secret).not.toContain(secret);
    expect(kept, secret).not.toContain(secret);
  }
  expect(page).toContain(room.id);
});

test('a server without a sign-in has no such addresses', async () => {
  const server = await startServer();
  const room = await newSheet(server.url, 'commons');
  for (const path of [`/api/commons/${room.id}/door`, `/api/commons/${room.id}/sign-in`, '/api/door/callback']) {
    expect(await problemOf(await call(server, 'GET', path)), path).toEqual(problem(404, 'not-found'));
  }
});

/** What each file in a folder holds. */
async function filesIn(folder: string): Promise<Promise<string>[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  return files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'latin1'));
}
