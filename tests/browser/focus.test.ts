import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { gatherPeople } from '../support/browser.ts';
import { gatherAt } from '../support/joining.ts';
import type { Participant } from '../support/participant.ts';
import { newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();

test('Escape from what lies over the cloth gives the keyboard back to what opened it, or to the cloth', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [gemma] = await gatherAt(people, [['laptop', cloth.urls.participant, 'Gemma']]);
  await gemma.button(nl.top.outline);
  await gemma.page.getByRole('complementary', { name: nl.outline.title }).waitFor();
  await gemma.page.keyboard.press('Escape');
  await expect.poll(() => focused(gemma)).toBe(nl.top.outline);

  await gemma.menu(nl.contacts.title);
  await gemma.page.getByRole('complementary', { name: nl.contacts.title }).waitFor();
  await gemma.page.keyboard.press('Escape');
  await expect.poll(() => focused(gemma)).toMatch(new RegExp(`${nl.top.menu}|${nl.canvas.cloth}`));

  await gemma.menu(nl.fields.open);
  await gemma.page.getByRole('region', { name: nl.fields.title }).waitFor();
  await gemma.page.keyboard.press('Escape');
  await expect.poll(() => focused(gemma)).toMatch(new RegExp(`${nl.top.menu}|${nl.canvas.cloth}`));
});

/** What has the keyboard, by its name; empty when nothing has. */
function focused({ page }: Participant): Promise<string> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
}
