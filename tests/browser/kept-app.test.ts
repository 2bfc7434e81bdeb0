import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { freshDirectory, startServer } from '../server/support.ts';
import { automated, wordsOn } from '../support/automation.ts';
import { gatherPeople, KEEPS_APP } from '../support/browser.ts';
import { freePort } from '../support/free-port.ts';
import { Participant } from '../support/participant.ts';
import { newCloth, startProgram } from '../support/program.ts';

const people = gatherPeople();
const PATIENCE = { timeout: 20_000 };
/** What a browser says of a server that does not answer. */
const UNREACHABLE = /WebSocket|ERR_CONNECTION_REFUSED|ERR_FAILED|ERR_SOCKET_NOT_CONNECTED|fetching the script/;

/** Resolves when the browser has the whole app on the device, and no other build of it is on its way. */
async function appKept(page: Page): Promise<void> {
  const settled = () =>
    page.evaluate(async () => {
      const known = await navigator.serviceWorker.getRegistration();
      return known?.active?.state === 'activated' && !known.installing && !known.waiting;
    });
  await expect.poll(settled, { timeout: 60_000 }).toBe(true);
}

/** The addresses of all that is kept, whichever build it is of. */
function addressesKept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const kept = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return kept.flat().map(({ url }) => new URL(url).pathname);
  });
}

const savedNote = (page: Page) => page.locator('[data-saved]').textContent();

test('with the server gone a tab that is loaded again, or opened anew, gives back the cloth with all that belongs to it', async () => {
  const port = String(await freePort());
  let program = await startProgram({ PORT: port });
  onTestFinished(() => program.close());
  const { dataDir } = program;
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const gemma = new Participant(await people.arrive('tablet', KEEPS_APP), { touch: true });
  gemma.person.allow(UNREACHABLE);
  await gemma.open(cloth.urls.participant);
  await gemma.sitDown('Gemma');
  await gemma.write('boekenlijst');
  await gemma.saved(nl.saved.saved);
  await appKept(gemma.page);

  await program.kill();
  await gemma.page.reload();
  await expect.poll(() => wordsOn(gemma.page), PATIENCE).toEqual(['boekenlijst']);
  await expect.poll(() => savedNote(gemma.page), PATIENCE).toContain(nl.saved.offline);
  await gemma.write('filmmateriaal');
  // Never opened before, so never loaded before.
  await gemma.press(gemma.page.getByRole('button', { name: nl.top.menu, exact: true }));
  await gemma.press(gemma.page.getByRole('menuitem', { name: nl.menu.takeHome, exact: true }));
  await gemma.page.getByRole('dialog').waitFor();
  await gemma.page.keyboard.press('Escape');
  await gemma.page.close();

  const page = await gemma.person.context.newPage();
  await page.goto(automated(cloth.urls.participant));
  await expect.poll(() => wordsOn(page), PATIENCE).toEqual(['boekenlijst', 'filmmateriaal']);
  await page.goto(`http://127.0.0.1:${port}/`);
  await page
    .getByRole('link', { name: /leesplezier/ })
    .first()
    .waitFor();
  await page.goto(automated(cloth.urls.participant));

  program = await startProgram({ PORT: port, DATA_DIR: dataDir });
  await expect.poll(() => savedNote(page), PATIENCE).toBe(nl.saved.saved);
  const heleen = new Participant(await people.arrive('laptop', KEEPS_APP), { touch: false });
  await heleen.open(cloth.urls.participant);
  await expect.poll(() => wordsOn(heleen.page), PATIENCE).toEqual(['boekenlijst', 'filmmateriaal']);
});

test('a new version is there on the first visit, and kept in its turn; nothing of the interface is kept', async () => {
  const port = await freePort();
  const first = await startServer({ port });
  const { page, context } = await people.arrive('laptop', KEEPS_APP);
  await page.goto(first.url);
  await appKept(page);
  const open = await context.newPage();
  await open.goto(first.url);
  const kept = await addressesKept(page);
  expect(kept).toContain('/');
  expect(kept.filter((address) => !/^\/(|assets\/.*|icon\.svg|manifest\.webmanifest)$/.test(address))).toEqual([]);
  await first.close();

  const clientDir = join(await freshDirectory(), 'client');
  await cp(first.config.clientDir, clientDir, { recursive: true });
  const change = async (name: string, from: string, to: string) => {
    const path = join(clientDir, name);
    const text = await readFile(path, 'utf8');
    expect(text).toContain(from);
    await writeFile(path, text.replace(from, to));
    for (const compressed of ['.br', '.gz']) await rm(path + compressed, { force: true });
  };
  await change('index.html', '<head>', '<head><meta name="build" content="next">');
  await change('service-worker.js', '"name":"', '"name":"next-');
  const second = await startServer({ port, clientDir });
  const build = () => page.locator('meta[name=build]').getAttribute('content');
  await page.goto(second.url);
  expect(await build()).toBe('next');
  await expect
    .poll(() => page.evaluate(async () => (await caches.keys()).some((name) => name.includes('next-'))), PATIENCE)
    .toBe(true);
  await appKept(page);
  // A page that was open goes on as it is, says so, and is of the new version when it is left.
  await open.getByText(nl.app.newVersion).waitFor();
  expect(await open.locator('meta[name=build]').count()).toBe(0);
  await open.getByRole('link', { name: nl.about.title }).click();
  await open.waitForURL(/about/);
  expect(await open.locator('meta[name=build]').count()).toBe(1);
  await second.close();
  await page.reload();
  expect(await build()).toBe('next');
});
