import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { gatherPeople } from '../support/browser.ts';
import { differentiatie } from '../support/cases/differentiatie.ts';
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

/** Where what one works with stands: tools, arrow and beads. */
function barsOn(page: Page): Promise<readonly (readonly number[])[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-tools], header > *')].map((bar) => {
      const { left, top, width, height } = bar.getBoundingClientRect();
      return [left, top, width, height].map(Math.round);
    }),
  );
}
