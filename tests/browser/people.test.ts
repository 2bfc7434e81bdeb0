import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { automated } from '../support/automation.ts';
import { gatherPeople } from '../support/browser.ts';
import { gatherAt } from '../support/joining.ts';
import { newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';
import { stockClient } from '../support/stock-client.ts';

const people = gatherPeople();
const program = sharedProgram();

const PATIENCE = { timeout: 10_000 };

test('the list of who is at the table begins at its top, by name, with each person once', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [theo, gemma, anna, screen] = await gatherAt(people, [
    ['phone', cloth.urls.participant, 'Theo'],
    ['laptop', cloth.urls.participant, 'Gemma'],
    ['laptop', cloth.urls.participant, 'Anna'],
    ['screen', cloth.urls.viewer],
  ]);
  const second = await gemma.person.context.newPage();
  await second.goto(automated(cloth.urls.participant));
  await second.getByRole('button', { name: nl.people.atTable(3), exact: true }).waitFor();

  const button = theo.page.getByRole('button', { name: nl.people.atTable(3), exact: true });
  await theo.press(button);
  const list = theo.page.getByRole('dialog', { name: nl.people.atTable(3) });
  await list.waitFor();
  expect(await list.locator('li > span:nth-child(2)').allTextContents()).toEqual([
    nl.people.you('Theo'),
    'Anna',
    'Gemma',
    nl.people.nameless.viewer,
  ]);
  // No keyboard comes up over half of a phone, and the list is not scrolled to the field for one's name.
  await expect.poll(() => list.evaluate((popup) => popup === document.activeElement)).toBe(true);
  await theo.page.keyboard.press('Escape');
  await expect.poll(() => button.evaluate((it) => it === document.activeElement)).toBe(true);

  const seated = screen.page.getByRole('region', { name: nl.people.atTable(3) });
  await expect.poll(() => seated.getByRole('listitem').count(), PATIENCE).toBe(3);
  await anna.saved(nl.saved.saved);
});

test('however many come, their faces stand beside the step and its arrow, not over them', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [host] = await gatherAt(people, [['laptop', cloth.urls.facilitator]]);
  const guests = Array.from({ length: 11 }, (_, nth) => {
    const guest = stockClient(program.url, cloth.id, cloth.keys.participant);
    const user = { name: `Gast ${nth}`, colour: '#0f766e', role: 'participant', seat: `seat-${nth}` };
    guest.provider.awareness.setLocalState({ user });
    return guest;
  });
  const faces = host.page.getByRole('button', { name: nl.people.atTable(12), exact: true });
  await faces.waitFor(PATIENCE);
  const next = host.page.getByRole('button', { name: nl.action['step-on'], exact: true });
  const broadest = 1_920;
  for (const width of [1_100, 1_200, 1_366, 1_600, 1_879, 1_880, broadest]) {
    await host.page.setViewportSize({ width, height: 768 });
    const gap = async () => {
      const [arrow, bar] = [await next.boundingBox(), await faces.boundingBox()];
      return arrow && bar ? bar.x - arrow.x - arrow.width : Number.NaN;
    };
    await expect.poll(gap, { message: `${width} px` }).toBeGreaterThanOrEqual(8);
  }
  for (const { leave } of guests) leave();
});
