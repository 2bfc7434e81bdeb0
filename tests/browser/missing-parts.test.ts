import { cp, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { freshDirectory, startServer } from '../server/support.ts';
import { wordsOn } from '../support/automation.ts';
import { gatherPeople } from '../support/browser.ts';
import { Participant } from '../support/participant.ts';
import { newCloth } from '../support/program.ts';

const people = gatherPeople();
/** What a browser says of a part that is not there. */
const MISSING = /assets\/|Failed to load|Unable to preload|dynamically imported/;
const WANTED = ['MainMenu', 'TakeHomeDialog', 'SelectionPalette', 'Outline', 'TipLayer'];
/** The parts are fetched ten seconds after the page. */
const IN_TIME = { timeout: 30_000 };

/** Gemma at a server whose build can be replaced by another, which has none of the parts of the one she has. */
async function atTable() {
  const folder = await freshDirectory();
  const server = await startServer();
  const clientDir = join(folder, 'client');
  await cp(server.config.clientDir, clientDir, { recursive: true });
  const own = await startServer({ clientDir });
  const cloth = await newCloth(own.url, { title: 'leesplezier' });
  const gemma = new Participant(await people.arrive('laptop'), { touch: false });
  gemma.person.allow(MISSING);
  await gemma.open(cloth.urls.participant);
  await gemma.sitDown('Gemma');
  await gemma.write('boekenlijst');
  await gemma.saved(nl.saved.saved);
  const [assets, away] = [join(clientDir, 'assets'), join(folder, 'away')];
  return {
    gemma,
    replaceBuild: () => rename(assets, away),
    bringBack: () => rename(away, assets),
  };
}

test('a part that cannot be fetched any more is told of, the cloth stays, and it is there when it can be', async () => {
  const { gemma, replaceBuild, bringBack } = await atTable();
  const { page } = gemma;
  await replaceBuild();
  await gemma.button(nl.top.menu);
  await page.getByText(nl.problems.partMissing).waitFor();
  await page.getByRole('button', { name: nl.gone.reload, exact: true }).waitFor();
  expect(await wordsOn(page)).toEqual(['boekenlijst']);
  await gemma.write('filmmateriaal');
  await gemma.saved(nl.saved.saved);

  await bringBack();
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await page.getByRole('menu').waitFor();
});

test('some seconds after it was loaded a page has all its parts, whatever becomes of the build it came from', async () => {
  const { gemma, replaceBuild } = await atTable();
  const { page } = gemma;
  const fetched = () =>
    page.evaluate(() =>
      performance.getEntriesByType('resource').flatMap(({ name }) => /(\w+)-[\w-]+\.js$/.exec(name)?.[1] ?? []),
    );
  await expect.poll(fetched, IN_TIME).toEqual(expect.arrayContaining(WANTED));
  await replaceBuild();
  await gemma.menu(nl.menu.takeHome);
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await gemma.select('boekenlijst');
  await page.locator('[data-palette]').waitFor();
  await gemma.openList();
  expect(await page.getByText(nl.problems.partMissing).count()).toBe(0);
});
