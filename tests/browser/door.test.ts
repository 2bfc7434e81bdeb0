import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { school } from '../server/door-school.ts';
import { gatherPeople } from '../support/browser.ts';

const people = gatherPeople();
const NAME = 'De Regenboog';

test('who leads opens the door, a colleague signs in at it, invites others so, and is out again when it closes', async () => {
  const { signIn, room, page, setDoor } = await school();
  await setDoor(false);
  const gemma = (await people.arrive('laptop')).page;
  await gemma.goto(room.urls.facilitator);
  await gemma.getByRole('button', { name: nl.commons.invite }).click();
  const lets = gemma.getByRole('switch', { name: nl.door.open(NAME) });
  await lets.check();
  const link = gemma.getByRole('textbox', { name: new RegExp(nl.door.link) });
  expect(await link.inputValue()).toBe(page);

  const arrived = await people.arrive('phone');
  arrived.allow(/40[14]/);
  const theo = arrived.page;
  // First one who may not come in, and then one who may.
  const { who } = signIn;
  signIn.who = { sub: 'pupil', affiliation: 'student' };
  await theo.goto(page);
  const go = theo.getByRole('button', { name: nl.door.signIn(NAME) });
  await theo.getByText(nl.door.text(NAME, 1)).waitFor();
  await go.click();
  await theo.getByText(nl.door.news['not-allowed'](NAME)).waitFor();
  signIn.who = who;
  await theo.context().clearCookies();
  await go.click();
  await theo.getByRole('heading', { name: nl.wall.emptyTitle }).waitFor();
  expect(new URL(theo.url()).hash).toMatch(/^#[\w-]{24}$/);
  await theo.getByRole('button', { name: nl.commons.invite }).click();
  await theo.getByText(new RegExp(`met je account van ${NAME}`)).waitFor();
  expect(await theo.getByRole('textbox').count()).toBe(1);
  await theo.keyboard.press('Escape');

  await lets.uncheck();
  const told = theo.getByRole('alertdialog', { name: nl.door.shutTitle });
  await told.getByRole('button', { name: nl.door.lookOn }).click();
  await theo.getByRole('heading', { name: nl.wall.emptyTitle }).waitFor();
});
