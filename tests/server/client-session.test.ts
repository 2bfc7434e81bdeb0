import { describe, expect, test } from 'vitest';
import { Api, ApiError } from '../../client/document/api.ts';
import { layParts } from '../../client/document/lay-parts.ts';
import { refusalOf } from '../../client/document/open-session.ts';
import { importClothFile } from '../../shared/commands/import-file.ts';
import { addItems } from '../../shared/commands/items.ts';
import { addTies } from '../../shared/commands/ties.ts';
import { editWords } from '../../shared/commands/words.ts';
import { readSnapshot } from '../../shared/document/read.ts';
import { clothFileOf } from '../../shared/formats/cloth-file.ts';
import { CIRCLES } from '../../shared/model/schema.ts';
import { item, smallCloth } from '../support/cloth.ts';
import { network, newDevice, openPage, untilSaved, untilWords, words, write } from './client-session-support.ts';
import { metric } from './metric.ts';
import { makeCloth, startServer, until } from './support.ts';

describe('pages on one cloth', () => {
  test('see what each of them writes, and end saved', async () => {
    const server = await startServer();
    const cloth = await makeCloth(server, { title: 'leesplezier' });
    const [gemma, heleen, theo] = await Promise.all([
      openPage(server.url, cloth, 'facilitator'),
      openPage(server.url, cloth),
      openPage(server.url, cloth),
    ]);
    expect(gemma.snapshot.getState().initiative).toBe('leesplezier');
    expect([gemma.role, heleen.role]).toEqual(['facilitator', 'participant']);
    const expected: string[] = [];
    for (const [page, name] of [
      [gemma, 'Gemma'],
      [heleen, 'Heleen'],
      [theo, 'Theo'],
    ] as const) {
      for (let n = 0; n < 10; n++) {
        expect(write(page, `${name} ${n}`)).toBe(true);
        expected.push(`${name} ${n}`);
      }
    }
    for (const page of [gemma, heleen, theo]) {
      await untilWords(page, expected);
      await untilSaved(page);
    }
    expect(heleen.snapshot.getState()).toEqual(gemma.snapshot.getState());
  });

  test('show an own change at once and take back only that', async () => {
    const server = await startServer();
    const cloth = await makeCloth(server);
    const [gemma, heleen] = [await openPage(server.url, cloth), await openPage(server.url, cloth)];
    write(heleen, 'boeken');
    await untilWords(gemma, ['boeken']);
    write(gemma, 'films');
    expect(words(gemma)).toEqual(['boeken', 'films']);
    expect(gemma.history.getState()).toMatchObject({ canUndo: true, canRedo: false });
    expect(gemma.undo()).toBe(true);
    expect(words(gemma)).toEqual(['boeken']);
    expect(gemma.undo()).toBe(false);
    expect(gemma.redo()).toBe(true);
    expect(words(gemma)).toEqual(['boeken', 'films']);
    await untilWords(heleen, ['boeken', 'films']);
  });

  test('count the keystrokes of one visit as one action and one change', async () => {
    const server = await startServer();
    const page = await openPage(server.url, await makeCloth(server));
    await untilSaved(page);
    for (const typed of ['l', 'le', 'lee', 'leesplezier']) {
      page.perform((cloth) => editWords(cloth, { of: 'initiative' }, typed), 'visit');
    }
    expect(page.saved.getState()).toEqual({ kind: 'saving', waiting: 1 });
    page.seal();
    page.undo();
    expect(page.snapshot.getState().initiative).toBe('');
    await untilSaved(page);
  });

  test('write nothing that would not fit in a message', async () => {
    const server = await startServer();
    const page = await openPage(server.url, await makeCloth(server));
    const paste = Array.from({ length: 5_000 }, (_, n) => item(`i${n}`, { text: 'x'.repeat(500) }));
    const result = page.tryPerform((cloth) => addItems(cloth, paste));
    expect(result).toMatchObject({ kind: 'too-large', limit: 2 * 1024 * 1024 });
    expect(words(page)).toEqual([]);
    expect(page.history.getState().canUndo).toBe(false);
    expect(page.tryPerform((cloth) => addItems(cloth, paste.slice(0, 1_000)))).toEqual({ kind: 'done' });
    await untilSaved(page);
  });
});

