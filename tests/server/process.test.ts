import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer as createTcpServer } from 'node:net';
import * as encoding from 'lib0/encoding';
import { expect, onTestFinished, test } from 'vitest';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { CLOSE } from '../../shared/model/protocol.ts';
import { newCloth, startProgram } from '../support/program.ts';
import { freshDirectory, initiativeOf, rawClient, stockClient, synced, until } from './support.ts';

/** Runs the built program until it ends; resolves with its exit code and what it wrote to standard error. */
async function runUntilExit(variables: Record<string, string>): Promise<{ code: number | null; errors: string }> {
  const dataDir = await freshDirectory();
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, ...variables },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const [code] = await once(child, 'close');
  return { code, errors };
}

test('a wrong variable ends the program with one line that names it', async () => {
  const { code, errors } = await runUntilExit({ PORT: 'eighty' });
  expect({ code, errors }).toEqual({ code: 1, errors: 'PORT: must be a whole number\n' });
});

test('a port in use ends it too, and says so', async () => {
  const other = createTcpServer();
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => {
    other.close();
  });
  const address = other.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  const { code, errors } = await runUntilExit({ PORT: port });
  expect(code).toBe(1);
  expect(errors).toMatch(/^PORT: [^\n]+\n$/);
});

test('the addresses stand alone on standard output; the log, in lines of JSON, goes to standard error', async () => {
  const dataDir = await freshDirectory();
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let out = '';
  let log = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString();
  });
  await until('the address is there', () => out.includes('\n'), 30_000);
  child.kill('SIGTERM');
  await once(child, 'close');
  expect(out).toMatch(/^Tafelkleed: http:\/\/localhost:\d+\n$/);
  const messages = log
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { msg: string }).msg);
  expect(messages).toContain('listening');
});

test.skipIf(spawnSync('script', ['--version']).status !== 0)(
  'on a terminal the first that a person sees is the address',
  async () => {
    const dataDir = await freshDirectory();
    const child = spawn('script', ['-qec', `${process.execPath} dist/server/main.js`, '/dev/null'], {
      env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    let seen = '';
    child.stdout.on('data', (chunk: Buffer) => {
      seen += chunk.toString();
    });
    await until('something is seen', () => seen.includes('\n'), 30_000);
    expect(seen).toMatch(/^Tafelkleed: http:\/\/localhost:\d+\r?\n/);
  },
);

test('SIGTERM saves everything, closes with 1012 and ends with 0 within ten seconds', async () => {
  const program = await startProgram();
  onTestFinished(() => program.close());
  const syncUrl = `${program.url.replace('http', 'ws')}/sync`;
  const { id, keys } = await newCloth(program.url);
  const { doc, provider } = stockClient({ syncUrl }, id, keys.participant);
  await synced(provider);
  const listener = await rawClient({ syncUrl }, id, keys.viewer).seated();

  openCloth(doc).initiative.insert(0, 'last words');
  await new Promise((resolve) => setImmediate(resolve));
  const started = performance.now();
  const code = await program.stop();
  expect(code).toBe(0);
  expect(performance.now() - started).toBeLessThan(10_000);
  expect((await listener.closed).code).toBe(CLOSE.restarting);
  provider.destroy();

  const again = await startProgram({ DATA_DIR: program.dataDir });
  onTestFinished(() => again.stop().then(() => undefined));
  const reader = stockClient({ syncUrl: `${again.url.replace('http', 'ws')}/sync` }, id, keys.viewer);
  await synced(reader.provider);
  expect(initiativeOf(reader.doc)).toBe('last words');
});

test('a second Ctrl-C, which npm passes on, does not cut short the saving that the first began', async () => {
  const dataDir = await freshDirectory();
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  await until('the address is there', () => out.includes('\n'));
  const url = `http://127.0.0.1:${/localhost:(\d+)/.exec(out)?.[1]}`;
  const { id, keys } = await newCloth(url);
  // Whoever does not answer the close holds the stopping up for a moment.
  const deaf = await rawClient({ syncUrl: `${url.replace('http', 'ws')}/sync` }, id, keys.viewer).seated();
  deaf.socket.pause();
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(child.exitCode).toBeNull();
  child.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
});

/** Kinds of content that hold JSON, by their numbers in Yjs's format. */
const CONTENT = { json: 2, embed: 5, format: 6 } as const;

/** An update with one piece of content, by its number in Yjs's format, of which the JSON is broken. */
function brokenJson(content: number, ...strings: string[]): Uint8Array {
  const encoder = encoding.createEncoder();
  // One client with one struct: client 777, clock 0, content without neighbours in the root type "meta".
  for (const number of [1, 1, 777, 0, content, 1]) encoding.writeVarUint(encoder, number);
  encoding.writeVarString(encoder, 'meta');
  if (content === CONTENT.json) encoding.writeVarUint(encoder, strings.length);
  for (const text of strings) encoding.writeVarString(encoder, text);
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

test('neither keys nor words stand in the log, however talkative', async () => {
  const dataDir = await freshDirectory();
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'trace' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const url = await new Promise<string>((resolve) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const port = /localhost:(\d+)/.exec(said)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
  });
  const { id, keys } = await newCloth(url, { title: 'secret-initiative' });
  const bearer = { authorization: `Bearer ${keys.facilitator}` };
  await fetch(`${url}/api/cloths/${id}?key=${keys.facilitator}`, { headers: bearer });
  await fetch(`${url}/api/cloths/${id}/export`, { headers: bearer });
  const syncUrl = `${url.replace('http', 'ws')}/sync`;
  // Addresses as they look when mail programs and people have had them.
  const key = keys.facilitator;
  const mangled = [`c/${id}%23${key}`, `c/${id}%3Fkey=${key}`, `c/${id}/${key}`, `c/${key}`, `%zz?key=${key}`, key];
  for (const path of mangled) {
    await fetch(`${url}/${path}`);
    await fetch(`${url}/${path}`, { headers: { accept: 'text/html' } });
    await fetch(`${url}/api/cloths/${path}`);
  }
  const { doc, provider } = stockClient({ syncUrl }, id, keys.participant);
  await synced(provider);
  openCloth(doc).initiative.insert(0, 'secret-words');
  const broken = [
    brokenJson(CONTENT.embed, 'secret-embed'),
    brokenJson(CONTENT.format, 'bold', 'secret-format'),
    brokenJson(CONTENT.json, 'secret-json'),
  ];
  for (const update of broken) {
    const hostile = await rawClient({ syncUrl }, id, keys.participant).seated();
    hostile.sendUpdate(update);
    expect((await hostile.closed).code).toBe(CLOSE.badFrame);
  }
  await rawClient({ syncUrl }, key, id).closed;
  const wrong = rawClient({ syncUrl }, id, 'wrong-but-secret-key');
  await wrong.closed;
  const viewer = stockClient({ syncUrl }, id, keys.viewer);
  await synced(viewer.provider);
  viewer.provider.destroy();
  provider.destroy();
  child.kill('SIGTERM');
  await once(child, 'close');
  expect(said).toContain(id);
  expect(said).toContain('/c/:id');
  expect(said).toContain('SyntaxError');
  for (const secret of [...Object.values(keys), 'secret-']) expect(said).not.toContain(secret);
});
