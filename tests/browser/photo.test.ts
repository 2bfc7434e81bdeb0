import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import type { Point } from '../../shared/model/schema.ts';
import { snapshotOn, viewOn } from '../support/automation.ts';
import { gatherPeople } from '../support/browser.ts';
import { gatherAt } from '../support/joining.ts';
import { newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();
const words = nl.photo;

/** A PNG of a few bytes that says it is ten thousand million pixels. */
const BOMB = Buffer.from('89504e470d0a1a0a0000000d49484452000186a0000186a00806000000', 'hex');

/** A photo of something, as a browser makes it. */
async function photoOf(page: Page): Promise<Buffer> {
  const url = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 800, height: 600 });
    canvas.getContext('2d')?.fillRect(100, 100, 300, 200);
    return canvas.toDataURL('image/jpeg');
  });
  return Buffer.from(url.split(',')[1] ?? '', 'base64');
}

const photoOn = async (page: Page) => (await snapshotOn(page))?.photo;

test('who leads lays a photo under the cloth, places it by hand and by keys, and everyone sees it until it is taken away', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [caroline, gemma] = await gatherAt(people, [
    ['laptop', cloth.urls.facilitator],
    ['laptop', cloth.urls.participant, 'Gemma'],
  ]);
  const { page } = caroline;
  await caroline.button(nl.top.menu);
  await page.getByRole('menuitem', { name: words.open }).click();
  const file = page.getByRole('dialog').locator('input[type=file]').first();
  const choose = (buffer: Buffer) => file.setInputFiles({ name: 'kleed.jpg', mimeType: 'image/jpeg', buffer });
  for (const [bytes, said] of [
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), words.problems.noPhoto],
    [BOMB, words.problems.tooManyPixels(10_000, 80)],
    [(await photoOf(page)).subarray(0, 700), words.problems.damaged],
  ] as const) {
    await choose(bytes);
    await page.getByRole('status').filter({ hasText: said }).waitFor();
  }
  await choose(await photoOf(page));
  const bar = page.getByRole('region', { name: words.bar });
  await bar.waitFor();
  const laid = await photoOn(page);
  if (!laid) throw new Error('no photo lies there');
  expect(laid).toMatchObject({ ratio: 0.75, pos: [0, 0], turn: 0, locked: false });

  // The keyboard comes along from the dialog.
  await expect.poll(() => bar.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press(']');
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(() => photoOn(page)).toMatchObject({ pos: [0, 50], turn: 1 });
  await page.keyboard.press('[');

  // By the corner at the top right, as Konva's Transformer has it.
  const view = await viewOn(page);
  const canvas = await page.getByRole('application', { name: nl.canvas.cloth }).boundingBox();
  if (!view || !canvas) throw new Error('the cloth is not there');
  const onScreen = ([x, y]: Point): [number, number] => [
    canvas.x + canvas.width / 2 + (x - view.x) * view.zoom,
    canvas.y + canvas.height / 2 + (y - view.y) * view.zoom,
  ];
  const drag = async ([x, y]: [number, number], by: Point) => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + by[0], y + by[1], { steps: 3 });
    await page.mouse.up();
  };
  await drag(onScreen([laid.width / 2, 50 - (laid.width * 0.75) / 2]), [-80, 60]);
  await expect.poll(async () => (await photoOn(page))?.width).toBeLessThan(laid.width * 0.95);
  const sized = await photoOn(page);
  await drag(onScreen(sized?.pos ?? [0, 0]), [-30, -20]);
  await expect.poll(async () => (await photoOn(page))?.pos[0]).toBeLessThan((sized?.pos[0] ?? 0) - 5);

  await bar.getByRole('slider', { name: words.dim }).fill('60');
  await caroline.button(words.lock, bar);
  await expect.poll(() => photoOn(gemma.page)).toMatchObject({ dim: 0.6, locked: true });
  await caroline.button(words.remove, bar);
  await bar.waitFor({ state: 'detached' });
  await expect.poll(() => photoOn(gemma.page)).toBeUndefined();
});
