import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { school } from '../server/door-school.ts';
import { call } from '../server/support.ts';
import { gatherPeople } from '../support/browser.ts';
import { hangIn, newCloth } from '../support/program.ts';

const people = gatherPeople();
const NAME = 'De Regenboog';

test('who leads opens the door, a colleague signs in at it, invites others so, and is out again when it closes', async () => {
  const { server, signIn, room, page, setDoor } = await school();
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
  // A calendar's link would outlast the visit.
  await theo.getByRole('button', { name: nl.year.title }).click();
  await theo.getByText(nl.year.calendarFrom).waitFor();
  expect(await theo.getByRole('button', { name: nl.year.calendar }).count()).toBe(0);

  // Their time ends while they are at a sheet that hangs there: they sign in once more, and are at it again.
  const cloth = await newCloth(server.url, { title: 'leesplezier' });
  await hangIn(server.url, { id: room.id, key: room.keys.participant }, cloth);
  await theo.getByRole('button', { name: nl.wall.title }).click();
  const hung = theo.getByRole('link', { name: /leesplezier/ });
  await hung.click();
  await theo.getByText(nl.top.viewOnly).waitFor();
  const visit = new URL(theo.url()).hash;
  const rotated = { key: room.keys.facilitator, body: { role: 'participant' } };
  expect((await call(server, 'POST', `/api/commons/${room.id}/keys/rotate`, rotated)).status).toBe(200);
  await theo.getByText(nl.door.over(NAME)).waitFor();
  await go.click();
  await theo.getByText(nl.top.viewOnly).waitFor();
  expect(new URL(theo.url()).hash).not.toBe(visit);
  await theo.getByRole('button', { name: nl.top.menu, exact: true }).click();
  await theo.getByRole('menuitem', { name: nl.commons.back }).click();
  await hung.waitFor();

  await lets.uncheck();
  const told = theo.getByRole('alertdialog', { name: nl.door.shutTitle });
  await told.getByRole('button', { name: nl.door.lookOn }).click();
  // What hangs there is not said to be taken down, for that is not why it is closed.
  await hung.click();
  await theo.getByRole('heading', { name: nl.door.shutTitle }).waitFor();
});
