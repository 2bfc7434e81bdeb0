import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { LevelStorage } from '../../server/storage/leveldb.ts';
import { CLOSE } from '../../shared/model/protocol.ts';
import { newCloth, startProgram } from '../support/program.ts';
import { makeCloth, RawClient, rawClient, startServer, until } from './support.ts';

const MIB = 1024 * 1024;

/** The head of a binary frame of nearly 8 MiB, of which the last byte never comes. */
const LARGE_FRAME = Buffer.from([0x82, 0x80 | 127, 0, 0, 0, 0, 0, 0x7f, 0xff, 0xff, 0, 0, 0, 0]);

interface Stranger {
  readonly socket: Socket;
  /** The first line of what it was answered. */
  readonly answer: Promise<string>;
  readonly closed: Promise<unknown>;
}

/** Somebody with a key that opens nothing, who does not heed the rules of closing. */
function stranger(url: string, path: string): Stranger {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  onTestFinished(() => {
    socket.destroy();
  });
  socket.on('error', () => undefined);
  const head = ['Host: x', 'Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='];
  socket.write(`GET /sync/${path} HTTP/1.1\r\n${[...head, 'Sec-WebSocket-Version: 13'].join('\r\n')}\r\n\r\n`);
  const answer = once(socket, 'data').then(([data]) => String(data).split('\r\n')[0] ?? '');
  socket.on('data', () => undefined);
  return { socket, answer, closed: new Promise((resolve) => socket.once('close', resolve)) };
}

async function memoryOf(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\d+)/m.exec(metrics)?.[1]);
}

test('who was refused and goes on sending costs no memory, and is cut off soon', async () => {
  const program = await startProgram({ LOG_LEVEL: 'error' });
  onTestFinished(() => program.close());
  const { id } = await newCloth(program.url);
  const before = await memoryOf(program.url);
  const strangers = Array.from({ length: 40 }, () => stranger(program.url, `${id}?key=wrong`));
  await Promise.all(strangers.map(({ answer }) => answer));
  const began = performance.now();
  const part = Buffer.alloc(64 * 1024, 1);
  for (const { socket } of strangers) {
    socket.write(LARGE_FRAME);
    for (let sent = 0; sent < 7 * MIB; sent += part.length) socket.write(part);
  }
  let most = 0;
  let left = strangers.length;
  for (const { closed } of strangers) closed.then(() => left--);
  await until('all are gone', async () => {
    most = Math.max(most, await memoryOf(program.url));
    return left === 0;
  });
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(most - before).toBeLessThan(100 * MIB);
});

test('who was refused is told why, also in the middle of all it has to say', async () => {
  const server = await startServer();
  const { id } = await makeCloth(server);
  const talkative = rawClient(server, id, 'wrong');
  await once(talkative.socket, 'open');
  for (let times = 0; times < 20; times++) talkative.send(new Uint8Array(200_000));
  expect((await talkative.closed).code).toBe(CLOSE.unauthorised);
});

test('sockets without a seat are limited too, and make room for the honest when they are gone', async () => {
  const server = await startServer({ limits: { connections: 10 } });
  const { id, keys } = await makeCloth(server);
  const strangers = Array.from({ length: 150 }, () => stranger(server.url, `${id}?key=wrong`));
  const answers = await Promise.all(strangers.map(({ answer }) => answer));
  expect(answers.filter((answer) => answer.includes(' 101 ')).length).toBe(100);
  expect(answers.filter((answer) => answer.includes(' 503 ')).length).toBe(50);
  await Promise.all(strangers.map(({ closed }) => closed));
  await rawClient(server, id, keys.viewer).seated();
});

test('who cannot be let in for a long time is asked to come again, and has kept nothing here meanwhile', async () => {
  const server = await startServer({ limits: { admissionMs: 300 } });
  const { id, keys } = await makeCloth(server);
  const loading = vi.spyOn(LevelStorage.prototype, 'load').mockReturnValue(new Promise(() => undefined));
  onTestFinished(() => loading.mockRestore());
  const waiting = new RawClient(server, `${id}?key=${keys.participant}`);
  await once(waiting.socket, 'open');
  // More than the network holds: were it read, all of it would have left.
  for (let times = 0; times < 20; times++) waiting.send(new Uint8Array(MIB));
  expect(waiting.socket.bufferedAmount).toBeGreaterThan(0);
  expect((await waiting.closed).code).toBe(CLOSE.tryLater);
});
