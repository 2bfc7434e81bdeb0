import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { readSnapshot } from '../../shared/document/read.ts';
import { boxAt } from '../../shared/layout/boxes.ts';
import { smallCloth } from '../support/cloth.ts';
import { layOn, newSheet } from '../support/program.ts';
import {
  call,
  durable,
  freshDirectory,
  initiativeOf,
  makeCloth,
  problem,
  problemOf,
  rawClient,
  startServer,
  stockClient,
  synced,
  until,
} from './support.ts';

test('a theme sheet and a room are made, opened, handed out, closed and deleted as a cloth is, each at its own address', async () => {
  const dataDir = await freshDirectory();
  const server = await startServer({ dataDir });
  const made = {
    cloths: await makeCloth(server, { title: 'leesplezier' }),
    themes: await newSheet(server.url, 'themes', { title: 'taal' }),
    commons: await newSheet(server.url, 'commons', { name: 'De Regenboog', locale: 'nl' }),
  };
  const pages = { cloths: 'c', themes: 't', commons: 'r' };
  const sheets = { cloths: 'cloth', themes: 'theme', commons: 'commons' };
  const kinds = ['cloths', 'themes', 'commons'] as const;
  for (const api of kinds) {
    const { id, keys, urls } = made[api];
    const at = `/api/${api}/${id}`;
    expect(urls.viewer).toBe(`${server.url}/${pages[api]}/${id}#${keys.viewer}`);
    const looked = await call(server, 'GET', at, { key: keys.participant });
    expect(await looked.json()).toMatchObject({ id, role: 'participant', sheet: sheets[api], closed: false });
    // An id of another kind is not found.
    for (const other of kinds.filter((kind) => kind !== api)) {
      const asked = await call(server, 'GET', `/api/${other}/${id}`, { key: keys.facilitator });
      expect(await problemOf(asked)).toEqual(problem(404, 'unknown-cloth'));
    }
    const link = await call(server, 'POST', `${at}/keys`, { key: keys.participant, body: { role: 'viewer' } });
    expect(((await link.json()) as { url: string }).url).toContain(`/${pages[api]}/${id}#`);
    const { code } = (await (await call(server, 'POST', `${at}/codes`, { key: keys.participant })).json()) as {
      code: string;
    };
    const joined = await call(server, 'POST', '/api/join', { body: { code } });
    expect(await joined.json()).toMatchObject({ id, sheet: sheets[api], role: 'participant' });

    const { doc, provider } = stockClient(server, id, keys.participant);
    await synced(provider);
    expect(doc.getMap('meta').get('sheet')).toBe(api === 'cloths' ? undefined : sheets[api]);
    doc.getMap('unknown').set('kept', true);
    await durable(provider, 1);
    provider.destroy();
  }
  expect(initiativeOf(await documentOf(server, made.themes))).toBe('taal');
  await server.close();

  const again = await startServer({ dataDir });
  for (const api of kinds) {
    const { id, keys } = made[api];
    expect((await documentOf(again, made[api])).getMap('unknown').get('kept')).toBe(true);
    expect((await call(again, 'DELETE', `/api/${api}/${id}`, { key: keys.facilitator })).status).toBe(204);
    expect((await call(again, 'GET', `/api/${api}/${id}`, { key: keys.facilitator })).status).toBe(404);
  }
});

test('a cloth becomes a theme for who has a key of it; a name that is missing or a stranger’s cloth is refused', async () => {
  const server = await startServer();
  const cloth = await makeCloth(server, { title: 'leesplezier', locale: 'nl' });
  const make = (key: string | undefined, body: unknown) =>
    call(server, 'POST', '/api/themes', { body, ...(key !== undefined && { key }) });
  await layOn(server.url, cloth, { ...readSnapshot(smallCloth()), initiative: 'leesplezier' });
  const made = await make(cloth.keys.viewer, { cloth: cloth.id });
  const theme = readSnapshot(openCloth(await documentOf(server, await made.json())));
  expect(theme.initiative).toBe('leesplezier');
  // What it knows lies in its boxes, and the cloth itself is where its name leads.
  expect(theme.items.map(({ text, pos, leadsTo }) => [text, boxAt(pos), leadsTo])).toEqual([
    ['leesplezier', 'initiatives', cloth.id],
    ['Heleen', 'network', ''],
    ['boeken', 'ideas', ''],
  ]);
  const leader = await rawClient(server, cloth.id, cloth.keys.facilitator).seated();
  leader.sendSession({ hidden: true });
  await until(
    'words are hidden there',
    async () => (await make(cloth.keys.participant, { cloth: cloth.id })).status === 409,
  );
  expect(await problemOf(await make(undefined, { cloth: cloth.id }))).toEqual(problem(401, 'key-missing'));
  expect(await problemOf(await make('wrong', { cloth: cloth.id }))).toEqual(problem(401, 'key-wrong'));
  expect(await problemOf(await make(cloth.keys.viewer, { cloth: 'none' }))).toEqual(problem(404, 'unknown-cloth'));
  const nameless = await call(server, 'POST', '/api/commons', { body: {} });
  expect(await problemOf(nameless)).toEqual(problem(400, 'bad-request'));
});

test('individual sheets of a theme are theme sheets; a room has none, and no file but of its year', async () => {
  const server = await startServer();
  const theme = await newSheet(server.url, 'themes', { title: 'taal' });
  const { doc, provider } = stockClient(server, theme.id, theme.keys.participant);
  await synced(provider);
  const [seat = ''] = openCloth(doc).seats.keys();
  const path = `/api/themes/${theme.id}/individuals`;
  const answer = await call(server, 'POST', path, { key: theme.keys.participant, body: { seat } });
  const own = (await answer.json()) as { id: string; keys: { participant: string }; urls: { participant: string } };
  expect(own.urls.participant).toContain(`/t/${own.id}#`);
  const looked = await call(server, 'GET', `/api/themes/${own.id}`, { key: own.keys.participant });
  expect(await looked.json()).toMatchObject({ sheet: 'theme', parent: theme.id });

  const { id, keys } = await newSheet(server.url, 'commons');
  for (const [method, what] of [
    ['POST', 'individuals'],
    ['POST', 'import'],
  ] as const) {
    const asked = await call(server, method, `/api/commons/${id}/${what}`, { key: keys.facilitator });
    expect(await problemOf(asked)).toEqual(problem(404, 'not-found'));
  }
  const file = await call(server, 'GET', `/api/commons/${id}/export?format=json`, { key: keys.facilitator });
  expect(await problemOf(file)).toEqual(problem(400, 'bad-request'));
});

async function documentOf(
  server: Parameters<typeof stockClient>[0],
  { id, keys }: { readonly id: string; readonly keys: { readonly viewer: string } },
): Promise<Y.Doc> {
  const { doc, provider } = stockClient(server, id, keys.viewer, new Y.Doc());
  await synced(provider);
  return doc;
}