describe('a file above what one message holds', () => {
  test('is laid in several, comes whole to the others and to the disk, and is one action to take back', async () => {
    const server = await startServer();
    const cloth = await makeCloth(server);
    const [page, other] = [await openPage(server.url, cloth), await openPage(server.url, cloth)];
    await untilSaved(page);
    const source = smallCloth();
    source.meta.set('circles', CIRCLES);
    const many = Array.from({ length: 900 }, (_, n) => item(`i${n}`, { story: 'verhaal '.repeat(400) }));
    addItems(source, many);
    addTies(source, [{ id: 'across', from: 'i0', to: 'i899', createdAt: 1 }]);
    const file = clothFileOf(readSnapshot(source));
    expect(page.tryPerform((laid) => importClothFile(laid, file)).kind).toBe('too-large');
    expect(layParts(page, file, importClothFile)).toEqual({ kind: 'done' });
    await untilSaved(page);
    await until('all has come', () => other.snapshot.getState().ties.length === file.ties.length);
    expect(clothFileOf(other.snapshot.getState()).items).toEqual(file.items);
    page.undo();
    await until('all of it is taken back', () => other.snapshot.getState().items.length === 0);
    expect(page.saved.getState().kind).not.toBe('closed');
  });
});

describe('a viewer', () => {
  test('sees everything, changes nothing, and stays', async () => {
    const server = await startServer();
    const cloth = await makeCloth(server);
    const [screen, gemma] = [await openPage(server.url, cloth, 'viewer'), await openPage(server.url, cloth)];
    expect(screen.mayWrite).toBe(false);
    expect(write(screen, 'niet')).toBe(false);
    expect(screen.tryPerform(() => [])).toEqual({ kind: 'may-not-write' });
    screen.sitDown('Fred');
    write(gemma, 'boeken');
    await untilWords(screen, ['boeken']);
    expect(screen.saved.getState()).toEqual({ kind: 'saved' });
    expect(screen.me.getState().seat).toBeNull();
    expect(gemma.snapshot.getState().seats.every(({ holder }) => holder === null)).toBe(true);
  });
});

describe('the running session', () => {
  test("is led by a facilitator, and everyone has it with the server's clock", async () => {
    const server = await startServer();
    const cloth = await makeCloth(server);
    const [lead, gemma] = [await openPage(server.url, cloth, 'facilitator'), await openPage(server.url, cloth)];
    await until('both know the session', () => lead.live.getState() !== null && gemma.live.getState() !== null);
    expect(gemma.setSession({ step: 3 })).toBe(false);
    expect(lead.setSession({ step: 2, hidden: true })).toBe(true);
    await until('the step is 2', () => gemma.live.getState()?.step === 2);
    expect(gemma.live.getState()).toMatchObject({ step: 2, hidden: true, locked: false, timer: null });
    expect(Math.abs(gemma.now() - Date.now())).toBeLessThan(2_000);
    const late = await openPage(server.url, cloth);
    await until('a late page knows too', () => late.live.getState()?.step === 2);
  });
});

