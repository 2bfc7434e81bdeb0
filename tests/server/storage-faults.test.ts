import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClassicLevel } from 'classic-level';
import { expect, onTestFinished, test } from 'vitest';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { CLOSE } from '../../shared/model/protocol.ts';
import { newCloth } from '../support/program.ts';
import { metric } from './metric.ts';
import {
  call,
  durable,
  freshDirectory,
  initiativeOf,
  makeCloth,
  rawClient,
  scribe,
  startServer,
  stockClient,
  synced,
  until,
} from './support.ts';

const canLimitFiles = spawnSync('prlimit', ['--version']).status === 0;

/** What makes root heed what a directory allows; others do by themselves. */
const BOUND = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override'] : [];
const canBeBound = BOUND.length === 0 || spawnSync('setpriv', [...BOUND.slice(1), 'true']).status === 0;

/** The built program with its process id, so that its limits can be changed while it runs. */
async function startLimitable(
  dataDir: string,
  { wrapper = [], variables = {} }: { wrapper?: readonly string[]; variables?: Readonly<Record<string, string>> } = {},
): Promise<{ url: string; pid: number; kill(): Promise<void>; stop(): Promise<number | null> }> {
  const [command = '', ...words] = [...wrapper, process.execPath, 'dist/server/main.js'];
  const child = spawn(command, words, {
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', ...variables },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  onTestFinished(kill);
  const url = await new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const port = /localhost:(\d+)/.exec(chunk.toString())?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    });
  });
  const stop = async (): Promise<number | null> => {
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    return code;
  };
  return { url, pid: child.pid ?? 0, kill, stop };
}

/** From now on no file of the process can grow beyond this: to it, the disk is full. */
function limitFiles(pid: number, bytes: number | 'unlimited'): void {
  const { status } = spawnSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
  expect(status).toBe(0);
}

test.skipIf(!canLimitFiles)(
  'with the disk full the cloth stays live and says that it is not saved; with room again all is saved by itself',
  async () => {
    const dataDir = await freshDirectory();
    const program = await startLimitable(dataDir);
    const syncUrl = `${program.url.replace('http', 'ws')}/sync`;
    const { id, keys } = await newCloth(program.url, { title: 'before' });
    const writer = stockClient({ syncUrl }, id, keys.participant);
    await synced(writer.provider);
    await durable(writer.provider, 1);
    const onlooker = await rawClient({ syncUrl }, id, keys.viewer).seated();
    onlooker.ask();

    limitFiles(program.pid, 16);
    openCloth(writer.doc).initiative.insert(0, 'during ');
    let saved = false;
    const acknowledged = durable(writer.provider, 2).then(() => {
      saved = true;
    });
    await until('the onlooker sees it all the same', () => initiativeOf(onlooker.doc) === 'during before');
    await until('and is told', () => onlooker.warnings.includes('storage'));
    const ready = await call(program, 'GET', '/readyz');
    expect(ready.status).toBe(503);
    expect(((await ready.json()) as { problem: string }).problem).toMatch(/\w/);
    expect((await call(program, 'POST', '/api/cloths')).status).toBe(503);
    // Someone who comes in now is let in: the cloth and its keys are in memory.
    const late = stockClient({ syncUrl }, id, keys.participant);
    await synced(late.provider);
    openCloth(late.doc).initiative.insert(0, 'also ');
    await until('the onlooker sees that too', () => initiativeOf(onlooker.doc) === 'also during before');
    expect(saved).toBe(false);

    limitFiles(program.pid, 'unlimited');
    await acknowledged;
    await durable(late.provider, 1);
    await until('all are told', () => onlooker.warnings.includes('storage-ok'));
    await until('it is ready again', async () => (await call(program, 'GET', '/readyz')).status === 200);
    expect((await call(program, 'POST', '/api/cloths')).status).toBe(201);
    writer.provider.destroy();
    late.provider.destroy();

    await program.kill();
    const again = await startLimitable(dataDir);
    const reader = stockClient({ syncUrl: `${again.url.replace('http', 'ws')}/sync` }, id, keys.viewer);
    await synced(reader.provider);
    expect(initiativeOf(reader.doc)).toBe('also during before');
  },
);

