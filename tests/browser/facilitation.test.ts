import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { markWords } from '../../shared/formats/pictures/mark-words.ts';
import { wordsOn } from '../support/automation.ts';
import { gatherPeople } from '../support/browser.ts';
import { gatherAt, takeSeat } from '../support/joining.ts';
import { newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();

const PATIENCE = { timeout: 15_000 };

test('who leads ties on and on, says a few words to all, shows all a moment, and hands over to a name in the list', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [fred, gemma, screen] = await gatherAt(people, [
    ['laptop', cloth.urls.facilitator],
    ['phone', cloth.urls.participant, 'Gemma'],
    ['screen', cloth.urls.viewer],
  ]);
  await takeSeat(fred, 'Fred');
  const everyone = [fred, gemma, screen];
  await gemma.write('boekenlijst', 'proefles');

  // One press for the tool, two for each tie; a connector that is left without a name leaves nothing, and nothing to undo.
  await fred.item('proefles');
  await fred.act('new-connector');
  await fred.name('Heleen');
  await fred.act('tie');
  for (const words of ['boekenlijst', 'proefles']) {
    await fred.tap(await fred.spotOf(words));
    await fred.tap(await fred.spotOf('Heleen'));
  }
  await expect.poll(async () => (await gemma.snapshot()).ties.length, PATIENCE).toBe(2);
  await fred.button(nl.tools.stop);
  await fred.act('new-connector');
  await expect.poll(async () => (await gemma.snapshot()).items.length, PATIENCE).toBe(4);
  await fred.page.keyboard.press('Escape');
  await expect.poll(async () => (await gemma.snapshot()).items.length, PATIENCE).toBe(3);
  await fred.act('undo');
  await expect.poll(async () => (await gemma.snapshot()).ties.length, PATIENCE).toBe(1);
  await fred.act('redo');
  await expect.poll(async () => (await gemma.snapshot()).ties.length, PATIENCE).toBe(2);
  expect((await fred.snapshot()).items).toHaveLength(3);

  // A few words stand on every screen until they are read, or taken back for all.
  await fred.button(nl.said.open);
  const dialog = fred.page.getByRole('dialog', { name: nl.said.title });
  await fred.fill(dialog.getByLabel(nl.said.words), 'twee minuten, dan pauze');
  await fred.button(nl.said.send, dialog);
  const said = everyone.map(({ page }) => page.locator('[data-said]').getByText('twee minuten, dan pauze'));
  for (const each of said) await each.waitFor(PATIENCE);
  await gemma.button(nl.said.putAway);
  await said[1]?.waitFor({ state: 'detached' });
  await said[2]?.waitFor();
  await fred.button(nl.said.putAwayForAll);
  await said[2]?.waitFor({ state: 'detached', ...PATIENCE });

  // Time is up on every screen, though nobody's hands are held.
  await fred.button(nl.timer.set);
  const time = fred.page.getByRole('dialog', { name: nl.timer.title });
  await fred.fill(time.getByRole('textbox', { name: nl.timer.howLong }), '3');
  await fred.button(nl.timer.start, time);
  await fred.button(nl.timer.end, time);
  await fred.button(nl.steps.close, time);
  await gemma.page.getByText(nl.steps.over).waitFor(PATIENCE);
  await screen.page.getByRole('timer').getByText(nl.timer.over).waitFor(PATIENCE);
  await fred.button(nl.steps.goOn);
  await gemma.page.getByText(nl.steps.over).waitFor({ state: 'detached', ...PATIENCE });

  // A moment is looked back at together, then compared with now; who writes meanwhile is only told, and who leads ends it.
  await fred.menu(nl.moments.title);
  const panel = fred.page.getByRole('complementary', { name: nl.moments.title });
  await fred.fill(panel.getByLabel(nl.moments.name), 'voor de pauze');
  await fred.button(nl.moments.keep, panel);
  await fred.write('filmmateriaal');
  const then = ['Heleen', 'boekenlijst', 'proefles'];
  await gemma.page.getByRole('textbox', { name: nl.capture.label }).fill('half een wo');
  await fred.button(nl.moments.lookBack, panel);
  await fred.button(nl.moments.showAll);
  const past = everyone.map(({ page }) => page.getByRole('dialog', { name: 'voor de pauze' }));
  await past[2]?.waitFor(PATIENCE);
  await expect.poll(() => wordsOn(screen.page), PATIENCE).toEqual(then);
  await gemma.button(nl.fields.lookAlong);
  await past[1]?.waitFor(PATIENCE);
  await fred.page.getByText(nl.moments.allLookAlong).waitFor();
  await fred.button(nl.moments.backToNow);
  for (const each of past) await each.waitFor({ state: 'detached', ...PATIENCE });
  expect(await gemma.page.getByRole('textbox', { name: nl.capture.label }).inputValue()).toBe('half een wo');
  await fred.button(nl.moments.compare, panel);
  const marks = everyone.map(({ page }) => page.getByRole('region', { name: nl.compare.legend }));
  await fred.button(nl.moments.showAll);
  for (const each of marks) await each.getByText(markWords('nl').words.added).waitFor(PATIENCE);
  await fred.button(nl.compare.done);
  for (const each of marks) await each.waitFor({ state: 'detached', ...PATIENCE });

  // In the last step the screen says what the letters mean.
  await fred.act('step-on');
  await fred.act('step-on');
  await fred.act('step-on');
  await fred.act('step-on');
  await screen.page.getByRole('region', { name: nl.legend.title }).getByText(nl.positions.l.means).waitFor(PATIENCE);

  // Gemma is asked, takes over, and Fred goes on as one of the group.
  await fred.button(nl.people.atTable(2));
  const list = fred.page.getByRole('dialog', { name: nl.people.atTable(2) });
  await fred.press(list.getByRole('button', { name: /^Gemma/ }));
  await fred.button(nl.lead.give('Gemma'), list);
  await fred.page.getByText(nl.lead.waitingFor('Gemma')).waitFor(PATIENCE);
  await gemma.page.getByText(nl.lead.given).waitFor(PATIENCE);
  await gemma.button(nl.lead.takeOver);
  await fred.page.getByText(nl.lead.handedOver).waitFor(PATIENCE);
  await gemma.act('step-back');
  await fred.atStep(4);
  expect(fred.page.url()).not.toContain(cloth.keys.facilitator);
  expect((await gemma.item('boekenlijst')).by).toBe('Gemma');
});
