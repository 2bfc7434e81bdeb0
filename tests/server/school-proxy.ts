import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What a school's proxy does to a page that asks for a socket. */
export type Upgrade = 'answers 200' | 'answers 400' | 'cuts it off' | 'leaves it hanging';

/**
 * A proxy in front of a server, for what the network does: to sockets, and to answers that do not end (`holdsUp`: handed on
 * only when they are whole).
 */
export async function proxyTo(
  server: { readonly port: number },
  upgrade: Upgrade,
  { holdsUp = false } = {},
): Promise<string> {
  const proxy = createServer((request, response) => {
    const { method = 'GET', url = '/', headers } = request;
    const onward = ask({ port: server.port, host: '127.0.0.1', method, path: url, headers }, (answer) => {
      const { statusCode = 500 } = answer;
      if (!holdsUp) {
        response.writeHead(statusCode, answer.headers);
        answer.pipe(response);
        return;
      }
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () => response.writeHead(statusCode, { ...answer.headers }).end(Buffer.concat(pieces)));
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  proxy.on('upgrade', (_request, socket) => {
    socket.on('error', () => undefined);
    if (upgrade === 'answers 200') socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');
    else if (upgrade === 'answers 400') socket.end('HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n');
    else if (upgrade === 'cuts it off') socket.destroy();
  });
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    proxy.close();
    proxy.closeAllConnections();
  });
  return `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
}
