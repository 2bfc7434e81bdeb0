import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { automated, wordsOn } from '../support/automation.ts';
import { gatherPeople } from '../support/browser.ts';
import { BROWSER_FLAGS } from '../support/chromium.ts';
import { freePort } from '../support/free-port.ts';
import { comeWith, gatherAt } from '../support/joining.ts';
import { Participant } from '../support/participant.ts';
import { newCloth, type Program, startProgram } from '../support/program.ts';
import { CHROMIUM } from '../support/system-parts.ts';

const people = gatherPeople();
let program: Program;
let port: string;

beforeAll(async () => {
  port = String(await freePort());
  program = await startProgram({ PORT: port });
});
afterAll(() => program?.close());

/** Run in the page: whether its browser keeps anything for it. */
function whatIsKept(): Promise<string> {
  return new Promise((tell) => {
    if (window.localStorage !== null) return tell('storage');
    const request = indexedDB.open('try');
    request.onsuccess = () => tell('databases');
    request.onerror = () => tell('nothing');
  });
}

/** What the page says about where this person's words are. */
function savedNote({ page }: Pick<Participant, 'page'>): Promise<string | null> {
  return page.locator('[data-saved]').textContent();
}

/** What is on its way over a line that was just broken or mended gets this long. */
const PATIENCE = { timeout: 10_000 };
const offlineWith = (waiting: number) => `${nl.saved.offline}, ${nl.saved.waiting(waiting)}`;
/** What a browser says of a server that does not answer. */
const UNREACHABLE =
  /WebSocket|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_SOCKET_NOT_CONNECTED|fetching the script/;

test('what a second tab wrote off the network, and was closed with, the first one sends on return', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [gemma, heleen] = await gatherAt(people, [
    ['laptop', cloth.urls.participant, 'Gemma'],
    ['tablet', cloth.urls.participant, 'Heleen'],
  ]);
  gemma.person.allow(UNREACHABLE);
  const page = await gemma.person.context.newPage();
  const second = new Participant({ ...gemma.person, page }, { touch: false });
  await second.open(cloth.urls.participant);
  await second.saved(nl.saved.saved);
  await gemma.person.context.setOffline(true);
  await expect.poll(() => savedNote(second), PATIENCE).toBe(nl.saved.offline);
  await second.write('boekenlijst');
  await expect.poll(() => savedNote(second), PATIENCE).toBe(offlineWith(1));
  await page.close({ runBeforeUnload: false });
  await gemma.person.context.setOffline(false);
  for (const each of [gemma.page, heleen.page])
    await expect.poll(() => wordsOn(each), PATIENCE).toEqual(['boekenlijst']);
});

test('off the network one writes on; a tab closed in between costs nothing, and all of it merges on return', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [gemma, heleen] = await gatherAt(people, [
    ['laptop', cloth.urls.participant, 'Gemma'],
    ['tablet', cloth.urls.participant, 'Heleen'],
  ]);
  gemma.person.allow(UNREACHABLE);
  await gemma.write('boekenlijst');
  await expect.poll(() => savedNote(gemma), PATIENCE).toBe(nl.saved.saved);
  await expect.poll(() => wordsOn(heleen.page), PATIENCE).toEqual(['boekenlijst']);

  await gemma.person.context.setOffline(true);
  await expect.poll(() => savedNote(gemma), PATIENCE).toBe(nl.saved.offline);
  await gemma.write('filmmateriaal', 'proefles');
  await expect.poll(() => savedNote(gemma), PATIENCE).toBe(offlineWith(2));
  await heleen.write('podcasts');
  await gemma.page.close();
  await gemma.person.context.setOffline(false);

  const page = await gemma.person.context.newPage();
  await page.goto(automated(cloth.urls.participant));
  const all = ['boekenlijst', 'filmmateriaal', 'podcasts', 'proefles'];
  for (const each of [page, heleen.page]) await expect.poll(() => wordsOn(each), PATIENCE).toEqual(all);
  await expect.poll(() => savedNote({ page }), PATIENCE).toBe(nl.saved.saved);
});

