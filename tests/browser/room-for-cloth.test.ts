import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readSnapshot } from '../../shared/document/read.ts';
import { buildScene } from '../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../shared/text/text-measure.ts';
import { viewOn } from '../support/automation.ts';
import { gatherPeople } from '../support/browser.ts';
import { differentiatie } from '../support/cases/differentiatie.ts';
import { seededCloth } from '../support/cases/seeded.ts';
import { clothShare } from '../support/cloth-share.ts';
import { gatherAt } from '../support/joining.ts';
import { layOn, newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();

/** Of each screen at least so much is cloth while all of it is in view, in whatever step. */
const LEAST = { laptop: 0.58, tablet: 0.58, phone: 0.3, screen: 0.74 } as const;
/** And on a phone at one's own edge. */
const LEAST_AT_EDGE = 0.55;
/** A letter on a badge, as part of the badge's radius. */
const LETTER = 1.35;
/** A view that glides gets this long, and a screen that stands before an edge while it is read. */
const PATIENCE = { timeout: 15_000 };
const WALKS_ON = { timeout: 30_000 };

test('in every step most of every screen is cloth, and what one presses stays where it is', async () => {
  const cloth = await newCloth(program.url, { title: 'differentiatie als jaarthema' });
  await layOn(program.url, cloth, differentiatie());
  const [laptop, tablet, phone, screen] = await gatherAt(people, [
    ['laptop', cloth.urls.facilitator],
    ['tablet', cloth.urls.participant, 'Ingrid'],
    ['phone', cloth.urls.participant, 'Joris'],
    ['screen', cloth.urls.viewer],
  ]);
  const pages = { laptop: laptop.page, tablet: tablet.page, phone: phone.page, screen: screen.page };
  await expect.poll(() => clothShare(phone.page)).toBeGreaterThan(LEAST_AT_EDGE);
  await phone.act('fit');

  const places = () => Promise.all([laptop.page, tablet.page, phone.page].map(barsOn));
  const begin = await places();
  for (const step of [1, 2, 3, 4, 5]) {
    if (step > 1) await laptop.button(laptop.text.action['step-on']);
    await Promise.all([laptop, tablet, phone].map((each) => each.atStep(step)));
    // A tip under the mouse is no furniture.
    await laptop.page.mouse.move(600, 400);
    for (const [device, page] of Object.entries(pages)) {
      const least = LEAST[device as keyof typeof LEAST];
      const message = `${device}, step ${step}`;
      await expect.poll(() => clothShare(page), { message }).toBeGreaterThanOrEqual(least);
    }
    expect(await places(), `step ${step}`).toEqual(begin);
  }

  // With a tool in hand there is something to say, above what one writes with.
  await laptop.act('tie');
  await laptop.page.getByText(laptop.text.tools.tieHint).waitFor();
  await phone.act('tie');
  await phone.page.getByText(phone.text.tools.tieHint).waitFor();
  expect(await places()).toEqual(begin);

  // Only the cloth: by key, which Esc takes back too, by button, and on the shared screen.
  await laptop.page.keyboard.press('Escape');
  await laptop.page.keyboard.press('f');
  await expect.poll(() => clothShare(laptop.page)).toBeGreaterThan(0.8);
  await laptop.page.keyboard.press('Escape');
  await expect.poll(() => clothShare(laptop.page)).toBeLessThan(0.7);
  await phone.act('only-cloth');
  await phone.page.getByRole('group', { name: phone.text.tools.title }).waitFor({ state: 'hidden' });
  await phone.act('only-cloth');
  await phone.page.getByRole('group', { name: phone.text.tools.title }).waitFor();
  await screen.page.keyboard.press('f');
  await expect.poll(() => clothShare(screen.page)).toBeGreaterThan(0.8);
  expect(await places()).toEqual(begin);
});

test('of 24 people and 200 ingredients the letters can be read on the shared screen, and the words while it walks by their edge', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const full = readSnapshot(seededCloth({ seats: 24, connectors: 20, ties: 480, seed: 7 }));
  expect(full.items.filter(({ kind }) => kind === 'ingredient').length).toBeGreaterThanOrEqual(190);
  await layOn(program.url, cloth, full);
  const [screen] = await gatherAt(people, [['screen', cloth.urls.viewer]]);
  const { page, text } = screen;
  const scene = buildScene(full, fontMeasure);
  const letters = Math.min(...scene.items.flatMap(({ badges }) => badges.map(({ radius }) => radius * LETTER)));
  const words = Math.min(...scene.items.map((item) => item.text.size));
  const pxPerMm = async () => (await viewOn(page))?.zoom ?? 0;
  await expect.poll(async () => letters * (await pxPerMm()), PATIENCE).toBeGreaterThanOrEqual(14);

  const edges: string[] = [];
  const edge = page.getByRole('region', { name: text.steps.title }).getByRole('status');
  await screen.button(text.top.menu);
  await screen.press(page.getByRole('menuitemcheckbox', { name: text.walk.stroll }));
  for (let nth = 0; nth < 2; nth++) {
    await expect.poll(async () => edges.at(-1) === (await edge.textContent()), WALKS_ON).toBe(false);
    edges.push((await edge.textContent()) ?? '');
    await expect.poll(async () => words * (await pxPerMm()), PATIENCE).toBeGreaterThanOrEqual(16);
  }
  const { seats } = await screen.snapshot();
  const [first = -1, second] = edges.map((at) => seats.findIndex(({ name }) => text.walk.edgeOf(name) === at));
  expect([first >= 0, second]).toEqual([true, first + 1]);
  // A hand on the mouse lifts the curtain from what can be pressed.
  await page.mouse.move(600, 400);
  await screen.button(text.top.menu);
  await screen.press(page.getByRole('menuitemcheckbox', { name: text.walk.stroll }));
  await edge.waitFor({ state: 'detached' });
  await expect.poll(async () => words * (await pxPerMm()), PATIENCE).toBeLessThan(16);
});

/** Where what one works with stands: tools, arrow and beads. */
function barsOn(page: Page): Promise<readonly (readonly number[])[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-tools], header > *')].map((bar) => {
      const { left, top, width, height } = bar.getBoundingClientRect();
      return [left, top, width, height].map(Math.round);
    }),
  );
}
