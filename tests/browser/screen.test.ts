import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { DEVICES, gatherPeople } from '../support/browser.ts';
import { comeWith, gatherAt } from '../support/joining.ts';
import { newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();

/** What is on its way from another page gets this long on a busy machine. */
const PATIENCE = { timeout: 15_000 };

test('a shared screen shows step, who writes, the edge walked at, and the code as long as who leads shows it; it leads to the table', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [caroline, screen] = await gatherAt(people, [
    ['laptop', cloth.urls.facilitator],
    ['screen', cloth.urls.viewer],
  ]);
  const gemma = await comeWith(people, 'phone');
  await screen.page.getByText(nl.screen.step(1)).waitFor(PATIENCE);
  expect(await screen.page.locator('[data-tools]').count()).toBe(0);

  await caroline.button(nl.top.share);
  const code = screen.page.getByRole('region', { name: nl.screen.join }).getByRole('status');
  await code.waitFor(PATIENCE);
  const shown = (await code.textContent()) ?? '';
  expect(shown).toMatch(/^\S{3} \S{4}$/);
  await screen.page.getByRole('img', { name: nl.screen.joinQr }).waitFor();
  await caroline.page.getByRole('switch', { name: nl.screen.onScreen }).click();
  await code.waitFor({ state: 'detached', ...PATIENCE });
  await caroline.page.keyboard.press('Escape');

  // What was scanned carries the code along.
  await gemma.page.goto(`${program.url}/join#${shown.replace(' ', '')}`);
  await gemma.button(nl.join.submit);
  await gemma.page.waitForURL(/\/c\//);
  await gemma.open(gemma.page.url());
  await gemma.sitDown('Gemma');
  await gemma.page.getByRole('textbox', { name: nl.capture.label }).fill('boeken');
  await screen.page.getByText(nl.screen.writes('Gemma')).waitFor(PATIENCE);

  await caroline.button(nl.action['step-on']);
  await screen.page.getByText(nl.screen.step(2)).waitFor(PATIENCE);
  await caroline.button(nl.walk.begin);
  await caroline.button(nl.walk.gather);
  const edge = screen.page.getByRole('status').filter({ hasText: nl.walk.edgeOf('Gemma') });
  await edge.waitFor(PATIENCE);
  await caroline.button(nl.walk.end);
  await edge.waitFor({ state: 'detached', ...PATIENCE });
});

test('a window that is dragged to a finer screen is drawn as finely there', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const { page, context } = await people.arrive('laptop');
  // How many pixels wide the picture of the cloth is that was shown last.
  await page.addInitScript(() => {
    const show = ImageBitmapRenderingContext.prototype.transferFromImageBitmap;
    ImageBitmapRenderingContext.prototype.transferFromImageBitmap = function (picture) {
      if (picture) document.documentElement.dataset.pictureWidth = String(picture.width);
      show.call(this, picture);
    };
  });
  await page.goto(cloth.urls.viewer);
  const width = async () => Number(await page.locator('html').getAttribute('data-picture-width'));
  await expect.poll(width, PATIENCE).toBeGreaterThan(DEVICES.laptop.viewport.width);
  const coarse = await width();
  const browser = await context.newCDPSession(page);
  const finer = { ...DEVICES.laptop.viewport, deviceScaleFactor: 2, mobile: false };
  await browser.send('Emulation.setDeviceMetricsOverride', finer);
  // A real screen's change is told of by itself, an emulated one only with another.
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(width, PATIENCE).toBe(2 * coarse);
});