test('what one rewrote off the network and another took away meanwhile is told of and offered back', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [gemma, theo] = await gatherAt(people, [
    ['laptop', cloth.urls.participant, 'Gemma'],
    ['laptop', cloth.urls.participant, 'Theo'],
  ]);
  gemma.person.allow(UNREACHABLE);
  await gemma.write('boekenlijst');
  await theo.select('boekenlijst');
  await gemma.person.context.setOffline(true);
  await expect.poll(() => savedNote(gemma), PATIENCE).toBe(nl.saved.offline);
  await gemma.doubleTap(await gemma.spotOf('boekenlijst'));
  await gemma.page.keyboard.type(' met tips');
  await gemma.page.keyboard.press('Escape');
  await theo.page.keyboard.press('Delete');
  await theo.saved(nl.saved.saved);
  await gemma.person.context.setOffline(false);
  await gemma.page.getByText(nl.steps.lostRewrites('“boekenlijst met tips”', 1)).waitFor();
  await gemma.button(nl.steps.putBack);
  for (const { page } of [gemma, theo])
    await expect.poll(() => wordsOn(page), PATIENCE).toEqual(['boekenlijst met tips']);
});

test('a page opened while the server cannot be reached says how many changes wait on the device', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const gemma = new Participant(await people.arrive('phone'), { touch: true });
  gemma.person.allow(UNREACHABLE);
  await gemma.open(cloth.urls.participant);
  await gemma.sitDown('Gemma');
  await expect.poll(() => savedNote(gemma), PATIENCE).toBe(nl.saved.saved);
  // The page itself still loads, as from a cache; only the lines to the cloth are dead.
  await gemma.person.context.routeWebSocket(/\/sync\//, (socket) => socket.close());
  await gemma.person.context.route(/\/sync\//, (request) => request.abort('connectionrefused'));
  await gemma.page.reload();
  await expect.poll(() => savedNote(gemma), PATIENCE).toBe(nl.saved.offline);
  await gemma.write('boekenlijst', 'filmmateriaal');
  await expect.poll(() => savedNote(gemma), PATIENCE).toBe(offlineWith(2));
  await gemma.page.reload();
  await expect.poll(() => savedNote(gemma), PATIENCE).toBe(offlineWith(2));
  expect(await wordsOn(gemma.page)).toEqual(['boekenlijst', 'filmmateriaal']);
});

test('a page that was opened off the network with nothing to show says so when the server turns out to refuse it', async () => {
  const cloth = await newCloth(program.url);
  const screen = await people.arrive('laptop');
  screen.allow(UNREACHABLE);
  let cut = false;
  await screen.context.routeWebSocket(/\/sync\//, (socket) => {
    if (cut) socket.close();
    else socket.connectToServer();
  });
  await screen.context.route(/\/sync\//, (request) => (cut ? request.abort('connectionrefused') : request.continue()));
  await screen.page.goto(automated(cloth.urls.viewer));
  await screen.page.locator('canvas').first().waitFor();
  cut = true;
  await screen.page.reload();
  await screen.page.locator('canvas').first().waitFor();
  const authorization = `Bearer ${cloth.keys.facilitator}`;
  await fetch(`${program.url}/api/cloths/${cloth.id}`, { method: 'DELETE', headers: { authorization } });
  cut = false;
  await screen.page.getByRole('heading', { name: nl.gone.missingTitle }).waitFor({ timeout: 20_000 });
});

test('a server that is killed and started again has all it called saved, and gets the rest', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const gemma = new Participant(await people.arrive('laptop'), { touch: false });
  gemma.person.allow(UNREACHABLE);
  await gemma.open(cloth.urls.participant);
  await gemma.sitDown('Gemma');
  await gemma.write('boekenlijst');
  await expect.poll(() => savedNote(gemma), PATIENCE).toBe(nl.saved.saved);
  const { dataDir } = program;
  await program.kill();
  await expect.poll(() => savedNote(gemma), PATIENCE).toBe(nl.saved.offline);
  await gemma.write('filmmateriaal');
  await expect.poll(() => savedNote(gemma), PATIENCE).toBe(offlineWith(1));
  program = await startProgram({ PORT: port, DATA_DIR: dataDir });

  const heleen = new Participant(await people.arrive('tablet'), { touch: true });
  await heleen.open(cloth.urls.participant);
  await expect.poll(() => savedNote(gemma), PATIENCE).toBe(nl.saved.saved);
  await expect.poll(() => wordsOn(heleen.page), PATIENCE).toEqual(['boekenlijst', 'filmmateriaal']);
});

