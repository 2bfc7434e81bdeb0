import { expect, onTestFinished, test, vi } from 'vitest';
import { LevelStorage } from '../../server/storage/leveldb.ts';
import { StorageUnavailable } from '../../server/storage/storage.ts';
import { CLOSE, JOIN_CODE } from '../../shared/model/protocol.ts';
import { call, makeCloth, problem, problemOf, rawClient, startServer, stockClient, synced } from './support.ts';

test('a code, typed in any manner, lets a whole class in; asked again it is the same, after a restart too', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const ask = async (at: { readonly url: string }) => {
    const answer = await call(at, 'POST', `/api/cloths/${id}/codes`, { key: keys.participant });
    expect(answer.status).toBe(201);
    return (await answer.json()) as { code: string; expiresAt: number };
  };
  const { code, expiresAt } = await ask(server);
  expect(code).toMatch(new RegExp(`^[${JOIN_CODE.alphabet}]{${JOIN_CODE.length}}$`));
  expect(expiresAt - Date.now()).toBeGreaterThan(11 * 3_600_000);
  expect(await ask(server)).toEqual({ code, expiresAt });
  expect((await call(server, 'POST', `/api/cloths/${id}/codes`, { key: keys.viewer })).status).toBe(403);

  // Nobody has used it yet.
  const together = await Promise.all(
    Array.from({ length: 60 }, () => call(server, 'POST', '/api/join', { body: { code } })),
  );
  expect(together.every(({ status }) => status === 200)).toBe(true);
  const keysOf = await Promise.all(together.map(async (answer) => (await answer.json()).key));
  expect(new Set(keysOf).size).toBe(1);

  const spelled = [
    code,
    code.toLowerCase(),
    ` ${code.slice(0, 3)} ${code.slice(3)} `,
    `${code.slice(0, 3)}-${code.slice(3)}`,
  ];
  for (const typed of spelled) {
    const joined = await call(server, 'POST', '/api/join', { body: { code: typed } });
    expect(joined.status).toBe(200);
    const { key, url, ...rest } = await joined.json();
    expect(rest).toEqual({ id, sheet: 'cloth', role: 'participant' });
    expect(url).toBe(`${server.url}/c/${id}#${key}`);
    const { provider } = stockClient(server, id, key);
    await synced(provider);
  }
  await server.close();
  const again = await startServer({ dataDir: server.config.dataDir });
  expect(await ask(again)).toEqual({ code, expiresAt });
  expect((await call(again, 'POST', '/api/join', { body: { code } })).status).toBe(200);
});

test('wrong codes are refused, after many of them all from there, but the code of a group that is there', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const { code } = await (await call(server, 'POST', `/api/cloths/${id}/codes`, { key: keys.participant })).json();
  const join = (typed: unknown) => call(server, 'POST', '/api/join', { body: { code: typed } });
  expect(await problemOf(await join('ACDEFGH'))).toEqual(problem(404, 'unknown-code'));
  expect(await problemOf(await join('0O1I'))).toEqual(problem(404, 'unknown-code'));
  expect(await problemOf(await join(7))).toEqual(problem(400, 'bad-request'));
  const statuses = await Promise.all(Array.from({ length: 100 }, async () => (await join('ACDEFGH')).status));
  expect(statuses).toContain(429);
  const refused = await join('ACDEFGH');
  expect(await problemOf(refused)).toMatchObject({ status: 429, code: 'too-many-requests' });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_600);
  // It was asked for from the same address, as who leads is mostly where the others are.
  expect((await join(code)).status).toBe(200);
});

test('one code is not redeemed by the thousand', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const { code } = await (await call(server, 'POST', `/api/cloths/${id}/codes`, { key: keys.participant })).json();
  const statuses = await Promise.all(
    Array.from({ length: 200 }, async () => (await call(server, 'POST', '/api/join', { body: { code } })).status),
  );
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(100);
  expect(statuses).toContain(429);
});

test('many wrong codes at the same moment are no more than many one after the other', async () => {
  const server = await startServer();
  const answers = await Promise.all(
    Array.from({ length: 360 }, (_, nth) => {
      const { alphabet } = JOIN_CODE;
      const code = `ACDEF${alphabet[nth % alphabet.length]}${alphabet[Math.floor(nth / alphabet.length)]}`;
      return call(server, 'POST', '/api/join', { body: { code } });
    }),
  );
  const looked = answers.filter(({ status }) => status === 404).length;
  expect(looked).toBe(80);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(360 - looked);
});

test('links that were replaced while the answer of the store was lost lead somewhere: the new key is told', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const participant = await rawClient(server, id, keys.participant).seated();
  const change = LevelStorage.prototype.change;
  const lost = vi.spyOn(LevelStorage.prototype, 'change').mockImplementationOnce(async function (
    this: LevelStorage,
    ...given
  ) {
    await change.apply(this, given);
    throw new StorageUnavailable('the answer was lost');
  });
  onTestFinished(() => lost.mockRestore());
  const rotate = () =>
    call(server, 'POST', `/api/cloths/${id}/keys/rotate`, { key: keys.facilitator, body: { role: 'participant' } });
  const answer = await rotate();
  expect(answer.status).toBe(200);
  const { key } = (await answer.json()) as { key: string };
  expect((await call(server, 'GET', `/api/cloths/${id}`, { key })).status).toBe(200);
  expect((await participant.closed).code).toBe(CLOSE.unauthorised);
  // One that was not stored is no more than that.
  lost.mockRejectedValueOnce(new StorageUnavailable('the disk is full'));
  expect((await rotate()).status).toBe(503);
});
