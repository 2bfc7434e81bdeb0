import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { wordsOn } from '../support/automation.ts';
import { gatherPeople } from '../support/browser.ts';
import { takeSeat } from '../support/joining.ts';
import { Participant } from '../support/participant.ts';
import { newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();

const PATIENCE = { timeout: 10_000 };

/** Chooses something from the menu. */
async function choose(who: Participant, name: string): Promise<void> {
  await who.button(nl.top.menu);
  await who.press(who.page.getByRole('menuitem', { name, exact: true }));
}

test('a moment is kept, looked back at, compared with now and laid as a copy; a double is made one and parted', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const fred = new Participant(await people.arrive('laptop'), { touch: false });
  const { page } = fred;
  await fred.open(cloth.urls.facilitator);
  await fred.snapshot();
  await takeSeat(fred, 'Fred');
  await fred.write('boekenlijst', 'proefles');

  await choose(fred, nl.moments.title);
  const panel = page.getByRole('complementary', { name: nl.moments.title });
  await panel.getByLabel(nl.moments.name).fill('na de studiedag');
  await fred.button(nl.moments.keep, panel);
  await panel.getByRole('heading', { name: 'na de studiedag' }).waitFor();
  await fred.write('filmmateriaal', 'Boekenlijst');
  await fred.select('proefles');
  await page.keyboard.press('Delete');
  await expect.poll(() => wordsOn(page), PATIENCE).toEqual(['Boekenlijst', 'boekenlijst', 'filmmateriaal']);

  await fred.button(nl.moments.lookBack, panel);
  await page.getByRole('dialog', { name: 'na de studiedag' }).waitFor();
  await expect.poll(() => wordsOn(page), PATIENCE).toEqual(['boekenlijst', 'proefles']);
  // What is past is looked at: no key does anything to it, or to the cloth of now below.
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await fred.button(nl.moments.backToNow);
  await expect.poll(() => wordsOn(page), PATIENCE).toEqual(['Boekenlijst', 'boekenlijst', 'filmmateriaal']);

  await fred.button(nl.moments.compare, panel);
  await fred.button('filmmateriaal', panel);
  const { id } = await fred.item('filmmateriaal');
  expect(await page.evaluate(() => window.tafelkleed?.selection())).toEqual([id]);
  await fred.press(panel.getByRole('button', { name: /^proefles/ }));
  await expect.poll(() => wordsOn(page), PATIENCE).toEqual(['boekenlijst', 'proefles']);
  await page.keyboard.press('Escape');
  await fred.button(nl.moments.backToList, panel);

  await filmTold(fred, panel);

  await fred.press(panel.getByText(nl.moments.more('na de studiedag')));
  await fred.button(nl.moments.copy, panel);
  const link = panel.getByRole('link', { name: nl.moments.openCopy });
  await link.waitFor(PATIENCE);
  const [copy] = await Promise.all([fred.person.context.waitForEvent('page'), link.click()]);
  const other = new Participant({ ...fred.person, page: copy }, { touch: false });
  await copy.waitForURL(/\/c\//);
  await other.open(copy.url());
  await expect.poll(() => wordsOn(copy), PATIENCE).toEqual(['boekenlijst', 'proefles']);
  await copy.close();

  await fred.button(nl.moments.forget, panel);
  await panel.getByText(nl.moments.none).waitFor();
  await fred.button(nl.moments.undo);
  await panel.getByRole('heading', { name: 'na de studiedag' }).waitFor();

  await choose(fred, nl.doubles.title);
  const doubles = page.getByRole('complementary', { name: nl.doubles.title });
  await fred.button(nl.doubles.two, doubles);
  await fred.button(nl.doubles.aside(1), doubles);
  await fred.button(nl.doubles.one, doubles);
  await expect.poll(() => wordsOn(page), PATIENCE).toEqual(['boekenlijst', 'filmmateriaal']);
  await fred.button(nl.doubles.undo);
  await expect.poll(() => wordsOn(page), PATIENCE).toEqual(['Boekenlijst', 'boekenlijst', 'filmmateriaal']);

  // What is in the middle is the group's: whoever may write says whether it is an initiative or a theme.
  const gemma = new Participant(await people.arrive('phone'), { touch: true });
  await gemma.open(cloth.urls.participant);
  await gemma.sitDown('Gemma');
  await choose(gemma, nl.kind.toTheme);
  await expect.poll(async () => (await fred.snapshot()).meta.kind).toBe('theme');
  await choose(fred, nl.kind.toInitiative);
  await expect.poll(async () => (await fred.snapshot()).meta.kind).toBe('initiative');
});

/** How the cloth grew: looked at picture by picture, with the word that is gone since, and saved as a video that plays. */
async function filmTold(fred: Participant, panel: Locator): Promise<void> {
  const { page } = fred;
  await fred.button(nl.growth.open, panel);
  const dialog = page.getByRole('dialog', { name: nl.growth.title });
  const time = dialog.getByLabel(nl.growth.time);
  await dialog.getByLabel(nl.growth.speed).selectOption('60');
  await time.focus();
  const told: (string | null)[] = [await time.getAttribute('aria-valuetext')];
  for (let picture = 0; picture < 6; picture++) {
    await page.keyboard.press('ArrowRight');
    told.push(await time.getAttribute('aria-valuetext'));
  }
  const { steps, begin, moment, now } = nl.growth;
  expect(told.map((words) => words?.replace(/^.*?\d\d:\d\d, /, ''))).toEqual([
    begin,
    `${steps.ingredient}: boekenlijst`,
    `${steps.ingredient}: proefles`,
    moment('na de studiedag'),
    `${steps.ingredient}: filmmateriaal`,
    `${steps.ingredient}: Boekenlijst`,
    now,
  ]);
  // Its last picture is there: paper to the edge, and ink in the middle.
  await expect.poll(() => inkOn(dialog.getByRole('img', { name: now })), PATIENCE).toBe(true);

  const save = dialog.getByRole('button', { name: nl.growth.forms.webm.name });
  await expect.poll(() => save.isEnabled(), PATIENCE).toBe(true);
  const coming = page.waitForEvent('download', { timeout: 60_000 });
  await save.click();
  const video = await readFile(await (await coming).path());
  const played = await page.evaluate(async (bytes) => {
    const shown = document.createElement('video');
    shown.src = URL.createObjectURL(new Blob([Uint8Array.from(atob(bytes), (byte) => byte.charCodeAt(0))]));
    await new Promise((resolve, reject) => {
      shown.onloadeddata = resolve;
      shown.onerror = reject;
    });
    return { duration: shown.duration, width: shown.videoWidth, height: shown.videoHeight };
  }, video.toString('base64'));
  const length = Number(await time.getAttribute('max'));
  expect(played).toEqual({ duration: expect.closeTo(length, 0), width: 1_920, height: 1_080 });
  await page.keyboard.press('Escape');
}

/** Whether something other than paper was drawn in the middle of a canvas. */
function inkOn(canvas: Locator): Promise<boolean> {
  return canvas.evaluate((drawn) => {
    if (!(drawn instanceof HTMLCanvasElement)) return false;
    const { width, height } = drawn;
    const pixels = drawn.getContext('2d')?.getImageData(0, height / 2, width, 1).data ?? [];
    return (
      pixels.some((value, at) => at % 4 === 0 && value < 120) &&
      pixels.every((value, at) => at % 4 !== 3 || value === 255)
    );
  });
}
