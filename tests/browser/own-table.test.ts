import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { gatherPeople } from '../support/browser.ts';
import { comeWith, gatherAt } from '../support/joining.ts';
import type { Participant } from '../support/participant.ts';
import { newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();
const PATIENCE = { timeout: 10_000 };

const seatsOn = async (who: Participant) => (await who.snapshot()).seats.flatMap(({ name }) => (name ? [name] : []));

/** Types a name on arriving, as far as the question whether one is the one who sits there. */
async function comeAs(who: Participant, link: string, name: string): Promise<void> {
  await who.open(link);
  await who.fill(who.page.getByLabel(nl.arrival.name), name);
  await who.button(nl.arrival.submit);
}

test('one gets one’s seat on another device: at once, or from who sits there, or from who leads', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [ellen, phone] = await gatherAt(people, [
    ['laptop', cloth.urls.facilitator],
    ['phone', cloth.urls.participant, 'Joris'],
  ]);
  await phone.write('boekenlijst');
  const laptop = await comeWith(people, 'laptop');
  await comeAs(laptop, cloth.urls.participant, 'joris');
  await laptop.page.getByRole('heading', { name: nl.arrival.isItYou('Joris') }).waitFor();
  await laptop.button(nl.arrival.takeSeat);
  await laptop.page.getByText(nl.arrival.waiting('Joris')).waitFor();
  await phone.page.getByText(nl.arrival.claimed('Joris')).waitFor();
  await phone.button(nl.arrival.giveSeat);
  await laptop.write('film');
  await expect.poll(() => seatsOn(ellen), PATIENCE).toEqual(expect.not.arrayContaining(['joris']));
  expect((await seatsOn(ellen)).filter((name) => name === 'Joris')).toHaveLength(1);
  const { items } = await ellen.snapshot();
  expect(new Set(items.map(({ seat }) => seat)).size).toBe(1);

  // The phone asks for it back; the laptop does not hear, and who leads settles it.
  await phone.page.getByRole('heading', { name: nl.arrival.movedTitle }).waitFor();
  await phone.button(nl.arrival.submit);
  await phone.button(nl.arrival.takeSeat);
  await laptop.page.getByText(nl.arrival.claimed('Joris')).waitFor();
  await ellen.menu(nl.manage.title);
  await ellen.button(nl.manage.giveToOther);
  await expect.poll(() => phone.page.getByRole('heading', { name: nl.arrival.movedTitle }).count(), PATIENCE).toBe(0);
  await laptop.page.getByRole('heading', { name: nl.arrival.movedTitle }).waitFor();
  expect((await seatsOn(ellen)).filter((name) => name === 'Joris')).toHaveLength(1);
});

test('who leads closes the cloth and opens it, renames a seat, replaces the links and deletes it for good', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [ellen, joris] = await gatherAt(people, [
    ['laptop', cloth.urls.facilitator],
    ['tablet', cloth.urls.participant, 'Joris'],
  ]);
  await joris.write('boekenlijst');
  await ellen.menu(nl.manage.title);
  const dialog = ellen.page.getByRole('dialog');
  await ellen.button(nl.manage.closeNow, dialog);
  await joris.page.getByText(nl.steps.closed).waitFor();
  expect(await joris.page.getByRole('textbox', { name: nl.capture.label }).getAttribute('readonly')).not.toBeNull();
  await ellen.button(nl.steps.reopen, dialog);
  await expect.poll(() => joris.page.getByText(nl.steps.closed).count(), PATIENCE).toBe(0);
  await joris.write('film');

  await ellen.press(dialog.getByRole('button', { name: /^Joris/ }));
  await ellen.fill(dialog.getByLabel(nl.manage.nameOf), 'Joris K.');
  await ellen.button(nl.manage.rename, dialog);
  await expect.poll(() => seatsOn(joris), PATIENCE).toContain('Joris K.');

  joris.person.allow(/4401|WebSocket/);
  await ellen.button(nl.manage.linkOf(nl.people.roles.participant), dialog);
  await ellen.button(nl.manage.replace, dialog);
  await joris.page.getByText(nl.closed.unauthorised.title).waitFor();

  ellen.person.allow(/WebSocket|404|4410/);
  await ellen.button(nl.manage.remove, dialog);
  await dialog.getByText(nl.manage.removeSure(2)).waitFor();
  await ellen.button(nl.manage.removeNow, dialog);
  await ellen.page.getByText(nl.closed.forGood.title).waitFor();
});
