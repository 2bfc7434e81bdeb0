import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { gatherPeople } from '../support/browser.ts';
import { bundled } from '../support/bundled.ts';

const people = gatherPeople();
let script = '';

beforeAll(async () => {
  ({ script } = await bundled(new URL('fetched/page.tsx', import.meta.url)));
});

/** A page on which a part of the app is shown that lies in a file of its own. */
async function stagePage(): Promise<Page> {
  const person = await people.arrive('laptop');
  person.allow(/the file did not come/);
  await person.page.addScriptTag({ content: script });
  return person.page;
}

const shows = (page: Page) => page.locator('body > div').textContent();

test('a part that comes between being drawn and being waited for is shown', async () => {
  const page = await stagePage();
  await page.evaluate(() => window.stage.showAsItComes());
  await expect.poll(() => shows(page)).toBe('the part itself');
});

test('a part that comes when it is wanted no longer is there at once the next time', async () => {
  const page = await stagePage();
  await page.evaluate(() => window.stage.show());
  await expect.poll(() => shows(page)).toBe('in its place');
  await page.evaluate(() => {
    window.stage.leave();
    window.stage.come();
  });
  await page.evaluate(() => window.stage.show());
  await expect.poll(() => shows(page)).toBe('the part itself');
  expect(await page.evaluate(() => window.stage.asked)).toBe(1);
});

test('a part that cannot be fetched is told of, and fetched anew the next time', async () => {
  const page = await stagePage();
  await page.evaluate(() => window.stage.show());
  await expect.poll(() => shows(page)).toBe('in its place');
  await page.evaluate(() => window.stage.fail());
  await expect.poll(() => shows(page)).toContain(nl.gone.crashTitle);
  await page.evaluate(() => {
    window.stage.leave();
    window.stage.show();
  });
  await expect.poll(() => shows(page)).toBe('in its place');
  await page.evaluate(() => window.stage.come());
  await expect.poll(() => shows(page)).toBe('the part itself');
  expect(await page.evaluate(() => window.stage.asked)).toBe(2);
});
