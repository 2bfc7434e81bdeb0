import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { gatherPeople } from '../support/browser.ts';
import { gatherAt } from '../support/joining.ts';
import { newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();

test('of two links that can be copied each button says which', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [fred] = await gatherAt(people, [['laptop', cloth.urls.facilitator]]);
  await fred.button(nl.top.share);
  const dialog = fred.page.getByRole('dialog', { name: nl.share.title });
  for (const link of [nl.share.participant, nl.share.viewer]) {
    await dialog.getByRole('button', { name: `${nl.dialog.copy}: ${link}`, exact: true }).waitFor();
  }
});

test('a marker is called by its colour, and what has no keys of its own is no toolbar', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [gemma] = await gatherAt(people, [['laptop', cloth.urls.facilitator]]);
  await gemma.act('new-connector');
  await gemma.name('Heleen');
  await gemma.button(nl.selection.colour);
  const markers = gemma.page.getByRole('group', { name: nl.selection.colour });
  await gemma.button(nl.selection.markers.green, markers);
  await expect.poll(async () => (await gemma.item('Heleen')).colour).toBe('#15803d');
  await gemma.page.getByRole('group', { name: nl.tools.title }).waitFor();
  expect(await gemma.page.getByRole('toolbar').count()).toBe(0);
});

test('a language is called by the letters that stand there, and by its name', async () => {
  const { page } = await people.arrive('laptop');
  await page.goto(program.url);
  await page.getByRole('button', { name: `EN, ${nl.app.languages.en}`, exact: true }).waitFor();
});
