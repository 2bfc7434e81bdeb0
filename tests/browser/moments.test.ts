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
