import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { SyncSocket } from '../../server/sync/connection/sync-socket.ts';
import { CLOSE } from '../../shared/model/protocol.ts';

/** Both ends of one socket, the server's attached to its stream as the gateway does it, and what the other end heard. */
async function bothEnds(): Promise<{ near: SyncSocket; far: WebSocket; heard: Buffer[] }> {
  const http = createServer().listen(0, '127.0.0.1');
  await once(http, 'listening');
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false, WebSocket: SyncSocket });
  const upgraded = new Promise<SyncSocket>((resolve) => {
    http.on('upgrade', (request, stream, head) =>
      server.handleUpgrade(request, stream, head, (socket) => {
        socket.attach(stream);
        resolve(socket);
      }),
    );
  });
  const far = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
  const heard: Buffer[] = [];
  far.on('message', (data: Buffer) => heard.push(data));
  onTestFinished(() => {
    far.terminate();
    http.close();
  });
  const [near] = await Promise.all([upgraded, once(far, 'open')]);
  return { near, far, heard };
}

const message = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => (index + length) % 251);

test('messages of every length arrive whole and in order, also those of one turn and the same one twice', async () => {
  const { near, far, heard } = await bothEnds();
  const lengths = [1, 125, 126, 127, 16_384, 16_385, 65_535, 65_536, 300_000, 2];
  const same = message(7);
  const sent = [...lengths.map(message), same, same, ...lengths.toReversed().map(message)];
  for (const one of sent) near.line.send(one);
  await new Promise(setImmediate);
  near.line.send(message(3));
  near.close(CLOSE.restarting);
  await once(far, 'close');
  expect(heard.map((one) => [...one])).toEqual([...sent, message(3)].map((one) => [...one]));
});

test('what was said before closing arrives before it, and nothing after', async () => {
  const { near, far, heard } = await bothEnds();
  near.line.send(message(5));
  near.close(CLOSE.closedForGood, 'gone');
  near.line.send(message(6));
  const [code] = await once(far, 'close');
  expect(code).toBe(CLOSE.closedForGood);
  expect(heard.map(({ length }) => length)).toEqual([5]);
});

test('it counts what waits, and says when all of it has left', async () => {
  const { near } = await bothEnds();
  expect(near.line.waitingBytes).toBe(0);
  near.line.send(message(100));
  expect(near.line.waitingBytes).toBeGreaterThanOrEqual(100);
  await new Promise<void>((resolve) => near.line.flush(resolve));
  expect(near.line.waitingBytes).toBe(0);
});
