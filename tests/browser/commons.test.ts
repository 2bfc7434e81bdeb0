import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { nl } from '../../client/i18n/nl.ts';
import { createCloth } from '../../shared/commands/create.ts';
import { addItems } from '../../shared/commands/items.ts';
import { takeSeat } from '../../shared/commands/seats.ts';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { readSnapshot } from '../../shared/document/read.ts';
import { type BoxId, placeInBox } from '../../shared/layout/boxes.ts';
import { fontMeasure } from '../../shared/text/text-measure.ts';
import { automated, wordsOn } from '../support/automation.ts';
import { gatherPeople, type Person } from '../support/browser.ts';
import { item, smallCloth } from '../support/cloth.ts';
import { comeWith } from '../support/joining.ts';
import { hangIn, layOn, type NewCloth, newCloth, newSheet } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();
const PATIENCE = { timeout: 20_000 };

/** A theme sheet that three people made alone, each with words in a box, and that nobody laid together yet; it hangs in the room. */
async function themeMadeAlone(room: { readonly id: string; readonly key: string }): Promise<NewCloth> {
  const theme = await newSheet(program.url, 'themes', { locale: 'nl' });
  const made: Readonly<Record<string, readonly [BoxId, string]>> = {
    Gemma: ['name', 'taal leeft'],
    Theo: ['ideas', 'voorleesontbijt'],
    Karin: ['network', 'bibliotheek'],
  };
  const own = themeSheet();
  for (const name of Object.keys(made)) takeSeat(own, { holder: `toestel van ${name}`, name });
  const joint = readSnapshot(own);
  await layOn(program.url, theme, joint, 'themes');
  for (const { id: seat, name } of joint.seats.filter(({ name }) => name !== '')) {
    const answer = await fetch(`${program.url}/api/themes/${theme.id}/individuals`, {
      method: 'POST',
      headers: { authorization: `Bearer ${theme.keys.facilitator}`, 'content-type': 'application/json' },
      body: JSON.stringify({ seat }),
    });
    const alone = (await answer.json()) as NewCloth;
    const sheet = themeSheet();
    const [box, text] = made[name] ?? ['ideas', name];
    const [pos] = placeInBox(readSnapshot(sheet), box, [text], fontMeasure);
    addItems(sheet, [item(text, { text, by: name, ...(pos && { pos }) })]);
    await layOn(program.url, alone, readSnapshot(sheet), 'themes');
  }
  await hangIn(program.url, room, theme);
  return theme;
}

/** A finger that rests on something until it is held, carries it above something else and lets go there. */
async function comeWithFinger({ context, page }: Person): Promise<(what: Locator, above: Locator) => Promise<void>> {
  const touch = await context.newCDPSession(page);
  return async (what, above) => {
    const [from, to] = [await what.boundingBox(), await above.boundingBox()];
    if (!from || !to) throw new Error('both can be seen');
    const [x, y] = [from.x + 40, from.y + 30];
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', part: number) =>
      touch.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x, y: y + (to.y + 10 - y) * part }],
      });
    await send('touchStart', 0);
    await page.locator('[data-carried]').waitFor();
    for (const part of [0.3, 0.6, 1]) await send('touchMove', part);
    await send('touchEnd', 1);
  };
}

function themeSheet() {
  const doc = new Y.Doc();
  createCloth(doc, { sheet: 'theme', createdAt: 1 });
  return openCloth(doc);
}

test('a school: a room is made, a cloth hung from its menu, looked at by a colleague, asked about, and a theme made alone, together and rounded off, a year planned, and the cloth taken down while they look', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier', locale: 'nl' });
  await layOn(program.url, cloth, { ...readSnapshot(smallCloth()), initiative: 'leesplezier' });
  const host = await comeWith(people, 'laptop');
  const gemma = host.page;
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
  await theo.locator('canvas[data-drawn="true"]').first().waitFor();

  // Another cloth hangs there to write along on; a finger that rests on it takes hold of it, and it goes before the first.
  const other = await newCloth(program.url, { title: 'differentiatie', locale: 'nl' });
  const inRoom = { id: new URL(room).pathname.split('/').at(-1) ?? '', key: new URL(room).hash.slice(1) };
  await hangIn(program.url, inRoom, other, { grant: 'write' });
  const finger = await comeWithFinger(arrived);
  const [first, second] = [
    theo.getByRole('link', { name: /leesplezier/ }),
    theo.getByRole('link', { name: /differentiatie/ }),
  ];
  await second.waitFor();
  const order = async () =>
    (await theo.getByRole('listitem').allTextContents()).map((words) => /leesplezier|differentiatie/.exec(words)?.[0]);
  await expect.poll(order, PATIENCE).toEqual(['leesplezier', 'differentiatie']);
  await finger(second, first);
  await expect.poll(order, PATIENCE).toEqual(['differentiatie', 'leesplezier']);
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

  // A theme that three people made alone is laid together, named with one of their words, and its line laid and rounded off.
  const theme = await themeMadeAlone(inRoom);
  await gemma.goto(automated(theme.urls.facilitator));
  await gemma.getByRole('button', { name: nl.themeSheet.phases.exchange }).click();
  await gemma.getByRole('button', { name: nl.alone.title }).click();
  await gemma.getByRole('button', { name: nl.alone.lay }).click();
  await expect.poll(() => wordsOn(gemma), PATIENCE).toEqual(['bibliotheek', 'taal leeft', 'voorleesontbijt']);
  await host.select('taal leeft');
  await gemma.getByRole('button', { name: nl.themeSheet.isName }).click();
  await expect.poll(async () => (await host.snapshot()).initiative, PATIENCE).toBe('taal leeft');
  await gemma.getByRole('button', { name: nl.themeSheet.phases.together, exact: true }).click();
  await gemma.getByRole('button', { name: nl.line.title }).click();
  await gemma.getByLabel(nl.line.start).fill('2026-09-01');
  await gemma.getByRole('button', { name: nl.line.set }).click();
  await gemma.getByRole('button', { name: nl.line.layMeetings }).click();
  await gemma.getByLabel(nl.line.prepares).first().fill('vraag het de buren');
  await gemma.getByLabel(nl.line.lastWords).fill('Het gaat door.');
  await gemma.getByRole('button', { name: nl.line.roundOff }).click();
  await gemma.getByRole('button', { name: nl.line.takeUp }).waitFor();
  await host.saved(nl.saved.saved);

  // On the wall it hangs among what was, with its last words and nothing of what was prepared; its line lies along the year's.
  await gemma.goto(room);
  await gemma
    .getByRole('region', { name: nl.wall.earlier })
    .getByRole('link', { name: /taal leeft/ })
    .waitFor();
  await gemma.getByText('Het gaat door.').waitFor();
  await gemma.getByRole('button', { name: nl.year.title }).click();
  await gemma.getByRole('list', { name: nl.year.themes }).getByRole('link', { name: 'taal leeft' }).waitFor();

  // The six meetings of a year, and what comes up at the first; the next is proposed, and taken with a press.
  for (const day of ['2026-09-07', '2026-11-16', '2027-01-25', '2027-03-22', '2027-05-17', '2027-06-21']) {
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
  await theo.getByRole('link', { name: /taal leeft/ }).waitFor();
  expect(await theo.getByRole('link', { name: /leesplezier/ }).count()).toBe(0);
});