test.skipIf(!canLimitFiles)('while the disk is full any number of acks waits in little memory', async () => {
  const program = await startLimitable(await freshDirectory(), { variables: { MESSAGES_PER_SECOND: '1000000' } });
  const syncUrl = `${program.url.replace('http', 'ws')}/sync`;
  const { id, keys } = await newCloth(program.url);
  const client = await rawClient({ syncUrl }, id, keys.participant).seated();
  limitFiles(program.pid, 16);
  client.sendUpdate(scribe(7)('unsaved'));
  await until('the disk is known to be full', () => client.warnings.includes('storage'));
  const before = await metric(program, 'process_resident_memory_bytes');
  const acks = 'tafelkleed_messages_total{kind="mark"}';
  for (let ack = 1; ack <= 300_000; ack++) client.sendAck(ack);
  await until('all are in', async () => (await metric(program, acks)) === 300_000);
  expect((await metric(program, 'process_resident_memory_bytes')) - before).toBeLessThan(60 * 1024 * 1024);
  limitFiles(program.pid, 'unlimited');
  await until('the newest comes back', () => client.acks.at(-1) === 300_000);
});

test.skipIf(!canLimitFiles)('who stops a server that could not save everything is told so', async () => {
  const program = await startLimitable(await freshDirectory());
  const syncUrl = `${program.url.replace('http', 'ws')}/sync`;
  const { id, keys } = await newCloth(program.url);
  const client = await rawClient({ syncUrl }, id, keys.participant).seated();
  limitFiles(program.pid, 16);
  client.sendUpdate(scribe(7)('lost'));
  await until('the disk is known to be full', () => client.warnings.includes('storage'));
  expect(await program.stop()).toBe(1);
});

test.skipIf(!canLimitFiles)(
  'a deletion that the full disk refuses leaves the cloth as it was, and what was written meanwhile is saved',
  async () => {
    const program = await startLimitable(await freshDirectory());
    const syncUrl = `${program.url.replace('http', 'ws')}/sync`;
    const other = await newCloth(program.url);
    const { id, keys } = await newCloth(program.url, { title: 'kept' });
    const [otherWriter, writer] = [
      stockClient({ syncUrl }, other.id, other.keys.participant),
      stockClient({ syncUrl }, id, keys.participant),
    ];
    await Promise.all([synced(otherWriter.provider), synced(writer.provider)]);
    await Promise.all([durable(otherWriter.provider, 1), durable(writer.provider, 1)]);
    const onlooker = await rawClient({ syncUrl }, id, keys.viewer).seated();

    limitFiles(program.pid, 16);
    // Until this one can be stored the disk is tried again now and then, and the deletion waits for its turn.
    openCloth(otherWriter.doc).initiative.insert(0, 'first ');
    await until('the disk is known to be full', () => onlooker.warnings.includes('storage'));
    const deletion = call(program, 'DELETE', `/api/cloths/${id}`, { key: keys.facilitator });
    await sleep(50);
    openCloth(writer.doc).initiative.insert(0, 'meanwhile ');
    expect((await deletion).status).toBe(503);

    limitFiles(program.pid, 'unlimited');
    await durable(writer.provider, 2);
    const reader = stockClient({ syncUrl }, id, keys.viewer);
    await synced(reader.provider);
    expect(initiativeOf(reader.doc)).toBe('meanwhile kept');
    for (const { provider } of [otherWriter, writer, reader]) provider.destroy();
  },
);

test.skipIf(process.platform === 'win32' || !canBeBound)(
  'a data directory that may only be read is waited for: the server lives, says so, and serves once it may be written to',
  async () => {
    const dataDir = await freshDirectory();
    const first = await startLimitable(dataDir, { wrapper: BOUND });
    const { id, keys } = await newCloth(first.url, { title: 'leesplezier' });
    await first.kill();
    await chmod(dataDir, 0o500);
    const server = await startLimitable(dataDir, { wrapper: BOUND });
    expect((await call(server, 'GET', '/healthz')).status).toBe(200);
    const ready = await call(server, 'GET', '/readyz');
    expect([ready.status, await ready.text()]).toEqual([503, expect.stringMatching(/permission denied/i)]);
    expect((await call(server, 'GET', `/api/cloths/${id}`, { key: keys.viewer })).status).toBe(503);
    await chmod(dataDir, 0o700);
    await until('it is ready', async () => (await call(server, 'GET', '/readyz')).status === 200, 20_000);
    expect((await call(server, 'GET', `/api/cloths/${id}`, { key: keys.viewer })).status).toBe(200);
  },
);

