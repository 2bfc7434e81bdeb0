import type { Locator } from 'playwright-core';
import type { Participant } from '../../support/participant.ts';

/** What is agreed about the conversation with one connector. */
export interface Plan {
  readonly story: string;
  readonly by: string;
  readonly when: string;
  readonly together?: string;
}

/** Opens somebody's card in the list of contacts. */
export async function openCard(who: Participant, connector: string): Promise<Locator> {
  const { contacts: text } = who.text;
  await who.menu(text.title);
  const panel = who.page.getByRole('complementary', { name: text.title });
  await who.press(panel.getByRole('button', { name: connector }).first());
  const open = panel
    .getByRole('listitem')
    .filter({ has: who.page.getByRole('button', { name: connector, expanded: true }) });
  await open.waitFor();
  return open;
}

/** Fills in somebody's card. */
export async function prepare(who: Participant, connector: string, { story, by, when, together }: Plan): Promise<void> {
  const { contacts: text } = who.text;
  const card = await openCard(who, connector);
  await who.fill(card.getByRole('textbox', { name: text.story }), story);
  if (together !== undefined) {
    await who.button(text.group, card);
    await who.tick(card.getByRole('checkbox', { name: together }));
  }
  await who.fill(card.getByRole('combobox', { name: text.by }), by);
  await who.fill(card.getByRole('textbox', { name: text.when }), when);
  await who.button(text.planned, card);
}
