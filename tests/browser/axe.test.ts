import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { en } from '../../client/i18n/en.ts';
import { nl, type Texts } from '../../client/i18n/nl.ts';
import { readSnapshot } from '../../shared/document/read.ts';
import { boxAt } from '../../shared/layout/boxes.ts';
import { axeFindings } from '../support/axe.ts';
import { DEVICES, type Device, gatherPeople } from '../support/browser.ts';
import { smallCloth } from '../support/cloth.ts';
import { comeWith, takeSeat } from '../support/joining.ts';
import { Participant } from '../support/participant.ts';
import { layOn, newCloth, newSheet } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();

test('axe finds its own kind of fault', async () => {
  const { page } = await people.arrive('laptop');
  await page.setContent(`<html lang="nl"><title>x</title><main><h1>x</h1><button></button>
    <button aria-label="Also initiator">Add <i aria-hidden="true">i</i></button>
    <button aria-label="Step 1: read. Together">read <b>to\u00adgether</b></button></main>`);
  expect(await axeFindings(page)).toEqual([
    expect.stringMatching(/^button-name: <button><.button>: /),
    'misnamed: “Also initiator” shows “add”',
  ]);
});

test('axe finds nothing on the pages that lead to a cloth', async () => {
  const { page } = await people.arrive('phone');
  const look = lookingOver(page);
  await page.goto(program.url);
  await page.getByLabel(nl.home.question).waitFor();
  await look('home');
  await page.goto(`${program.url}/join`);
  await page.getByLabel(nl.join.code).waitFor();
  await look('join');
  await page.goto(`${program.url}/about`);
  await page.getByText(nl.about.methodTitle).waitFor();
  await look('about');
  await page.goto(`${program.url}/#room`);
  await page.getByLabel(nl.commons.of).waitFor();
  await look('a new room');
  await page.goto(`${program.url}/c/niet.bestaand`);
  await page.getByText(nl.gone.pageTitle).waitFor();
  await look('nothing here');
  expect(look.found).toEqual([]);
});

/** On a phone, in English, what stands there as it does on a laptop is not looked over twice. */
test.each<[Device, Texts]>([
  ['laptop', nl],
  ['phone', en],
])('axe finds nothing on a cloth on a %s, whatever is open', async (device, text) => {
  const wide = device === 'laptop';
  const { fred, look } = await leading(device, text);
  await look('the cloth');
  await fred.choose('boeken');
  await look('something chosen');
  await fred.act('edit');
  await look('words being written');
  await fred.page.keyboard.press('Escape');
  if (wide) await look('the outline');
  for (const step of [2, 3, 4, 5]) {
    await fred.button(text.action['step-on']);
    await fred.atStep(step);
    if (wide || step === 5) await look(`step ${step}`);
  }
  await fred.button(text.top.menu);
  await look('the menu');
  await fred.page.keyboard.press('Escape');
  const sides = [
    text.insights.title,
    text.involvement.title,
    text.contacts.title,
    text.doubles.title,
    text.alone.title,
  ];
  for (const side of wide ? sides : sides.slice(0, 2)) {
    await fred.menu(side);
    await sideOf(fred, side).waitFor();
    await look(side);
    if (!wide) await fred.page.keyboard.press('Escape');
  }
  await fred.menu(text.moments.title);
  const moments = sideOf(fred, text.moments.title);
  await moments.getByLabel(text.moments.name).fill('eerste keer');
  await fred.button(text.moments.keep, moments);
  await moments.getByRole('heading', { name: 'eerste keer' }).waitFor();
  await look('moments');
  await fred.button(text.moments.compare, moments);
  await fred.page.getByRole('region', { name: text.compare.legend }).waitFor();
  await look('comparison');
  expect(look.found).toEqual([]);
});

test('axe finds nothing in the dialogs of a cloth, nor for who comes in or looks at the shared screen', async () => {
  const { fred, look, cloth } = await leading('phone', nl);
  for (const dialog of [
    nl.path.open,
    nl.menu.takeHome,
    nl.menu.bringIn,
    nl.hang.action,
    nl.manage.title,
    nl.menu.shortcuts,
    nl.menu.about,
  ]) {
    await fred.menu(dialog);
    await fred.page.getByRole('dialog').waitFor();
    await look(dialog);
    await fred.page.keyboard.press('Escape');
    await fred.page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await fred.button(nl.top.share);
  await fred.page.getByRole('img', { name: nl.share.qrLabel }).waitFor();
  await look('share');
  await fred.page.keyboard.press('Escape');
  await fred.menu(nl.fields.open);
  await fred.page.getByRole('region', { name: nl.fields.title }).waitFor();
  await look('the cloth by position');

  const { page } = await people.arrive('laptop', { locale: 'en-GB' });
  const lookThere = lookingOver(page);
  await page.goto(cloth.urls.viewer);
  await page.getByText(en.screen.step(1)).waitFor();
  await lookThere('the shared screen');
  await page.goto(cloth.urls.participant);
  await page.getByLabel(en.arrival.name).waitFor();
  await lookThere('asked for a name');
  await page.getByLabel(en.arrival.name).fill('Gemma');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: en.capture.label }).waitFor();
  await lookThere('a seat taken');
  expect(lookThere.found).toEqual([]);
  expect(look.found).toEqual([]);
});

