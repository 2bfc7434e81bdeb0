import { request as ask, createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { newCloth } from '../support/program.ts';
import { newDevice, openPage, write } from './client-session-support.ts';
import { metric } from './metric.ts';
import { startServer, until } from './support.ts';

/** What a school's proxy does to a page that asks for a socket. */
type Upgrade = 'answers 200' | 'answers 400' | 'cuts it off' | 'leaves it hanging' | 'lets it through';

/**
 * A proxy in front of a server, for what the network does: to sockets, and to answers that do not end (`holdsUp`: handed on
 * only when they are whole).
 */
async function proxyTo(server: { readonly port: number }, upgrade: Upgrade, { holdsUp = false } = {}): Promise<string> {
  const seen: { upgrade: Upgrade } = { upgrade };
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
  proxy.on('upgrade', (request, socket, head) => {
    socket.on('error', () => undefined);
    if (seen.upgrade === 'answers 200') socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');
    else if (seen.upgrade === 'answers 400') socket.end('HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n');
    else if (seen.upgrade === 'cuts it off') socket.destroy();
    else if (seen.upgrade === 'lets it through') {
      const onward = connect(server.port, '127.0.0.1');
      onward.on('error', () => socket.destroy());
      const lines = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`);
      onward.write(`GET ${request.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      onward.write(head);
      socket.pipe(onward).pipe(socket);
      socket.on('close', () => onward.destroy());
    }
  });
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    proxy.close();
    proxy.closeAllConnections();
  });
  return `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
}

const texts = (page: Awaited<ReturnType<typeof openPage>>) =>
  page.snapshot.getState().items.map(({ text }) => text.replace(/-\d+$/, ''));

test.each<Upgrade>(['answers 200', 'answers 400', 'cuts it off', 'leaves it hanging'])(
  'where the network %s when it is asked for a socket, one writes, is saved and sees the others all the same',
  async (upgrade) => {
    const server = await startServer();
    const cloth = await newCloth(server.url, { title: 'leesplezier' });
    const gemma = await openPage(server.url, cloth);
    const caroline = await openPage(await proxyTo(server, upgrade), cloth);
    await until('Caroline may write', () => caroline.mayWrite);
    caroline.sitDown('Caroline');
    expect(write(caroline, 'filmmateriaal')).toBe(true);
    await until('it is saved', () => caroline.saved.getState().kind === 'saved');
    expect(await metric(server, 'tafelkleed_lines')).toBe(1);
    await until('Gemma sees it', () => texts(gemma).includes('filmmateriaal'));
    write(gemma, 'boekenlijst');
    await until('Caroline sees hers', () => texts(caroline).includes('boekenlijst'));
    await until('they see each other', () => gemma.present.getState().some(({ name }) => name === 'Caroline'));
    caroline.close();
    await until('Caroline is gone', () => gemma.present.getState().every(({ name }) => name !== 'Caroline'));
    await until('her line too', async () => (await metric(server, 'tafelkleed_lines')) === 0);
  },
);

test('answers that are held up on the way until they end bring what there is all the same', async () => {
  const server = await startServer();
  const cloth = await newCloth(server.url, { title: 'leesplezier' });
  const gemma = await openPage(server.url, cloth);
  const caroline = await openPage(await proxyTo(server, 'answers 400', { holdsUp: true }), cloth);
  await until('Caroline may write', () => caroline.mayWrite);
  write(caroline, 'filmmateriaal');
  await until('it is saved', () => caroline.saved.getState().kind === 'saved');
  write(gemma, 'boekenlijst');
  await until('Caroline sees hers', () => texts(caroline).includes('boekenlijst'));
});

test('rights are those of the key, and a key that opens nothing is refused as on a socket', async () => {
  const server = await startServer();
  const cloth = await newCloth(server.url, { title: 'leesplezier' });
  const origin = await proxyTo(server, 'answers 400');
  const viewer = await openPage(origin, cloth, 'viewer');
  await until('it sees the cloth', () => viewer.saved.getState().kind === 'saved');
  expect(viewer.mayWrite).toBe(false);
  expect(viewer.role).toBe('viewer');

  const device = newDevice();
  const epoch = 'another';
  device.cloths.remember(cloth.id, { epoch, keys: { participant: cloth.keys.participant } });
  await expect(openPage(origin, cloth, 'participant', device)).rejects.toMatchObject({ code: 'unknown-cloth' });
});
