import { expect, test } from 'vitest';
import { addItems, removeItems } from '../../shared/commands/items.ts';
import { keepMoment } from '../../shared/commands/moments.ts';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { readSnapshot } from '../../shared/document/read.ts';
import { FORM_IDS, FORMS } from '../../shared/formats/forms.ts';
import { PICTURE_IDS, PICTURES } from '../../shared/formats/pictures/pictures.ts';
import { item } from '../support/cloth.ts';
import { decodePng, inkIn } from '../support/picture.ts';
import { call, makeCloth, problem, problemOf, rawClient, startServer, stockClient, synced, until } from './support.ts';

test('export and import: the file adds to what is there, for everyone who is looking, and never replaces', async () => {
  const server = await startServer();
  const first = await makeCloth(server, { title: 'leesplezier' });
  const second = await makeCloth(server);
  const exported = await call(server, 'GET', `/api/cloths/${first.id}/export?format=json`, { key: first.keys.viewer });
  expect(exported.headers.get('content-disposition')).toContain('.tafelkleed.json');
  const file = await exported.json();
  file.items = [
    {
      id: 'i1',
      kind: 'ingredient',
      text: 'boekenlijst',
      pos: [0, 500],
      seat: null,
      colour: '#1d4ed8',
      by: 'Gemma',
      createdAt: 1,
      positions: ['i'],
      clarification: '',
      story: '',
      approach: null,
      contacted: null,
    },
  ];
  const onlooker = stockClient(server, second.id, second.keys.viewer);
  await synced(onlooker.provider);
  const path = `/api/cloths/${second.id}/import`;
  const imported = await call(server, 'POST', path, { key: second.keys.participant, body: file });
  expect(imported.status).toBe(200);
  expect(await imported.json()).toMatchObject({ added: { items: 1, ties: 0 }, leftOut: { doubled: 0, dangling: 0 } });
  await until('the onlooker sees it', () => onlooker.doc.getMap('items').size === 1);
  expect(await (await call(server, 'POST', path, { key: second.keys.participant, body: file })).json()).toMatchObject({
    added: { seats: 0, items: 0, ties: 0 },
  });
  await server.close();
  const again = await startServer({ dataDir: server.config.dataDir });
  const after = await (await call(again, 'GET', `/api/cloths/${second.id}/export`, { key: second.keys.viewer })).json();
  expect(after).toMatchObject({ initiative: 'leesplezier', items: [{ text: 'boekenlijst' }] });
});

test('a file that is no cloth, too large or for another cloth adds nothing', async () => {
  const server = await startServer({ limits: { importBytes: 10_000 } });
  const { id, keys } = await makeCloth(server);
  const path = `/api/cloths/${id}/import`;
  const send = (body: unknown, key = keys.participant) => call(server, 'POST', path, { key, body });
  expect(await problemOf(await send('no json at all'))).toEqual(problem(400, 'bad-file'));
  expect(await problemOf(await send({ format: 'other' }))).toEqual(problem(400, 'bad-file'));
  expect(await problemOf(await send({ format: 'tafelkleed', version: 99 }))).toEqual(problem(400, 'bad-file'));
  expect(await problemOf(await send('x'.repeat(20_000)))).toEqual(problem(413, 'too-large'));
  expect(await problemOf(await send({}, keys.viewer))).toEqual(problem(403, 'role-insufficient'));
  expect(await problemOf(await send({}, 'wrong'))).toEqual(problem(401, 'key-wrong'));
});

test('a cloth goes home in every form of words and data, by name and date, and only once to who has it', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server, { title: 'leesplezier & <meer>' });
  const get = (query: string, headers = {}) =>
    call(server, 'GET', `/api/cloths/${id}/export?${query}`, { key: keys.viewer, headers });
  for (const form of FORM_IDS) {
    const answer = await get(`format=${form}&locale=en`);
    expect([form, answer.status]).toEqual([form, 200]);
    expect(answer.headers.get('content-type')).toBe(FORMS[form].mediaType);
    const day = new Date().toISOString().slice(0, 10);
    expect(answer.headers.get('content-disposition')).toContain(
      `-${FORMS[form].kind.en}-${day}${FORMS[form].extension}`,
    );
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(20);
    const etag = answer.headers.get('etag') ?? '';
    expect((await get(`format=${form}&locale=en`, { 'if-none-match': etag })).status).toBe(304);
  }
  expect(await (await get('format=html')).text()).toContain('<h1>leesplezier &amp; &lt;meer&gt;</h1>');
  for (const wrong of ['format=graphml&names=some', 'format=md&stories=2', 'format=ics&locale=xx'])
    expect(await problemOf(await get(wrong))).toEqual(problem(400, 'bad-request'));
});

