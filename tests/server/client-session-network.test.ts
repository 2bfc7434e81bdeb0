import { describe, expect, test } from 'vitest';
import type { ClothSession } from '../../client/document/cloth-session.ts';
import { layOn } from '../../client/document/lay-cloth.ts';
import { addItems } from '../../shared/commands/items.ts';
import { editWords } from '../../shared/commands/words.ts';
import { item } from '../support/cloth.ts';
import { newCloth, startProgram } from '../support/program.ts';
import { network, newDevice, openPage, untilSaved, untilWords, words, write } from './client-session-support.ts';
import { freshDirectory, makeCloth, startServer, until } from './support.ts';

describe('saved', () => {
  test('is said only once the server has said so', async () => {
    const server = await startServer();
    const cloth = await makeCloth(server);
    const way = await network(server.url);
    const [gemma, heleen] = [await openPage(way.url, cloth), await openPage(server.url, cloth)];
    await untilSaved(gemma);
    way.stall();
    write(gemma, 'boeken');
    // The server has it and passed it on; only its word of that has not come back.
    await untilWords(heleen, ['boeken']);
    expect(gemma.saved.getState()).toEqual({ kind: 'saving', waiting: 1 });
    way.flow();
    await untilSaved(gemma);
  });

  test('means that it survives a server that is killed in mid-sentence', async () => {
    const dataDir = await freshDirectory();
    const first = await startProgram({ DATA_DIR: dataDir });
    const cloth = await newCloth(first.url);
    const way = await network(first.url);
    const [gemma, heleen] = [await openPage(way.url, cloth), await openPage(way.url, cloth)];
    const [saved, all]: string[][] = [[], []];
    for (let n = 0; n < 20; n++) {
      write(gemma, `boek ${n}`);
      all?.push(`boek ${n}`);
      if (n !== 10) continue;
      await untilSaved(gemma);
      saved?.push(...(all ?? []));
    }
    await first.kill();
    await until('the page notices', () => gemma.saved.getState().kind === 'offline');
    write(gemma, 'offline');
    all?.push('offline');
    const second = await startProgram({ DATA_DIR: dataDir });
    try {
      const witness = await openPage(second.url, cloth);
      expect(words(witness)).toEqual(expect.arrayContaining(saved ?? []));
      way.leadTo(second.url);
      for (const page of [gemma, heleen, witness]) {
        await untilWords(page, all ?? []);
        await untilSaved(page);
      }
      expect(heleen.snapshot.getState()).toEqual(gemma.snapshot.getState());
    } finally {
      await second.stop();
    }
  });
});

