import { expect, test } from 'vitest';
import { newCloth } from '../support/program.ts';
import { newDevice, openPage, write } from './client-session-support.ts';
import { metric } from './metric.ts';
import { proxyTo, type Upgrade } from './school-proxy.ts';
import { startServer, until } from './support.ts';

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
