import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { wordsOn } from '../support/automation.ts';
import { gatherPeople } from '../support/browser.ts';
import { gatherAt, takeSeat } from '../support/joining.ts';
import { Participant } from '../support/participant.ts';
import { type NewCloth, newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();

const PATIENCE = { timeout: 20_000 };

/** The step bar says on this page which step it is. */
async function atStep(who: Participant, step: number): Promise<void> {
  await who.page
    .getByRole('button', { name: new RegExp(`^Stap ${step}:.*\\.`) })
    .first()
    .waitFor(PATIENCE);
}

/** Fred, who leads and sits down too, and Gemma with her phone. */
async function fredAndGemma({ facilitator, participant }: NewCloth['urls']): Promise<[Participant, Participant]> {
  const [fred, gemma] = await gatherAt(people, [
    ['laptop', facilitator],
    ['phone', participant],
  ]);
  await takeSeat(fred, 'Fred');
  await gemma.sitDown('Gemma');
  await fred.seated('Gemma');
  return [fred, gemma];
}

const goesOn = (who: Participant) => who.page.getByRole('button', { name: nl.action['step-on'], includeHidden: true });

test('a facilitator whose tab was closed in mid-step goes on where it was, on another device', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [fred, gemma] = await fredAndGemma(cloth.urls);
  await fred.button(nl.action['step-on']);
  await fred.button(nl.timer.set);
  await fred.button(nl.timer.start, fred.page.getByRole('dialog', { name: nl.timer.title }));
  await fred.page.keyboard.press('Escape');
  await fred.writesSo(nl.steps.hide);
  await gemma.page.getByRole('timer').waitFor(PATIENCE);
  await gemma.write('boekenlijst');
  await gemma.saved(nl.saved.saved);
  await fred.page.close();

  // Without anyone who leads the time goes on, and so does the writing.
  await gemma.page.getByRole('button', { name: nl.people.atTable(1) }).waitFor(PATIENCE);
  await gemma.write('proefles');
  await gemma.saved(nl.saved.saved);

  const tablet = new Participant(await people.arrive('tablet'), { touch: true });
  await tablet.open(cloth.urls.facilitator);
  await tablet.snapshot();
  await atStep(tablet, 2);
  await expect.poll(() => tablet.page.getByRole('timer').textContent(), PATIENCE).toMatch(/^(19|20):\d\d$/);
  await expect.poll(() => wordsOn(tablet.page), PATIENCE).toEqual(['████████', '███████████']);
  await tablet.button(nl.steps.reveal);
  await expect.poll(() => wordsOn(tablet.page), PATIENCE).toEqual(['boekenlijst', 'proefles']);
  await tablet.press(goesOn(tablet));
  await atStep(gemma, 3);
});

test('leading is shared by a link and handed over when the other has come; the last who leads is asked before going', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [fred, gemma] = await fredAndGemma(cloth.urls);
  expect(await goesOn(gemma).count()).toBe(0);

  // Nobody else leads yet: going home asks first, with the link to pass on.
  await fred.button(nl.top.home);
  const asked = fred.page.getByRole('dialog', { name: nl.lead.last });
  await asked.getByRole('textbox', { name: nl.lead.link }).waitFor(PATIENCE);
  await fred.button(nl.lead.stay, asked);

  // Handing over is begun before the other is there; until then Fred leads.
  await fred.button(nl.top.share);
  const dialog = fred.page.getByRole('dialog', { name: nl.share.title });
  await fred.press(dialog.getByText(nl.lead.title));
  const field = dialog.getByRole('textbox', { name: nl.lead.link });
  await expect.poll(() => field.inputValue(), PATIENCE).toMatch(/#/);
  const link = await field.inputValue();
  await fred.button(nl.lead.handOver, dialog);
  await dialog.getByText(nl.lead.waiting).waitFor(PATIENCE);
  expect(await goesOn(fred).count()).toBe(1);

  const caroline = new Participant(await people.arrive('tablet'), { touch: true });
  await caroline.open(link);
  await caroline.snapshot();
  await fred.page.getByText(nl.lead.handedOver).waitFor(PATIENCE);
  await goesOn(caroline).waitFor(PATIENCE);
  await expect.poll(() => goesOn(fred).count(), PATIENCE).toBe(0);
  // He goes on at his own seat, with a link that does not lead.
  expect(fred.page.url()).not.toContain(cloth.keys.facilitator);
  await fred.write('boekenlijst');
  await caroline.item('boekenlijst');
  expect((await fred.item('boekenlijst')).by).toBe('Fred');
  await caroline.press(goesOn(caroline));
  await atStep(fred, 2);

  // Two who lead: either may go without a question.
  const link2 = caroline.page.url();
  const heleen = new Participant(await people.arrive('laptop'), { touch: false });
  await heleen.open(link2);
  await heleen.snapshot();
  await heleen.page.getByRole('button', { name: nl.people.atTable(4) }).waitFor(PATIENCE);
  await heleen.button(nl.top.home);
  await heleen.page.getByRole('heading', { name: nl.home.mine }).waitFor(PATIENCE);
});

test('of two who hand over to each other at the same moment one goes on leading; one’s own second tab is nobody to hand over to', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [fred, caroline] = await gatherAt(people, [
    ['laptop', cloth.urls.facilitator],
    ['laptop', cloth.urls.facilitator],
  ]);
  await takeSeat(fred, 'Fred');
  await takeSeat(caroline, 'Caroline');
  await fred.seated('Caroline');
  const second = await fred.person.context.newPage();
  await second.goto(cloth.urls.facilitator);
  await second.getByRole('button', { name: nl.people.atTable(2) }).waitFor(PATIENCE);
  await fred.page.bringToFront();
  const open = async (who: Participant) => {
    await who.button(nl.top.share);
    const dialog = who.page.getByRole('dialog', { name: nl.share.title });
    await who.press(dialog.getByText(nl.lead.title));
    return dialog;
  };
  const [of, at] = [await open(fred), await open(caroline)];
  // Only Caroline, though Fred's other tab leads too.
  const give = of.getByRole('button', { name: nl.lead.handOverTo('Caroline'), exact: true });
  await give.waitFor(PATIENCE);
  await second.close();
  const take = at.getByRole('button', { name: nl.lead.handOverTo('Fred'), exact: true });
  await take.waitFor(PATIENCE);
  await Promise.all([give.click(), take.click()]);
  const leads = async () => (await Promise.all([fred, caroline].map((who) => goesOn(who).count()))).join('');
  await expect.poll(leads, PATIENCE).toMatch(/^(01|10)$/);
  // Whose turn comes later hears meanwhile that nobody else leads any more, and waits for somebody to hand over to.
  const [stays, dialog] = (await leads()) === '10' ? [fred, of] : [caroline, at];
  await dialog.getByText(nl.lead.waiting).waitFor(PATIENCE);
  await stays.page.keyboard.press('Escape');
  await stays.press(goesOn(stays));
  await Promise.all([atStep(fred, 2), atStep(caroline, 2)]);
  expect(await leads()).toMatch(/^(01|10)$/);
});
