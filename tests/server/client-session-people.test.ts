import { describe, expect, test } from 'vitest';
import { Api } from '../../client/document/api.ts';
import { network, openPage, untilSaved } from './client-session-support.ts';
import { makeCloth, startServer, until } from './support.ts';

/** Seconds on a machine that has much else to do; what is found out by silence alone takes longer than either, ms. */
const AT_ONCE_MS = 10_000;
const WITHIN_SECONDS_MS = 20_000;

describe('at the table', () => {
  test('everyone sees the others, where they point and what they do, and not themselves', async () => {
    const server = await startServer();
    const cloth = await makeCloth(server);
    const [gemma, heleen] = [await openPage(server.url, cloth), await openPage(server.url, cloth)];
    gemma.sitDown('Gemma');
    await until('Gemma sits', () => heleen.present.getState()[0]?.name === 'Gemma');
    heleen.sitDown('Heleen');
    await until('they know each other', () => gemma.present.getState()[0]?.name === 'Heleen');
    const before = gemma.present.getState();
    expect(before).toHaveLength(1);
    expect(before[0]).toMatchObject({ seat: heleen.me.getState().seat, colour: heleen.me.getState().colour });

    heleen.showCursor([10.123, -5]);
    heleen.showEditing('boeken');
    heleen.showDrags([
      { ids: ['films'], by: [3, 4] },
      { ids: ['books'], by: [5, 6] },
    ]);
    await until('all of it is seen', () => gemma.people.getState()[0]?.drags.length === 2);
    expect(gemma.people.getState()).toMatchObject([
      {
        ...{ name: 'Heleen', cursor: [10.1, -5], editing: 'boeken' },
        drags: [
          { ids: ['films'], by: [3, 4] },
          { ids: ['books'], by: [5, 6] },
        ],
      },
    ]);
    heleen.showEditing('boeken', 'clarification');
    await until('which words is seen', () => gemma.people.getState()[0]?.of === 'clarification');
    heleen.showCursor(null);
    heleen.showEditing(null);
    heleen.showDrags([]);
    await until('it is gone', () => gemma.people.getState()[0]?.drags.length === 0);
    expect(gemma.people.getState()).toMatchObject([{ cursor: null, editing: null, of: null, drags: [] }]);
    expect(gemma.present.getState()).toBe(before);
  });

  test('whoever opens the cloth made for them on another device has the same seat there', async () => {
    const server = await startServer();
    const joint = await makeCloth(server);
    const gemma = await openPage(server.url, joint);
    gemma.sitDown('Gemma');
    await untilSaved(gemma);
    const own = await new Api(server.url).openIndividual(
      joint.id,
      joint.keys.participant,
      gemma.me.getState().seat ?? '',
    );
    const cloth = { ...joint, id: own.id, keys: { ...joint.keys, ...own.keys } };
    const elsewhere = await openPage(server.url, cloth);
    elsewhere.sitDown('Gemma');
    await untilSaved(elsewhere);
    const { seats } = elsewhere.snapshot.getState();
    expect(seats).toMatchObject([{ name: 'Gemma', holder: gemma.me.getState().participant }]);
    expect(elsewhere.me.getState().seat).toBe(seats[0]?.id);
  });

  test('whoever leaves is gone at once', async () => {
    const server = await startServer();
    const cloth = await makeCloth(server);
    const [gemma, heleen] = [await openPage(server.url, cloth), await openPage(server.url, cloth)];
    await until('they know each other', () => gemma.present.getState().length === 1);
    heleen.close();
    await until('she is gone', () => gemma.present.getState().length === 0, AT_ONCE_MS);
  });

  test('after a short loss of the network both see each other again at once', async () => {
    const server = await startServer();
    const cloth = await makeCloth(server);
    const way = await network(server.url);
    const [gemma, heleen] = [await openPage(way.url, cloth), await openPage(server.url, cloth)];
    gemma.sitDown('Gemma');
    heleen.sitDown('Heleen');
    await until('they know each other', () => gemma.present.getState()[0]?.name === 'Heleen');
    way.cut();
    await until('she is alone', () => gemma.present.getState().length === 0 && heleen.present.getState().length === 0);
    way.mend();
    await until(
      'both are back',
      () => gemma.present.getState()[0]?.name === 'Heleen' && heleen.present.getState()[0]?.name === 'Gemma',
      AT_ONCE_MS,
    );
  });

  test('a page whose line died unnoticed is back on a new one within seconds', async () => {
    const server = await startServer();
    const cloth = await makeCloth(server);
    const way = await network(server.url);
    const [gemma, heleen] = [await openPage(way.url, cloth), await openPage(server.url, cloth)];
    gemma.sitDown('Gemma');
    await until('they know each other', () => heleen.present.getState()[0]?.name === 'Gemma');
    way.strand();
    await until('she sees the others', () => gemma.present.getState().length === 1, WITHIN_SECONDS_MS);
    await until('and they see her', () => heleen.present.getState()[0]?.name === 'Gemma', WITHIN_SECONDS_MS);
    await until('and all is saved', () => gemma.saved.getState().kind === 'saved', WITHIN_SECONDS_MS);
  });
});

describe('seats', () => {
  test('of two who sit down at the same moment, each ends up with one of their own', async () => {
    const server = await startServer();
    const cloth = await makeCloth(server, { seats: 3 });
    const [one, other] = [await network(server.url), await network(server.url)];
    const [gemma, heleen] = [await openPage(one.url, cloth), await openPage(other.url, cloth)];
    one.cut();
    other.cut();
    await until('both are off the network', () =>
      [gemma, heleen].every((page) => page.saved.getState().kind === 'offline'),
    );
    gemma.sitDown('Gemma');
    heleen.sitDown('Heleen');
    expect(gemma.me.getState().seat).toBe(heleen.me.getState().seat);
    one.mend();
    other.mend();
    const names = (page: typeof gemma) =>
      page.snapshot
        .getState()
        .seats.map(({ name }) => name)
        .toSorted()
        .join();
    await until('both have a seat', () => [gemma, heleen].every((page) => names(page) === ',Gemma,Heleen'));
    await until('of their own', () => gemma.me.getState().seat !== heleen.me.getState().seat);
    for (const page of [gemma, heleen]) {
      const { seat, name, colour } = page.me.getState();
      expect(page.snapshot.getState().seats.find(({ id }) => id === seat)).toMatchObject({ name, colour });
    }
  });

  test('a class that sits down in the same second has as many seats as heads', async () => {
    const server = await startServer();
    const cloth = await makeCloth(server, { seats: 6 });
    const pages = await Promise.all(Array.from({ length: 20 }, () => openPage(server.url, cloth)));
    for (const [n, page] of pages.entries()) page.sitDown(`Thomas ${n}`);
    await until('each has one', () => new Set(pages.map((page) => page.me.getState().seat)).size === 20);
    const held = () =>
      pages.every((page) => {
        const { participant, seat } = page.me.getState();
        return pages.every(
          (other) => other.snapshot.getState().seats.find(({ id }) => id === seat)?.holder === participant,
        );
      });
    await until('all agree', held);
  });
});