describe('a page that the server refuses', () => {
  test('with a wrong key or an unknown cloth has nothing to show', async () => {
    const server = await startServer();
    const cloth = await makeCloth(server);
    const wrong = { ...cloth, keys: { ...cloth.keys, participant: 'x'.repeat(22) } };
    await expect(openPage(server.url, wrong)).rejects.toMatchObject({ code: 'key-wrong', status: 401 });
    await expect(openPage(server.url, { ...cloth, id: 'nowhere' })).rejects.toMatchObject({ code: 'unknown-cloth' });
    await expect(openPage('http://127.0.0.1:9', cloth)).rejects.toMatchObject({ code: 'offline', status: 0 });
  });

  test('because the cloth was deleted keeps its copy, now and when opened again', async () => {
    const server = await startServer();
    const cloth = await makeCloth(server);
    const device = newDevice();
    const page = await openPage(server.url, cloth, 'participant', device);
    write(page, 'boeken');
    await untilSaved(page);
    await new Api(server.url).deleteCloth(cloth.id, cloth.keys.facilitator);
    await until('the page is closed', () => page.saved.getState().kind === 'closed');
    expect(page.saved.getState()).toEqual({ kind: 'closed', code: 4410, waiting: 0, kept: true });
    expect(write(page, 'films')).toBe(false);
    expect(page.mayWrite).toBe(false);
    expect(device.cloths.find(cloth.id)).toMatchObject({ gone: true });
    page.close();

    const again = await openPage(server.url, cloth, 'participant', device);
    expect(again.saved.getState()).toMatchObject({ kind: 'closed', code: 4404 });
    expect(words(again)).toEqual(['boeken']);
    expect(again.mayWrite).toBe(false);
    await expect(openPage(server.url, cloth)).rejects.toBeInstanceOf(ApiError);
  });

  test('because the link was replaced says so and keeps what it has', async () => {
    const server = await startServer();
    const cloth = await makeCloth(server);
    const device = newDevice();
    const page = await openPage(server.url, cloth, 'participant', device);
    write(page, 'boeken');
    await untilSaved(page);
    const { key } = await new Api(server.url).rotateKey(cloth.id, cloth.keys.facilitator, 'participant');
    await until('the page is closed', () => page.saved.getState().kind === 'closed');
    expect(page.saved.getState()).toMatchObject({ code: 4401 });
    const renewed = { ...cloth, keys: { ...cloth.keys, participant: key } };
    const again = await openPage(server.url, renewed, 'participant', device);
    await untilSaved(again);
    expect(words(again)).toEqual(['boeken']);
  });

  test('because its copy is of an earlier life of the cloth opens the present one the next time', async () => {
    const server = await startServer();
    const cloth = await makeCloth(server, { title: 'leesplezier' });
    const device = newDevice();
    device.cloths.remember(cloth.id, { epoch: 'before', keys: { participant: cloth.keys.participant } });
    await expect(openPage(server.url, cloth, 'participant', device)).rejects.toMatchObject({ code: 'unknown-cloth' });
    const page = await openPage(server.url, cloth, 'participant', device);
    expect(page.snapshot.getState().initiative).toBe('leesplezier');
    expect(device.cloths.find(cloth.id)).toMatchObject({ gone: false, title: 'leesplezier' });
  });

  test('only once it was open off the network with nothing to show is told so then', async () => {
    const server = await startServer();
    const cloth = await makeCloth(server);
    const line = await network(server.url);
    const device = newDevice();
    device.cloths.remember(cloth.id, { epoch: 'before', keys: { participant: cloth.keys.participant } });
    line.cut();
    const page = await openPage(line.url, cloth, 'participant', device);
    expect(page.saved.getState().kind).toBe('offline');
    expect(refusalOf(page)).toBeNull();
    line.mend();
    await until('the refusal is heard', () => refusalOf(page) !== null);
    expect(refusalOf(page)).toMatchObject({ code: 'unknown-cloth', status: 4410 });
  });

  test('because it sent too much for too long is warned, keeps it all, and goes on when opened again', async () => {
    const server = await startServer({ limits: { messagesPerSecond: 10, slowedWarnMs: 200, slowedCloseMs: 1_000 } });
    const cloth = await makeCloth(server);
    const device = newDevice();
    const page = await openPage(server.url, cloth, 'participant', device);
    await untilSaved(page);
    const warned = until('the page is warned', () => page.warning.getState() === 'too-many-messages');
    const all = Array.from({ length: 200 }, (_, n) => `woord ${n}`);
    for (const word of all) expect(write(page, word)).toBe(true);
    await warned;
    await until('the page is closed', () => page.saved.getState().kind === 'closed');
    expect(page.saved.getState()).toMatchObject({ code: 4429, kept: true });
    expect(page.mayWrite).toBe(false);
    page.close();

    const again = await openPage(server.url, cloth, 'participant', device);
    await untilSaved(again);
    expect(words(again)).toEqual(all.toSorted());
    expect(write(again, 'en verder')).toBe(true);
    await untilSaved(again);
    const other = await openPage(server.url, cloth);
    await untilWords(other, [...all, 'en verder']);
  });

  test.each([
    ['cloth', { connectionsPerCloth: 1 }],
    ['server', { connections: 1 }],
  ])('for now, because the %s is full of people, says so, and comes in when there is room', async (full, limits) => {
    const server = await startServer({ limits });
    const cloth = await makeCloth(server, { title: 'leesplezier' });
    const first = await openPage(server.url, cloth);
    const second = await openPage(server.url, cloth);
    expect(second.saved.getState()).toMatchObject({ kind: 'offline', full });
    const told: string[] = [];
    second.saved.subscribe(({ kind }) => told.push(kind));
    const tries = () => metric(server, 'tafelkleed_rejected_total{code="1013"}');
    const before = await tries();
    await until('it has tried twice more', async () => (await tries()) > before + 1);
    expect(told).toEqual([]);
    first.close();
    await untilSaved(second);
    expect(second.snapshot.getState().initiative).toBe('leesplezier');
  });
});
