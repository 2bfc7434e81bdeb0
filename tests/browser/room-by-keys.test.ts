import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { en } from '../../client/i18n/en.ts';
import { nl, type Texts } from '../../client/i18n/nl.ts';
import { readSnapshot } from '../../shared/document/read.ts';
import { automated } from '../support/automation.ts';
import { gatherPeople } from '../support/browser.ts';
import { smallCloth } from '../support/cloth.ts';
import { takeSeat } from '../support/joining.ts';
import { KeyboardParticipant } from '../support/keyboard-participant.ts';
import { hangIn, layOn, newCloth, newSheet } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();
const PATIENCE = { timeout: 20_000 };

/** Somebody who goes about a room with the keyboard and by what is said. */
async function blind(text: Texts) {
  const locale = text === en ? 'en-GB' : 'nl-NL';
  const who = new KeyboardParticipant(await people.arrive('laptop', { locale, reducedMotion: 'reduce' }), text);
  const { page } = who;
  const hears = (words: string) => expect.poll(async () => (await who.heard()).join(' | '), PATIENCE).toContain(words);
  /** Types a day (`YYYY-MM-DD`) in a field for one, as the parts of that stand in this browser, and takes it by Enter. */
  const day = async (field: Locator, date: string) => {
    const [year = '', month = '', nth = ''] = date.split('-');
    await who.press(field);
    await who.key('ArrowLeft', 'ArrowLeft', 'ArrowLeft', ...month, ...nth, ...year, 'Enter');
  };
  const named = (date: string) =>
    new Intl.DateTimeFormat(text === en ? 'en' : 'nl', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
  const hasKeyboard = (what: Locator) =>
    expect.poll(() => what.evaluate((element) => element === document.activeElement), PATIENCE).toBe(true);
  return { who, page, hears, day, named, hasKeyboard };
}

test('by keyboard and ear, in Dutch: a room is made, a cloth hung, found, moved along and opened, and a theme written and named', {
  timeout: 120_000,
}, async () => {
  const { who, page, hears, hasKeyboard } = await blind(nl);
  const cloth = await newCloth(program.url, { title: 'leesplezier', locale: 'nl' });
  await layOn(program.url, cloth, { ...readSnapshot(smallCloth()), initiative: 'leesplezier' });
  await who.open(program.url);
  await who.press(page.getByRole('button', { name: new RegExp(nl.commons.make) }));
  await who.fill(page.getByLabel(nl.commons.of), 'De Regenboog');
  await who.key('Enter');
  await page.getByRole('heading', { name: nl.wall.emptyTitle }).waitFor();
  const room = page.url();

  // A theme: words in its boxes by its outline, one of which becomes its name.
  await page.goto(program.url);
  await who.press(page.getByRole('button', { name: new RegExp(nl.themeSheet.make) }));
  await page.waitForURL(/\/t\//);
  await page.goto(automated(page.url()));
  await takeSeat(who, 'Gemma');
  for (const [box, words] of [
    [nl.themeSheet.boxes.name, 'taal leeft'],
    [nl.themeSheet.boxes.ideas, 'voorleesontbijt'],
  ] as const) {
    await who.goToRow(box);
    await who.key('Insert');
    await page.getByRole('textbox', { name: who.outline.words }).waitFor();
    await page.keyboard.type(words);
    await who.key('Enter');
    await who.focused(new RegExp(`^${words}`));
  }
  await who.goToRow('taal leeft');
  await who.key('Enter');
  await who.button(nl.themeSheet.isName);
  await expect.poll(async () => (await who.snapshot()).initiative, PATIENCE).toBe('taal leeft');
  await hears(nl.themeSheet.named('taal leeft'));
  await who.menu(nl.hang.action);
  await who.button(nl.hang.submit);
  await hears(nl.hang.done('De Regenboog'));

  // A cloth, for all to write along on.
  await page.goto(automated(cloth.urls.facilitator));
  await who.menu(nl.hang.action);
  await who.reach(page.getByRole('radio', { name: new RegExp(`^${nl.hang.look}`) }));
  await who.key('ArrowDown');
  expect(await page.getByRole('radio', { name: new RegExp(`^${nl.hang.write}`) }).isChecked()).toBe(true);
  await who.button(nl.hang.submit);
  await hears(nl.hang.done('De Regenboog'));
  await hangIn(
    program.url,
    { id: new URL(room).pathname.slice(3), key: new URL(room).hash.slice(1) },
    await newCloth(program.url, { title: 'moestuin' }),
  );

  await page.goto(room);
  const hung = page.getByRole('link', { name: /^leesplezier/ });
  await hung.waitFor();
  await who.fill(page.getByRole('searchbox', { name: nl.wall.search }), 'lees');
  await hears(nl.wall.found(1));
  await who.key('Control+A', 'Delete');
  await who.reach(hung);
  for (const [key, place] of [
    ['Alt+ArrowRight', 2],
    ['Alt+ArrowLeft', 1],
  ] as const) {
    await who.key(key);
    await hears(nl.wall.moved('leesplezier', place, 2));
    await hasKeyboard(hung);
  }
  await who.key('Enter');
  await page.waitForURL(/\/c\//);
  await who.toOutline();
});

test('and in English: a line and a path, a year with what comes next, who knows what from name to name, one left out, and a cloth taken down', {
  timeout: 120_000,
}, async () => {
  const { who, page, hears, day, named, hasKeyboard } = await blind(en);
  const room = await newSheet(program.url, 'commons', { name: 'Rainbow School', locale: 'en' });
  const inRoom = { id: room.id, key: room.keys.participant };
  const cloth = await newCloth(program.url, { title: 'reading', locale: 'en' });
  await layOn(program.url, cloth, { ...readSnapshot(smallCloth()), initiative: 'reading' });
  const theme = await newSheet(program.url, 'themes', { title: 'living language', locale: 'en' });
  for (const sheet of [cloth, theme]) await hangIn(program.url, inRoom, sheet);

  // The line of a theme: typed, laid, and a meeting moved by arrows.
  await who.open(theme.urls.facilitator);
  await who.menu(en.line.title);
  await day(page.getByLabel(en.line.start), '2026-09-01');
  await who.button(en.line.layMeetings);
  await hears(en.line.laid(4));
  const first = page.getByRole('slider').first();
  await who.reach(first);
  await who.key('ArrowRight', 'PageUp');
  await expect.poll(() => first.getAttribute('aria-valuetext'), PATIENCE).toBe(named('2026-10-21'));
  await hasKeyboard(first);
  const typed = page.getByLabel(en.line.day).first();
  await day(typed, '2026-10-22');
  await expect.poll(() => first.getAttribute('aria-valuetext'), PATIENCE).toBe(named('2026-10-22'));
  await hasKeyboard(typed);

  // The cloth is turned over, and one stands at the eighth stone.
  await page.goto(automated(cloth.urls.facilitator));
  await who.button(en.top.menu);
  await who.press(page.getByRole('menuitem', { name: new RegExp(`^${en.path.open}`) }));
  const stone = page.getByRole('button', { name: `8. ${en.path.stones['8']}` });
  await who.press(stone);
  await page.getByText(en.path.weAreHere('8', en.path.stones['8'])).waitFor();
  await hasKeyboard(stone);
  await who.fill(page.getByRole('textbox', { name: en.path.words('8') }), 'three weeks');
  await who.key('Enter');
  await who.key('Escape');

  // The year: two meetings, what comes up at the first, and what is proposed for the next.
  await page.goto(room.urls.facilitator);
  await page.getByText(en.path.weAreHere('8', en.path.stones['8'])).first().waitFor({ state: 'attached' });
  await who.button(en.year.title);
  for (const date of ['2026-09-07', '2026-11-16']) {
    await day(page.getByLabel(en.year.newMeeting), date);
    await hears(en.told.meeting(named(date)));
  }
  const { plans, inform } = en.year.ways;
  await who.fill(page.getByRole('combobox', { name: en.year.what }).first(), 'reading');
  await who.key('Enter');
  await hears(en.told.entry('reading', plans, named('2026-09-07')));
  await who.press(page.getByRole('button', { name: en.year.takeGhost('reading', inform) }));
  await hears(en.told.entry('reading', inform, named('2026-11-16')));
  const moved = page.getByLabel(en.year.move).last();
  // From the field before it, so that one comes to its first part.
  await who.reach(page.getByRole('textbox', { name: en.year.name }).last());
  await who.key('Tab');
  await day(moved, '2026-11-23');
  await hears(en.told.meetingMoved(named('2026-11-23')));
  await hasKeyboard(moved);

  // Meanwhile somebody else hangs something: it is told when there is a pause.
  await hangIn(program.url, inRoom, await newCloth(program.url, { title: 'garden' }));
  await who.button(en.knows.title);
  await who.fill(page.getByLabel(en.knows.question), 'who knows about boeken?');
  await who.key('Enter');
  await hears('“boeken”');
  await who.press(
    page
      .getByRole('listitem')
      .getByRole('button', { name: /boeken/ })
      .first(),
  );
  await hasKeyboard(page.getByRole('heading', { name: en.knows.around('boeken') }));
  await who.button('Heleen');
  await hasKeyboard(page.getByRole('heading', { name: en.knows.around('Heleen') }));
  const out = page.getByRole('button', { name: en.leftOut.title });
  await who.press(out);
  await who.fill(page.getByLabel(en.leftOut.name), 'Heleen');
  await who.key('Enter');
  await hears(en.leftOut.added('Heleen'));
  await who.key('Escape');
  await hasKeyboard(out);
  await hears(en.told.hung('garden'));

  await who.button(en.wall.title);
  await who.button(en.wall.menu('reading'));
  await who.press(page.getByRole('menuitem', { name: en.wall.takeDown }));
  await hears(en.wall.takenDown('reading'));
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), PATIENCE).not.toBe('BODY');
  // That all is saved is silent.
  expect(
    (await who.heard()).filter((words) => words.includes(en.saved.saved) || words.includes(en.saved.saving)),
  ).toEqual([]);
});
