import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { network } from '../server/client-session-support.ts';
import { rawClient, startServer } from '../server/support.ts';
import { automated, wordsOn } from '../support/automation.ts';
import { gatherPeople } from '../support/browser.ts';
import { newCloth } from '../support/program.ts';

const people = gatherPeople();

/** More than enough for the small limits here. */
const MOST_LINES = 60;
/** As long as one line takes at most; once the notice is there, nothing can be written any more. */
const A_LINE = { timeout: 5_000 };

/** What a page says when all of it is stored. */
const saved = (page: Page) => page.locator('[data-saved]').filter({ hasText: /^Alles is bewaard$/ });

/** Writes line after line until the page says that it was refused. */
async function writeUntilTold(page: Page, line: (nth: number) => string): Promise<void> {
  const notice = page.getByRole('alertdialog');
  for (let nth = 1; nth <= MOST_LINES && !(await notice.isVisible()); nth++) {
    try {
      await page.getByRole('textbox', { name: 'Nieuw ingrediënt' }).fill(line(nth), A_LINE);
      await page.getByRole('button', { name: 'Leg op tafel' }).click(A_LINE);
    } catch (error) {
      if (!(await notice.isVisible())) throw error;
    }
  }
}

test('a page that the server cannot take more from says so in words, and has it all when it is loaded again', async () => {
  const server = await startServer({ limits: { messagesPerSecond: 5, slowedWarnMs: 200, slowedCloseMs: 800 } });
  const cloth = await newCloth(server.url, { title: 'Leesplezier' });
  const { page } = await people.arrive('laptop');
  await page.goto(automated(cloth.urls.facilitator));
  const field = page.getByRole('textbox', { name: 'Nieuw ingrediënt' });
  const notice = page.getByRole('alertdialog');
  await field.fill('woord 0');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Caroline');
  await page.keyboard.press('Enter');
  await writeUntilTold(page, (nth) => `woord ${nth}`);
  await notice.getByRole('heading', { name: 'Even rust' }).waitFor();
  const written = await wordsOn(page);
  expect(written.length).toBeGreaterThan(2);
  await notice.getByRole('button', { name: 'Laad opnieuw' }).click();
  await expect.poll(() => wordsOn(page)).toEqual(written);
  // So few messages a second may be too few for a page that has only just come, on a busy machine: then once more.
  const again = notice.getByRole('button', { name: 'Laad opnieuw' });
  for (let times = 0; times < 5; times++) {
    await saved(page).or(again).first().waitFor();
    if (!(await again.isVisible())) break;
    await again.click();
  }
  await saved(page).waitFor();
  expect(await wordsOn(page)).toEqual(written);
});

test('a cloth that is full says so in words, and what was written last stays on the device', async () => {
  const server = await startServer({ limits: { clothBytes: 7_000 } });
  const cloth = await newCloth(server.url, { title: 'Leesplezier' });
  const { page } = await people.arrive('laptop');
  await page.goto(automated(cloth.urls.participant));
  await page.locator('input:focus').waitFor();
  await page.keyboard.type('Caroline');
  await page.keyboard.press('Enter');
  const notice = page.getByRole('alertdialog');
  await writeUntilTold(page, (nth) => `${nth} ${'film '.repeat(90)}`);
  await notice.getByRole('heading', { name: 'Dit tafelkleed is vol' }).waitFor();
  const written = await wordsOn(page);
  // The copy on this device holds more than the server took in: that is said again, unless there is room by now, for a cloth
  // at rest is kept in fewer bytes.
  await page.reload();
  await notice.getByRole('heading', { name: 'Dit tafelkleed is vol' }).or(saved(page)).first().waitFor();
  await expect.poll(() => wordsOn(page)).toEqual(written);
});

test('a cloth with no room for one more says so in words, also to whoever lost their place, and comes when there is', async () => {
  const server = await startServer({ limits: { connectionsPerCloth: 1 } });
  const cloth = await newCloth(server.url, { title: 'Leesplezier' });
  const first = await rawClient(server, cloth.id, cloth.keys.participant).seated();
  const way = await network(server.url);
  const person = await people.arrive('phone');
  person.allow(/WebSocket|ERR_/);
  const { page } = person;
  const { origin } = new URL(cloth.urls.participant);
  await page.goto(automated(cloth.urls.participant.replace(origin, way.url)));
  const notice = page.getByRole('alertdialog', { name: nl.crowded.cloth });
  await notice.waitFor();
  first.socket.close();
  await notice.waitFor({ state: 'hidden' });
  await page.getByRole('textbox', { name: nl.arrival.name }).fill('Caroline');
  await page.keyboard.press('Enter');
  await page.locator('[data-saved]').getByText(nl.saved.saved).waitFor();

  way.cut();
  await page.locator('[data-saved]').getByText(nl.saved.offline).waitFor();
  const second = await rawClient(server, cloth.id, cloth.keys.participant).seated();
  way.mend();
  await page.locator('[data-saved]').getByText(nl.saved.full.cloth).waitFor();
  await page.getByRole('textbox', { name: nl.capture.label }).fill('boekenlijst');
  await page.keyboard.press('Enter');
  second.socket.close();
  await page.locator('[data-saved]').getByText(nl.saved.saved).waitFor();
  expect(await wordsOn(page)).toEqual(['boekenlijst']);
});
