import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { automated } from '../support/automation.ts';
import { gatherPeople } from '../support/browser.ts';
import { gatherAt } from '../support/joining.ts';
import type { Participant } from '../support/participant.ts';
import { newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';
import { openCard } from './five-steps/prepare.ts';

const people = gatherPeople();
const program = sharedProgram();

const PATIENCE = { timeout: 10_000 };

test('what is typed in a line of a contact is kept however one leaves it', async () => {
  const [gemma, theo] = await withHeleen();
  await type(gemma, nl.contacts.when, 'na de studiedag');
  await gemma.page.keyboard.press('Escape');
  await expect.poll(async () => (await theo.item('Heleen')).contactWhen, PATIENCE).toBe('na de studiedag');

  // Closed with the page itself, by going back or by loading it anew.
  await type(gemma, nl.contacts.by, 'Caroline');
  await gemma.page.reload();
  await expect.poll(async () => (await gemma.item('Heleen')).contactBy, PATIENCE).toBe('Caroline');
  await expect.poll(async () => (await theo.item('Heleen')).contactBy, PATIENCE).toBe('Caroline');
  await type(gemma, nl.contacts.when, 'in mei');
  await gemma.page.evaluate((home) => location.assign(home), program.url);
  await expect.poll(async () => (await theo.item('Heleen')).contactWhen, PATIENCE).toBe('in mei');
});

test('a line of a contact that one only looked at does not take back what another wrote there meanwhile', async () => {
  const [gemma, theo] = await withHeleen();
  await gemma.letGo();
  const card = await openCard(gemma, 'Heleen');
  await gemma.press(card.getByRole('textbox', { name: nl.contacts.when }));
  await theo.item('Heleen');
  await type(theo, nl.contacts.when, 'in juni');
  await theo.page.keyboard.press('Enter');
  await expect.poll(async () => (await gemma.item('Heleen')).contactWhen, PATIENCE).toBe('in juni');
  await gemma.page.keyboard.press('Escape');
  await card.waitFor({ state: 'detached' });
  expect((await gemma.item('Heleen')).contactWhen).toBe('in juni');
});

test('two tabs of one device each keep what stands in their own capture bar', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [gemma] = await gatherAt(people, [['laptop', cloth.urls.participant, 'Gemma']]);
  const field = (page: Page) => page.getByRole('textbox', { name: nl.capture.label });
  const second = await gemma.person.context.newPage();
  await second.goto(automated(cloth.urls.participant));
  await field(gemma.page).fill('woord in tab een');
  await field(second).fill('woord in tab twee');
  await gemma.page.reload();
  await expect.poll(() => field(gemma.page).inputValue(), PATIENCE).toBe('woord in tab een');

  await second.close();
  const third = await gemma.person.context.newPage();
  await third.goto(automated(cloth.urls.participant));
  await expect.poll(() => field(third).inputValue(), PATIENCE).toBe('woord in tab twee');
});

/** Gemma and Theo at a cloth on which Gemma has just laid the connector Heleen. */
async function withHeleen() {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const both = await gatherAt(people, [
    ['laptop', cloth.urls.participant, 'Gemma'],
    ['laptop', cloth.urls.participant, 'Theo'],
  ]);
  await both[0].act('new-connector');
  await both[0].name('Heleen');
  return both;
}

/** Types in a line of Heleen's card and stays there. */
async function type(who: Participant, label: string, words: string): Promise<void> {
  // The card of what is selected stands open already.
  await who.letGo();
  const card = await openCard(who, 'Heleen');
  await who.fill(card.getByLabel(label, { exact: true }), words);
}