describe('off the network', () => {
  test('work goes on, is counted, and merges on return', async () => {
    const server = await startServer();
    const cloth = await makeCloth(server);
    const way = await network(server.url);
    const [gemma, heleen] = [await openPage(way.url, cloth), await openPage(server.url, cloth)];
    await untilSaved(gemma);
    way.cut();
    await until('the page notices', () => gemma.saved.getState().kind === 'offline');
    expect(gemma.saved.getState()).toEqual({ kind: 'offline', waiting: 0, kept: true });
    write(gemma, 'boeken');
    write(gemma, 'films');
    for (const typed of ['le', 'lezen']) gemma.perform((c) => editWords(c, { of: 'initiative' }, typed), 'visit');
    expect(gemma.saved.getState()).toEqual({ kind: 'offline', waiting: 3, kept: true });
    write(heleen, 'toetsen');
    expect(words(gemma)).toEqual(['boeken', 'films']);
    way.mend();
    for (const page of [gemma, heleen]) {
      await untilWords(page, ['boeken', 'films', 'toetsen']);
      await untilSaved(page);
      expect(page.snapshot.getState().initiative).toBe('lezen');
    }
  });

  test('a closed tab loses nothing, and the next one says how much waits', async () => {
    const server = await startServer();
    const cloth = await makeCloth(server);
    const way = await network(server.url);
    const device = newDevice();
    const gemma = await openPage(way.url, cloth, 'participant', device);
    gemma.sitDown('Gemma');
    await untilSaved(gemma);
    way.cut();
    await until('the page notices', () => gemma.saved.getState().kind === 'offline');
    write(gemma, 'boeken');
    write(gemma, 'films');
    gemma.close();

    const again = await openPage(way.url, cloth, 'participant', device);
    expect(words(again)).toEqual(['boeken', 'films']);
    await until('it knows it is offline', () => again.saved.getState().kind === 'offline');
    expect(again.saved.getState()).toEqual({ kind: 'offline', waiting: 2, kept: true });
    expect(again.me.getState()).toMatchObject({ name: 'Gemma', seat: gemma.me.getState().seat });
    write(again, 'toetsen');
    expect(again.saved.getState()).toEqual({ kind: 'offline', waiting: 3, kept: true });
    way.mend();
    await untilSaved(again);
    again.close();

    const witness = await openPage(server.url, cloth);
    expect(words(witness)).toEqual(['boeken', 'films', 'toetsen']);
    way.cut();
    const third = await openPage(way.url, cloth, 'participant', device);
    await until('it knows it is offline', () => third.saved.getState().kind === 'offline');
    expect(third.saved.getState()).toEqual({ kind: 'offline', waiting: 0, kept: true });
  });

  test('what is written the moment a cloth first shows is kept, though network and tab go at once', async () => {
    const server = await startServer();
    const cloth = await makeCloth(server);
    const way = await network(server.url);
    const device = newDevice();
    const gemma = await openPage(way.url, cloth, 'participant', device);
    await until('the cloth shows', () => gemma.mayWrite);
    way.cut();
    write(gemma, 'boeken');
    // Before the page can notice that the network is gone.
    await Promise.resolve();
    gemma.close();

    const again = await openPage(way.url, cloth, 'participant', device);
    expect(words(again)).toEqual(['boeken']);
    way.mend();
    await untilSaved(again);
    expect(words(await openPage(server.url, cloth))).toEqual(['boeken']);
  });

  test('what a participant wrote on a device stays with them when that device only looks on', async () => {
    const server = await startServer();
    const cloth = await makeCloth(server);
    const way = await network(server.url);
    const device = newDevice();
    const gemma = await openPage(way.url, cloth, 'participant', device);
    way.cut();
    await until('the page notices', () => gemma.saved.getState().kind === 'offline');
    write(gemma, 'boeken');
    gemma.close();
    const screen = await openPage(server.url, cloth, 'viewer', device);
    const heleen = await openPage(server.url, cloth);
    write(heleen, 'films');
    await untilWords(screen, ['films']);
    expect(screen.saved.getState()).toEqual({ kind: 'saved' });
    way.mend();
    const again = await openPage(way.url, cloth, 'participant', device);
    await untilSaved(again);
    await untilWords(screen, ['boeken', 'films']);
  });

  test('what one page of a device wrote, and closed with, another that is open brings on return', async () => {
    const server = await startServer();
    const cloth = await makeCloth(server);
    const way = await network(server.url);
    const device = newDevice();
    const first = await openPage(way.url, cloth, 'participant', device);
    const second = await openPage(way.url, cloth, 'participant', device);
    await Promise.all([untilSaved(first), untilSaved(second)]);
    way.cut();
    await until('both notice', () => [first, second].every(({ saved }) => saved.getState().kind === 'offline'));
    write(second, 'boeken');
    second.close();
    way.mend();
    const witness = await openPage(server.url, cloth, 'viewer');
    await untilWords(witness, ['boeken']);
    await untilWords(first, ['boeken']);
    await untilSaved(first);
  });

  test('nobody can write on a cloth that is not there yet, and it comes when the network does', async () => {
    const server = await startServer();
    const cloth = await makeCloth(server, { title: 'leesplezier' });
    const way = await network(server.url);
    const device = newDevice();
    (await openPage(server.url, cloth, 'participant', device)).close();
    // It was opened on this device before, but the copy was thrown away since.
    const emptied = newDevice();
    emptied.cloths.remember(cloth.id, device.cloths.find(cloth.id) ?? {});
    way.cut();
    const page = await openPage(way.url, cloth, 'participant', emptied);
    expect(page.saved.getState()).toMatchObject({ kind: 'offline' });
    expect(write(page, 'te vroeg')).toBe(false);
    page.sitDown('Gemma');
    expect(page.me.getState().seat).toBeNull();
    way.mend();
    await until('the cloth is there', () => page.snapshot.getState().initiative === 'leesplezier');
    await until('and so is the seat', () => page.me.getState().seat !== null);
    expect(page.snapshot.getState().seats).toHaveLength(6);
    await untilSaved(page);
  });
});

describe('what is laid on a new cloth', () => {
  /** A page that knows its cloth, and does not get through to it. */
  async function cutOff() {
    const server = await startServer();
    const cloth = await makeCloth(server);
    const way = await network(server.url);
    const device = newDevice();
    (await openPage(server.url, cloth, 'facilitator', device)).close();
    const emptied = newDevice();
    emptied.cloths.remember(cloth.id, device.cloths.find(cloth.id) ?? {});
    way.cut();
    return { server, cloth, way, page: await openPage(way.url, cloth, 'facilitator', emptied) };
  }
  const lay = (session: ClothSession) =>
    session.tryPerform((cloth) =>
      addItems(cloth, [item('laid', { text: 'boeken', seat: null, by: '', createdAt: 1 })]),
    );

  test('is laid as soon as the cloth is there, and has arrived when it says so', async () => {
    const { server, cloth, way, page } = await cutOff();
    const laid = layOn(page, lay, 20_000);
    way.mend();
    await laid;
    expect(words(await openPage(server.url, cloth, 'viewer'))).toEqual(['boeken']);
  });

  test('is said not to be when it cannot be reached', async () => {
    const { page } = await cutOff();
    await expect(layOn(page, lay, 300)).rejects.toMatchObject({ code: 'offline' });
  });

  test('is there at the next visit when the network goes in the middle', async () => {
    const server = await startServer();
    const cloth = await makeCloth(server);
    const way = await network(server.url);
    const device = newDevice();
    const page = await openPage(way.url, cloth, 'facilitator', device);
    await untilSaved(page);
    way.stall();
    const laid = layOn(page, lay, 20_000);
    way.cut();
    await laid;
    page.close();
    way.mend();
    const again = await openPage(way.url, cloth, 'facilitator', device);
    expect(words(again)).toEqual(['boeken']);
    await untilSaved(again);
  });

  test('is refused whole when it is too large', async () => {
    const server = await startServer();
    const page = await openPage(server.url, await makeCloth(server), 'facilitator');
    const tooLarge = { kind: 'too-large', bytes: 9, limit: 1 } as const;
    await expect(layOn(page, () => tooLarge, 1_000)).rejects.toMatchObject({ status: 413 });
  });
});