test('a cloth goes home as a picture in every form, without a browser, and only once to who has it', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server, { title: 'leesplezier' });
  const get = (query: string, headers = {}) =>
    call(server, 'GET', `/api/cloths/${id}/export?${query}`, { key: keys.viewer, headers });
  for (const form of PICTURE_IDS) {
    const answer = await get(`format=${form}`);
    expect([form, answer.status]).toEqual([form, 200]);
    expect(answer.headers.get('content-type')).toContain(PICTURES[form].mediaType);
    expect(answer.headers.get('content-disposition')).toContain(PICTURES[form].extension);
    const etag = answer.headers.get('etag') ?? '';
    expect((await get(`format=${form}`, { 'if-none-match': etag })).status).toBe(304);
  }
  const png = decodePng(new Uint8Array(await (await get('format=png&width=700')).arrayBuffer()));
  expect(png.width).toBe(700);
  expect(inkIn(png, { x: 0, y: 0, w: 700, h: png.height })).toBeGreaterThan(0.005);
  // Looks and parts are those of the dialog.
  const svg = async (query: string) => (await get(`format=svg&${query}`)).text();
  const usual = await svg('date=1');
  expect(usual).toContain('initiatiefnemer');
  expect(await svg('legend=0')).not.toContain('initiatiefnemer');
  expect(await svg('date=0&paper=slide')).toContain('320mm');
  const colours = (await svg('colours=black')).match(/#[0-9a-f]{6}\b/gi) ?? [];
  expect(colours.filter((colour) => !/^#(..)\1\1$/i.test(colour))).toEqual([]);
  const tiled = await get('format=pdf&paper=A2&tile=A4');
  expect([tiled.status, tiled.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect((await tiled.text()).match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(9);
  for (const wrong of [
    'format=docx',
    'format=png&width=9000',
    'format=png&width=many',
    'format=pdf&part=half',
    'format=pdf&tile=A5',
  ])
    expect(await problemOf(await get(wrong))).toEqual(problem(400, 'bad-request'));
});

test('a kept moment goes home as it was, and with what became of it since', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server, { title: 'leesplezier' });
  const writer = stockClient(server, id, keys.participant);
  await synced(writer.provider);
  const cloth = openCloth(writer.doc);
  addItems(cloth, [item('boekenlijst')]);
  keepMoment(cloth, { name: 'eerste ronde', by: 'Gemma', createdAt: Date.UTC(2025, 4, 6) });
  removeItems(cloth, ['boekenlijst']);
  addItems(cloth, [item('voorlezen', { pos: [300, 200] })]);
  const [moment] = readSnapshot(cloth).moments;
  const get = (query: string) => call(server, 'GET', `/api/cloths/${id}/export?${query}`, { key: keys.viewer });
  const svg = async (view: string) => (await get(`format=svg&view=${view}&locale=nl`)).text();
  await until('it has come', async () => (await svg('whole')).includes('voorlezen'));
  const then = await svg(`moment:${moment?.id}`);
  expect([then.includes('boekenlijst'), then.includes('voorlezen')]).toEqual([true, false]);
  expect(then).toContain('6 mei 2025');
  const since = await svg(`since:${moment?.id}`);
  for (const words of ['boekenlijst', 'voorlezen', 'sinds “eerste ronde”', 'nieuw', 'weg'])
    expect(since).toContain(words);
  expect(await (await get(`format=md&view=moment:${moment?.id}`)).text()).toContain('boekenlijst');
  const positions = await svg('positions');
  expect([positions.includes('gebruiker'), positions.includes('voorlezen')]).toEqual([true, false]);
  for (const wrong of [
    'format=md&view=positions',
    'format=svg&view=moment:none',
    'format=md&view=since:x',
    'format=json&view=moment:x',
    'view=all',
  ])
    expect(await problemOf(await get(wrong))).toEqual(problem(400, 'bad-request'));
});

test('while words are hidden only who leads takes the file; to others it comes when they are shown', async () => {
  const server = await startServer();
  const { id, keys } = await makeCloth(server);
  const leader = await rawClient(server, id, keys.facilitator).seated();
  const take = (key: string) => call(server, 'GET', `/api/cloths/${id}/export`, { key });
  const hide = async (hidden: boolean) => {
    leader.sendSession({ hidden });
    await until('it is set', () => leader.sessions.at(-1)?.hidden === hidden);
  };
  await hide(true);
  for (const key of [keys.participant, keys.viewer]) {
    expect(await problemOf(await take(key))).toEqual(problem(409, 'words-hidden'));
  }
  expect((await take(keys.facilitator)).status).toBe(200);
  await hide(false);
  expect((await take(keys.participant)).status).toBe(200);
});

test('files of one tablecloth are made for a whole class at once, and not without end', async () => {
  const server = await startServer();
  const [one, other] = [await makeCloth(server), await makeCloth(server)];
  const fetched = (cloth: typeof one) =>
    call(server, 'GET', `/api/cloths/${cloth.id}/export`, { key: cloth.keys.viewer });
  const statuses = await Promise.all(Array.from({ length: 140 }, async () => (await fetched(one)).status));
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(120);
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(5);
  expect((await fetched(other)).status).toBe(200);
});
