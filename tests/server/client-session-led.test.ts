import { describe, expect, test } from 'vitest';
import { permissionsIn } from '../../client/facilitation/permissions.ts';
import { leadingOf } from '../../client/panels/follow/leading.ts';
import { editWords } from '../../shared/commands/words.ts';
import type { ClothDoc } from '../../shared/document/cloth-doc.ts';
import { endTimer, startTimer } from '../../shared/method/timer.ts';
import { newDevice, openPage, untilSaved, words, write } from './client-session-support.ts';
import { makeCloth, rawClient, startServer, until } from './support.ts';

/** A cloth with its facilitator, who sits too, and a participant. */
async function twoAtTheTable() {
  const server = await startServer();
  const cloth = await makeCloth(server);
  const caroline = await openPage(server.url, cloth, 'facilitator');
  const gemma = await openPage(server.url, cloth);
  caroline.sitDown('Caroline');
  await until('Gemma sees Caroline sit', () => gemma.snapshot.getState().seats.some(({ name }) => name === 'Caroline'));
  gemma.sitDown('Gemma');
  await until('both know the session', () => [caroline, gemma].every(({ live }) => live.getState() !== null));
  return { server, cloth, caroline, gemma };
}

describe('hidden words', () => {
  test('are bars on every page but their own, in every list, until all are revealed at once', async () => {
    const { server, cloth, caroline, gemma } = await twoAtTheTable();
    const screen = await openPage(server.url, cloth, 'viewer');
    expect(caroline.setSession({ step: 2, hidden: true })).toBe(true);
    await until('words are hidden', () => gemma.live.getState()?.hidden === true);
    write(gemma, 'boeken');
    write(caroline, 'films');
    await until('all have come', () => [caroline, gemma, screen].every((page) => words(page).length === 2));
    expect(words(gemma)).toEqual(['boeken', '█████']);
    expect(words(caroline)).toEqual(['films', '██████']);
    expect(words(screen)).toEqual(['█████', '██████']);
    expect(gemma.snapshot.getState().items.map(({ pos }) => pos)).toEqual(
      caroline.unmasked.getState().items.map(({ pos }) => pos),
    );
    expect(
      caroline.unmasked
        .getState()
        .items.map(({ text }) => text)
        .toSorted(),
    ).toEqual(['boeken', 'films']);

    const before = gemma.snapshot.getState();
    caroline.setSession({ hidden: false });
    for (const page of [caroline, gemma, screen]) {
      await until('all is revealed', () => words(page).join() === 'boeken,films');
    }
    expect(gemma.snapshot.getState()).not.toBe(before);
  });

  test('stay hidden for who comes later, and are own again on another device of the same person', async () => {
    const { server, cloth, caroline, gemma } = await twoAtTheTable();
    caroline.setSession({ step: 2, hidden: true });
    write(gemma, 'boeken');
    await untilSaved(gemma);
    const device = newDevice();
    const theo = await openPage(server.url, cloth, 'participant', device);
    await until('Theo knows the session', () => theo.live.getState()?.hidden === true);
    expect(words(theo)).toEqual(['██████']);
    theo.sitDown('Theo');
    write(theo, 'mailinglijst');
    expect(words(theo)).toEqual(['mailinglijst', '██████']);
  });
});

describe('the end of the time', () => {
  test("holds participants' input, not the facilitator's, until the facilitator goes on", async () => {
    const { caroline, gemma } = await twoAtTheTable();
    caroline.setSession({ held: true, timer: startTimer(0.02, caroline.now()) });
    await until('the timer is set', () => gemma.live.getState()?.timer !== null);
    expect(write(gemma, 'nog net')).toBe(true);
    await until('the time is over', () => gemma.held.getState());
    expect(gemma.mayWrite).toBe(false);
    expect(write(gemma, 'te laat')).toBe(false);
    expect(gemma.undo()).toBe(false);
    expect(gemma.tryPerform(() => [])).toEqual({ kind: 'may-not-write' });
    expect(caroline.held.getState()).toBe(false);
    expect(write(caroline, 'films')).toBe(true);

    caroline.setSession({ timer: null });
    await until('the facilitator went on', () => !gemma.held.getState());
    expect(write(gemma, 'weer')).toBe(true);
  });

  test('lets what was begun be ended, as part of the same action and of no other', async () => {
    const { caroline, gemma } = await twoAtTheTable();
    const say = (words: string) => (cloth: ClothDoc) => editWords(cloth, { of: 'initiative' }, words);
    expect(gemma.perform(say('lezen'), 'visit')).toBe(true);
    caroline.setSession({ held: true, timer: endTimer(caroline.now()) });
    await until('Gemma is held', () => gemma.held.getState());
    expect(gemma.perform(say('leesplezier'), 'visit')).toBe(true);
    expect(gemma.perform(say('iets anders'), 'another visit')).toBe(false);
    gemma.seal();
    expect(gemma.perform(say('iets anders'), 'visit')).toBe(false);
    await until('the last word is there', () => caroline.snapshot.getState().initiative === 'leesplezier');
  });

  test('lets who comes in meanwhile take a seat, and holds them too', async () => {
    const { server, cloth, caroline } = await twoAtTheTable();
    caroline.setSession({ held: true, timer: endTimer(caroline.now()) });
    await until('the timer is set', () => caroline.live.getState()?.timer !== null);
    const theo = await openPage(server.url, cloth);
    theo.sitDown('Theo');
    await until('Theo is held', () => theo.held.getState());
    await until('Theo sits', () => theo.me.getState().seat !== null);
  });

  test('holds nobody who lost the connection: their cloth stays usable', async () => {
    const { server, caroline, gemma } = await twoAtTheTable();
    caroline.setSession({ held: true, timer: endTimer(caroline.now()) });
    await until('Gemma is held', () => gemma.held.getState());
    await server.close();
    await until('Gemma goes on', () => !gemma.held.getState());
    expect(write(gemma, 'boeken')).toBe(true);
  });
});