test('axe finds nothing on a theme sheet and its line, nor in a network room', async () => {
  const theme = await newSheet(program.url, 'themes', { title: 'taal' });
  const room = await newSheet(program.url, 'commons');
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  await layOn(program.url, cloth, { ...readSnapshot(smallCloth()), initiative: 'leesplezier' });
  for (const sheet of [theme, cloth]) {
    const { status } = await fetch(`${program.url}/api/commons/${room.id}/sheets/${sheet.id}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${room.keys.participant}`,
        'content-type': 'application/json',
        'x-sheet-key': sheet.keys.facilitator,
      },
      body: JSON.stringify({ grant: 'look', names: 'all' }),
    });
    expect(status).toBeLessThan(300);
  }

  const fred = await comeWith(people, 'laptop');
  const look = lookingOver(fred.page);
  await fred.open(theme.urls.facilitator);
  await takeSeat(fred, 'Fred');
  await look('theme sheet');
  await fred.menu(nl.line.title);
  await sideOf(fred, nl.line.title).waitFor();
  await look('programme line');
  await fred.menu(nl.top.outline);
  await sideOf(fred, nl.outline.title).waitFor();
  // Its boxes are there to write in, with the keyboard alone.
  await fred.page.getByRole('treeitem', { name: nl.themeSheet.boxes.story }).focus();
  await fred.page.keyboard.press('Insert');
  await fred.page.locator('[role="tree"] textarea:focus').waitFor();
  await fred.page.keyboard.type('voorlezen');
  await fred.page.keyboard.press('Enter');
  await fred.page.getByRole('treeitem', { name: 'voorlezen' }).waitFor();
  expect(boxAt((await fred.item('voorlezen')).pos)).toBe('story');
  await look('outline of a theme');

  await fred.page.goto(room.urls.facilitator);
  await fred.page.locator('canvas[data-drawn="true"]').first().waitFor();
  await look('wall');
  await fred.button(nl.wall.menu('leesplezier'));
  await fred.page.getByRole('menuitem', { name: nl.wall.takeDown }).waitFor();
  await look('menu of a sheet on the wall');
  await fred.page.keyboard.press('Escape');
  await fred.button(nl.knows.title);
  // The answer is heard: the region was there before it.
  const heard = await fred.page.locator('main [role="status"]').elementHandle();
  await fred.fill(fred.page.getByLabel(nl.knows.question), 'boeken');
  await fred.page.keyboard.press('Enter');
  await fred.page
    .getByRole('button', { name: /“boeken”/ })
    .first()
    .waitFor();
  expect(await heard?.textContent()).toContain('“boeken”');
  await look('who knows what');
  await fred.button(nl.year.title);
  await fred.fill(fred.page.getByLabel(nl.year.newMeeting), '');
  await fred.page.getByLabel(nl.year.newMeeting).fill('2026-09-07');
  await fred.button(nl.year.addMeeting);
  await fred.page
    .getByRole('textbox', { name: nl.year.what })
    .or(fred.page.getByRole('combobox', { name: nl.year.what }))
    .first()
    .waitFor();
  await look('year line');
  await fred.button(nl.leftOut.title);
  await fred.page.getByRole('dialog').waitFor();
  await look('who is left out');
  await fred.page.keyboard.press('Escape');
  await fred.button(nl.commons.invite);
  await fred.page.getByRole('dialog').waitFor();
  await look('invitation to the room');
  expect(look.found).toEqual([]);
});

/** Somebody who leads, seated at a cloth on which something lies. */
async function leading(device: Device, text: Texts) {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  await layOn(program.url, cloth, { ...readSnapshot(smallCloth()), initiative: 'leesplezier' });
  const locale = text === nl ? 'nl-NL' : 'en-GB';
  const fred = new Participant(await people.arrive(device, { locale }), { touch: 'hasTouch' in DEVICES[device], text });
  await fred.open(cloth.urls.facilitator);
  await takeSeat(fred, 'Fred');
  return { fred, look: lookingOver(fred.page), cloth };
}

/** Looks a page over again and again; what was found is kept, so that a failing test tells all at once. */
function lookingOver(page: Page) {
  const found: string[] = [];
  const look = async (state: string) => {
    const news = (await axeFindings(page)).filter((finding) => !found.some((known) => known.endsWith(finding)));
    found.push(...news.map((finding) => `${state}: ${finding}`));
  };
  return Object.assign(look, { found });
}

function sideOf({ page }: Participant, name: string) {
  return page.getByRole('complementary', { name });
}
