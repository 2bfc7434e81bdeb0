import { expect, test } from 'vitest';
import { network, openPage } from './client-session-support.ts';
import { makeCloth, startServer, until } from './support.ts';

test('whoever is cut off without a word is no ghost for longer than 35 s', async () => {
  const server = await startServer();
  const cloth = await makeCloth(server);
  const way = await network(server.url);
  const [gemma, heleen] = [await openPage(way.url, cloth), await openPage(server.url, cloth)];
  gemma.sitDown('Gemma');
  await until('they know each other', () => heleen.present.getState()[0]?.name === 'Gemma');
  way.strand();
  gemma.close();
  await until('her ghost is gone', () => heleen.present.getState().length === 0, 35_000);
  expect(heleen.saved.getState()).toEqual({ kind: 'saved' });
});