test('a browser that keeps nothing opens the cloth all the same, and says to leave the page open', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const profile = await mkdtemp(join(tmpdir(), 'tafelkleed-profile-'));
  onTestFinished(() => rm(profile, { recursive: true, force: true }));
  await mkdir(join(profile, 'Default'));
  // A file where its databases were to be, in the folders of browsers with and without profiles.
  for (const folder of ['.', 'Default']) await writeFile(join(profile, folder, 'IndexedDB'), '');
  const executablePath = CHROMIUM.find() ?? '';
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...BROWSER_FLAGS, '--disable-local-storage'],
    locale: 'nl-NL',
    viewport: { width: 1180, height: 820 },
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const exceptions: string[] = [];
  page.on('pageerror', (error) => exceptions.push(error.message));
  const gemma = new Participant({ page, context, problems: exceptions, allow: () => {} }, { touch: false });
  await gemma.open(cloth.urls.participant);
  expect(await page.evaluate(whatIsKept)).toBe('nothing');
  await gemma.sitDown('Gemma');
  await gemma.write('boekenlijst');
  await expect.poll(() => savedNote(gemma), PATIENCE).toBe(nl.saved.saved);
  await context.setOffline(true);
  await expect.poll(() => savedNote(gemma), PATIENCE).toBe(nl.saved.offlineUnkept);
  await gemma.write('filmmateriaal');
  await expect.poll(() => savedNote(gemma), PATIENCE).toBe(`${nl.saved.offlineUnkept}, ${nl.saved.waiting(1)}`);
  await context.setOffline(false);
  await expect.poll(() => savedNote(gemma), PATIENCE).toBe(nl.saved.saved);
  expect(exceptions).toEqual([]);
});

test('a device that breaks off what it called kept is not said to keep anything, until it does', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const gemma = await comeWith(people, 'laptop');
  // As on a full device: each thing asked of the database succeeds, and then all of it is broken off.
  await gemma.page.addInitScript(() => {
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...what: Parameters<typeof add>) {
      const asked = add.apply(this, what);
      if (document.documentElement.dataset.full) asked.addEventListener('success', () => this.transaction.abort());
      return asked;
    };
  });
  await gemma.open(cloth.urls.participant);
  await gemma.sitDown('Gemma');
  gemma.person.allow(UNREACHABLE);
  // What y-indexeddb had asked for in what was broken off.
  gemma.person.allow(/exception: $/);
  await gemma.write('boekenlijst');
  await gemma.saved(nl.saved.saved);
  await gemma.page.evaluate(() => (document.documentElement.dataset.full = 'yes'));
  await gemma.person.context.setOffline(true);
  await expect.poll(() => savedNote(gemma), PATIENCE).toContain(nl.saved.offline);
  await gemma.write('proefles');
  await expect.poll(() => savedNote(gemma), PATIENCE).toBe(`${nl.saved.offlineUnkept}, ${nl.saved.waiting(1)}`);
  await gemma.page.evaluate(() => delete document.documentElement.dataset.full);
  await expect.poll(() => savedNote(gemma), PATIENCE).toBe(offlineWith(1));
});

test('a copy that the browser takes away while the page is open is made again, and what is written then survives a closed tab', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [gemma] = await gatherAt(people, [['laptop', cloth.urls.participant, 'Gemma']]);
  await gemma.write('boekenlijst');
  await expect.poll(() => savedNote(gemma), PATIENCE).toBe(nl.saved.saved);
  gemma.person.allow(UNREACHABLE);
  // While it takes databases away a browser may leave this question unanswered for good: then it is asked again.
  const copies = () =>
    gemma.page.evaluate(async (id) => {
      const listed = await Promise.race([
        indexedDB.databases(),
        new Promise<null>((late) => setTimeout(late, 1_000, null)),
      ]);
      return listed?.filter(({ name }) => name?.includes(id)).length;
    }, cloth.id);
  await expect.poll(copies, PATIENCE).toBe(1);
  const browser = await gemma.person.context.newCDPSession(gemma.page);
  await browser.send('Storage.clearDataForOrigin', { origin: program.url, storageTypes: 'indexeddb' });
  await expect.poll(copies, PATIENCE).toBe(1);
  await gemma.person.context.setOffline(true);
  await expect.poll(() => savedNote(gemma), PATIENCE).toBe(nl.saved.offline);
  await gemma.write('proefles', 'filmmateriaal');
  await expect.poll(() => savedNote(gemma), PATIENCE).toBe(offlineWith(2));
  await gemma.page.close();
  await gemma.person.context.setOffline(false);

  const page = await gemma.person.context.newPage();
  await page.goto(automated(cloth.urls.participant));
  await expect.poll(() => wordsOn(page), PATIENCE).toEqual(['boekenlijst', 'filmmateriaal', 'proefles']);
});