describe('the quiet brainstorm', () => {
  test('is asked of the permissions of the moment', async () => {
    const { caroline, gemma } = await twoAtTheTable();
    write(caroline, 'films');
    await until('it has come', () => words(gemma).length === 1);
    const [films] = gemma.snapshot.getState().items;
    if (!films) throw new Error('nothing came');
    expect(permissionsIn(gemma).mayMove(films)).toBe(true);
    caroline.setSession({ step: 2, quiet: true });
    await until('it is quiet', () => gemma.live.getState()?.quiet === true);
    expect(permissionsIn(gemma).mayMove(films)).toBe(false);
    expect(permissionsIn(gemma).mayChange(films)).toBe(false);
    expect(permissionsIn(gemma).mayRelate()).toBe(false);
    expect(permissionsIn(gemma).mayWriteAt(gemma.me.getState().seat)).toBe(true);
    expect(permissionsIn(gemma).mayWriteAt(caroline.me.getState().seat)).toBe(false);
    expect(permissionsIn(gemma).mayLayAt(null)).toBe(true);
    expect(permissionsIn(caroline).mayMove(films)).toBe(true);
  });
});

test("a facilitator's page that goes in mid-step goes on elsewhere, timer and all", async () => {
  const { server, cloth, caroline, gemma } = await twoAtTheTable();
  const timer = startTimer(20, caroline.now());
  caroline.setSession({ step: 2, quiet: true, held: true, timer });
  await until('all is set', () => gemma.live.getState()?.timer !== null);
  caroline.close();
  const tablet = await openPage(server.url, cloth, 'facilitator', newDevice());
  await until('the tablet knows', () => tablet.live.getState() !== null);
  expect(tablet.live.getState()).toMatchObject({ step: 2, quiet: true, held: true, timer });
  tablet.setSession({ step: 3 });
  await until('the group moves on', () => gemma.live.getState()?.step === 3);
  expect(gemma.live.getState()).toMatchObject({ quiet: true, held: true });
});

test('a page goes along with what a facilitator sees, and never with a participant who calls themselves one', async () => {
  const { server, cloth, caroline, gemma } = await twoAtTheTable();
  const present = (connection: number) => gemma.people.getState().find(({ id }) => id === connection);
  const leading = () => {
    const { walk = null, follow = null } = gemma.live.getState() ?? {};
    return leadingOf({ walk, follow }, gemma.connection, gemma.present.getState());
  };
  const user = { name: 'Caroline', colour: '#aa3355', seat: null, role: 'facilitator' };
  const view = [700, -300, 400, 300, 0];
  const [forger, tablet] = [1_234_567, 7_654_321];
  (await rawClient(server, cloth.id, cloth.keys.participant).seated()).sendPresence(forger, 1, { user, view });
  (await rawClient(server, cloth.id, cloth.keys.facilitator).seated()).sendPresence(tablet, 1, { user, view });
  await until('who leads is seen to look somewhere, and the other is there', () => {
    return present(tablet)?.view !== undefined && present(forger) !== undefined;
  });
  // What a role may not do, its presence does not show.
  expect(present(forger)).toMatchObject({ role: 'participant' });
  expect(present(forger)?.view ?? null).toBeNull();

  caroline.setSession({ follow: forger });
  await until('the forger is named', () => gemma.live.getState()?.follow === forger);
  expect(leading()).toBeNull();
  caroline.setSession({ follow: tablet });
  await until('the facilitator is followed', () => leading()?.by === 'view');
});
