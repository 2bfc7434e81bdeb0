import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { readSnapshot } from '../../shared/document/read.ts';
import { gatherPeople } from '../support/browser.ts';
import { smallCloth } from '../support/cloth.ts';
import { layOn, newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();
const PATIENCE = { timeout: 20_000 };

test('a school: a room is made, a cloth hung from its menu, looked at by a colleague, asked about, and taken down while they look', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier', locale: 'nl' });
  await layOn(program.url, cloth, { ...readSnapshot(smallCloth()), initiative: 'leesplezier' });
  const gemma = (await people.arrive('laptop')).page;
  await gemma.goto(program.url);
  await gemma.getByRole('button', { name: new RegExp(nl.commons.make) }).click();
  await gemma.getByLabel(nl.commons.of).fill('De Regenboog');
  await gemma.getByRole('button', { name: nl.commons.makeIt }).click();
  await gemma.getByRole('heading', { name: nl.wall.emptyTitle }).waitFor();
  const room = gemma.url();

  // From the cloth's own menu, in the room that this device knows.
  await gemma.goto(cloth.urls.facilitator);
  await gemma.getByRole('button', { name: nl.top.menu, exact: true }).last().click();
  await gemma.getByRole('menuitem', { name: nl.hang.action }).click();
  await gemma.getByRole('radio', { name: 'De Regenboog' }).check();
  await gemma.getByRole('button', { name: nl.hang.submit, exact: true }).click();
  await gemma.getByText(nl.hang.done('De Regenboog')).waitFor();

  // The link for taking part opens the wall on a colleague's phone, which sees the cloth and stands before it with one press.
  await gemma.goto(room);
  await gemma.getByRole('button', { name: nl.commons.invite }).click();
  const link = gemma.getByRole('textbox', { name: new RegExp(nl.roomShare.participant) });
  await expect.poll(() => link.inputValue(), PATIENCE).toContain('/r/');
  const address = await link.inputValue();
  await gemma.keyboard.press('Escape');
  const arrived = await people.arrive('phone');
  arrived.allow(/40[14]/);
  const theo = arrived.page;
  await theo.goto(address);
  const hung = theo.getByRole('link', { name: /leesplezier/ });
  await theo.locator('canvas[data-drawn="true"]').waitFor();
  await hung.click();
  await theo.getByRole('heading', { name: 'leesplezier' }).waitFor();
  await theo.getByText(nl.top.viewOnly).waitFor();
  expect(new URL(theo.url()).searchParams.has('via')).toBe(true);

  // Who knows something about it is answered in a sentence, and somebody who wants to be left out is, at once.
  await gemma.getByRole('button', { name: nl.knows.title }).click();
  await gemma.getByLabel(nl.knows.question).fill('wie weet iets van boeken?');
  await gemma.keyboard.press('Enter');
  await gemma.getByRole('button', { name: 'Bij “leesplezier” stond “boeken”, verbonden met “Heleen”.' }).waitFor();
  await gemma.getByRole('button', { name: nl.leftOut.title }).click();
  await gemma.getByLabel(nl.leftOut.name).fill('Heleen');
  await gemma.getByRole('button', { name: nl.leftOut.add, exact: true }).click();
  await gemma.keyboard.press('Escape');
  await gemma.getByRole('button', { name: nl.knows.ask, exact: true }).click();
  await gemma.getByRole('button', { name: 'Bij “leesplezier” stond “boeken”.' }).waitFor();

  // A meeting, and what comes up there; the next is proposed, and taken with a press.
  await gemma.getByRole('button', { name: nl.year.title }).click();
  for (const day of ['2026-09-07', '2026-11-16']) {
    await gemma.getByLabel(nl.year.newMeeting).fill(day);
    await gemma.getByRole('button', { name: nl.year.addMeeting }).click();
  }
  await gemma
    .getByRole('textbox', { name: nl.year.what })
    .or(gemma.getByRole('combobox', { name: nl.year.what }))
    .first()
    .fill('leesplezier');
  await gemma.getByRole('button', { name: nl.year.add, exact: true }).first().click();
  await gemma.getByRole('button', { name: nl.year.takeGhost('leesplezier', nl.year.ways.inform) }).click();
  await gemma
    .getByRole('button', { name: nl.year.removeEntry('leesplezier') })
    .nth(1)
    .waitFor();

  // Taken down, it closes under the eyes of who looks, and leads them back to the wall.
  await gemma.getByRole('button', { name: nl.wall.title }).click();
  await gemma.getByRole('button', { name: nl.wall.menu('leesplezier') }).click();
  await gemma.getByRole('menuitem', { name: nl.wall.takeDown }).click();
  await theo.getByText(nl.commons.notHungTitle).waitFor();
  await theo.getByRole('button', { name: nl.commons.back }).click();
  await theo.getByRole('heading', { name: nl.wall.emptyTitle }).waitFor();
});
