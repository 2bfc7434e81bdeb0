import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { automated, snapshotOn } from '../support/automation.ts';
import { DEVICES, type Device, gatherPeople } from '../support/browser.ts';
import { comeWith, takeSeat } from '../support/joining.ts';
import { type Flaws, flawsOf } from '../support/look.ts';
import { newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

/** What a finger needs, CSS px; the mouse of a laptop is finer. */
const FINGERTIP = 44;
const NO_FLAWS: Flaws = { sideways: [], clipped: [], small: [], faint: [], nameless: [], stacked: [] };

const people = gatherPeople();
const program = sharedProgram();

test('who looks a page over finds every kind of flaw', async () => {
  const { page } = await people.arrive('phone');
  await page.setContent(`
    <meta name="viewport" content="width=device-width">
    <body style="margin:0;background:#fff">
      <p style="color:#999">too faint</p>
      <p style="color:#595959">dark enough</p>
      <div style="width:60px;overflow:hidden;white-space:nowrap">words that are cut off</div>
      <textarea aria-label="narrow" style="width:60px;height:50px" placeholder="a hint that is cut off"></textarea>
      <style>::placeholder { white-space: nowrap }</style>
      <button style="width:20px;height:20px">x</button>
      <button style="width:50px;height:50px"></button>
      <button style="position:absolute;left:100px;top:300px;width:80px;height:50px">one</button>
      <button style="position:absolute;left:150px;top:320px;width:80px;height:50px">two</button>
      <div style="width:900px;height:4px"></div>`);
  const flaws = await flawsOf(page, FINGERTIP);
  expect(flaws.sideways).toEqual(['900 px']);
  expect(flaws.faint).toEqual([expect.stringMatching(/too faint.* 2\.85$/)]);
  expect(flaws.clipped).toEqual([expect.stringContaining('words that are cut off'), expect.stringContaining('narrow')]);
  expect(flaws.small).toEqual([expect.stringContaining('> x ')]);
  expect(flaws.nameless).toHaveLength(1);
  expect(flaws.stacked).toEqual([expect.stringMatching(/one.*two/)]);
});

/** The smallest phone in use, and phones on their side, besides what a group usually brings. */
const SMALL_PHONE = { viewport: { width: 360, height: 640 } };
const LYING_PHONE = { viewport: { width: 844, height: 390 } };
const SMALL_LYING_PHONE = { viewport: { width: 667, height: 375 } };
const screens: readonly [name: string, device: Device, options: object][] = [
  ['the large screen', 'screen', {}],
  ['a laptop', 'laptop', {}],
  ['a tablet', 'tablet', {}],
  ['a phone', 'phone', {}],
  ['a small phone', 'phone', SMALL_PHONE],
  ['a phone on its side', 'phone', LYING_PHONE],
  ['a small phone on its side', 'phone', SMALL_LYING_PHONE],
];

describe.each(screens)('on %s', (_name, device, options) => {
  const fingertip = 'hasTouch' in DEVICES[device] ? FINGERTIP : 0;
  const flawless = async (page: Page, what: string) => expect(await flawsOf(page, fingertip), what).toEqual(NO_FLAWS);

  test('the pages before the cloth can be read and pressed', async () => {
    const { page } = await person();
    await page.goto(program.url);
    await page.getByLabel(nl.home.question).waitFor();
    await flawless(page, 'home');
    await page.goto(`${program.url}/join`);
    await page.getByLabel(nl.join.code).waitFor();
    await flawless(page, 'join');
    await page.goto(`${program.url}/about`);
    await page.getByText(nl.about.methodTitle).waitFor();
    await flawless(page, 'about');
    await page.goto(`${program.url}/c/niet.bestaand`);
    await page.getByText(nl.gone.pageTitle).waitFor();
    await flawless(page, 'nothing here');
  });

  test('arriving, the cloth and every panel round it can be read and pressed', async () => {
    const cloth = await newCloth(program.url, { title: 'leesplezier' });
    const { page } = await person();
    await page.goto(automated(cloth.urls.participant));
    await page.getByLabel(nl.arrival.name).fill('Caroline');
    await flawless(page, 'arriving');
    await page.keyboard.press('Enter');
    await page.keyboard.type('filmmateriaal');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await snapshotOn(page))?.items.length).toBe(1);
    await flawless(page, 'the cloth');

    // On a phone on its side there is room for the letters in the palette only.
    if (await page.getByRole('button', { name: nl.legend.show }).isVisible()) {
      await page.getByRole('button', { name: nl.legend.show }).click();
      await flawless(page, 'the legend');
      await page.getByRole('button', { name: nl.legend.hide }).click();
    }

    await select(page);
    await page.getByRole('button', { name: nl.positions.g.name, exact: true }).waitFor();
    await flawless(page, 'the palette');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: nl.people.atTable(1) }).click();
    await page.getByLabel(nl.people.changeName).waitFor();
    await page.keyboard.press('Escape');
    await page.getByLabel(nl.people.changeName).waitFor({ state: 'detached' });
    for (const item of [nl.menu.takeHome, nl.menu.bringIn, nl.menu.shortcuts, nl.menu.about]) {
      await page.getByRole('button', { name: nl.top.menu, exact: true }).click();
      await page.getByRole('menuitem', { name: item }).click();
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      await flawless(page, item);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
  });

  test('who leads reads the invitation from afar, and goes on through all steps without looking where the arrow is', async () => {
    const cloth = await newCloth(program.url, { title: 'leesplezier' });
    const fred = await comeWith(people, device, options);
    await fred.open(cloth.urls.facilitator);
    await fred.button(nl.top.share);
    await fred.page.getByRole('img', { name: nl.share.qrLabel }).waitFor();
    await fred.page.getByText(/^[\dA-Z]{3} [\dA-Z]{4}$/).waitFor();
    await flawless(fred.page, 'the invitation');
    await fred.page.keyboard.press('Escape');
    await fred.page.getByRole('dialog').waitFor({ state: 'detached' });

    await takeSeat(fred, 'Fred');
    const arrow = fred.page.getByRole('button', { name: nl.action['step-on'], exact: true });
    const place = await arrow.boundingBox();
    for (const step of [2, 3, 4, 5]) {
      await fred.button(nl.action['step-on']);
      await fred.atStep(step);
      expect((await arrow.boundingBox())?.x, `at step ${step}`).toBeCloseTo(place?.x ?? Number.NaN, -1);
      await flawless(fred.page, `step ${step}`);
    }
  });

  test('a shared screen says in words that it only looks', async () => {
    const cloth = await newCloth(program.url, { title: 'Literatuuronderwijs met plezier in alle klassen' });
    const { page } = await person();
    await page.goto(automated(cloth.urls.viewer));
    const words = page.getByText(nl.top.viewOnly, { exact: true });
    await words.waitFor();
    expect((await words.boundingBox())?.width).toBeGreaterThan(60);
    await flawless(page, 'the shared screen');
  });

  async function person() {
    return people.arrive(device, options);
  }

  async function select(page: Page): Promise<void> {
    const box = await page.evaluate(() => {
      const [item] = window.tafelkleed?.snapshot().items ?? [];
      return item && window.tafelkleed?.screenOf(item.id);
    });
    if (!box) throw new Error('nothing lies on the cloth');
    const spot = [box.x + box.w / 2, box.y + box.h / 2] as const;
    if (fingertip > 0) await page.touchscreen.tap(...spot);
    else await page.mouse.click(...spot);
  }
});