test('a server whose data directory cannot be opened starts, says so, and serves as soon as it can', async () => {
  const parent = await freshDirectory();
  const dataDir = join(parent, 'data');
  const first = await startServer({ dataDir });
  const { id, keys } = await makeCloth(first, { title: 'leesplezier' });
  await first.close();
  await rename(dataDir, join(parent, 'away'));
  await writeFile(dataDir, 'no directory');

  const server = await startServer({ dataDir });
  expect((await call(server, 'GET', '/healthz')).status).toBe(200);
  expect((await call(server, 'GET', '/readyz')).status).toBe(503);
  expect((await call(server, 'POST', '/api/cloths')).status).toBe(503);
  expect((await call(server, 'GET', `/api/cloths/${id}`, { key: keys.viewer })).status).toBe(503);
  expect((await rawClient(server, id, keys.viewer).closed).code).toBe(CLOSE.tryLater);
  const { doc, provider } = stockClient(server, id, keys.viewer);

  await rm(dataDir);
  await rename(join(parent, 'away'), dataDir);
  await until('the stock client came in by itself', () => provider.synced, 20_000);
  expect(initiativeOf(doc)).toBe('leesplezier');
  expect((await call(server, 'GET', '/readyz')).status).toBe(200);
});

test('a cloth with a damaged record is served as far as it can be read, is healed by who has it whole, and is not compacted', async () => {
  const dataDir = await freshDirectory();
  const first = await startServer({ dataDir });
  const { id, keys } = await makeCloth(first);
  const { id: other } = await makeCloth(first);
  const copy = stockClient(first, id, keys.participant);
  await synced(copy.provider);
  const words = openCloth(copy.doc).initiative;
  for (let times = 1; times <= 200; times++) {
    words.insert(words.length, `${times} `);
    if (times % 20 === 0) await durable(copy.provider, times);
  }
  copy.provider.disconnect();
  await first.close();
  const db = new ClassicLevel<string, Uint8Array>(dataDir, { valueEncoding: 'view' });
  const logKeys = await db.keys({ gte: `log!${id}!0`, lt: `log!${id}!a` }).all();
  const damagedKey = logKeys[Math.floor(logKeys.length / 2)] ?? '';
  await db.put(damagedKey, new Uint8Array([1, 2, 3, 4, 5, 6]));
  await db.put(`cloth!${other}`, new Uint8Array([1, 2, 3, 4, 5, 6]));
  await db.close();

  const server = await startServer({ dataDir, limits: { roomIdleMs: 0 } });
  const reader = stockClient(server, id, keys.viewer);
  await synced(reader.provider);
  expect(initiativeOf(reader.doc)).toMatch(/^1 2 3 /);
  expect(initiativeOf(reader.doc)).not.toContain('200');
  const metrics = async () => (await call(server, 'GET', '/metrics')).text();
  for (const cloth of [id, other]) {
    await until('it is named', async () => (await metrics()).includes(`tafelkleed_damaged_cloth{cloth="${cloth}"} 1`));
  }

  const healer = stockClient(server, id, keys.participant, copy.doc);
  await synced(healer.provider);
  await durable(healer.provider, 1);
  await until('the reader has it whole', () => initiativeOf(reader.doc) === words.toString());
  for (const { provider } of [reader, healer]) provider.destroy();
  await until('the room is forgotten', async () =>
    (await (await call(server, 'GET', '/metrics')).text()).includes('tafelkleed_rooms 0'),
  );
  const again = stockClient(server, id, keys.viewer);
  await synced(again.provider);
  expect(initiativeOf(again.doc)).toBe(words.toString());
  again.provider.destroy();
  await server.close();

  const after = new ClassicLevel<string, Uint8Array>(dataDir, { valueEncoding: 'view' });
  expect([...((await after.get(damagedKey)) ?? [])]).toEqual([1, 2, 3, 4, 5, 6]);
  expect(await after.keys({ gte: `log!${id}!0`, lt: `log!${id}!a` }).all()).toEqual(expect.arrayContaining(logKeys));
  await after.close();
});
