import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { LIMITS } from '../../shared/model/schema.ts';
import { automated, snapshotOn, wordsOn } from '../support/automation.ts';
import { gatherPeople } from '../support/browser.ts';
import { newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();

const PATIENCE = { timeout: 10_000 };

async function sitDown(role: 'participant' | 'facilitator'): Promise<Page> {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const { page } = await people.arrive('laptop');
  await page.goto(automated(cloth.urls[role]));
  if (role === 'participant') {
    await page.getByLabel(nl.arrival.name).fill('Caroline');
    await page.keyboard.press('Enter');
  } else await field(page).click();
  await page.locator('textarea:focus').waitFor();
  return page;
}

const field = (page: Page) => page.getByRole('textbox', { name: nl.capture.label });

/** Pastes as a person would: what the clipboard holds, into what has the focus. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    if (document.activeElement?.dispatchEvent(event)) document.execCommand('insertText', false, pasted);
  }, text);
}

test('type, Enter, type, Enter; Shift+Enter is a new line; the markers take turns', async () => {
  const page = await sitDown('participant');
  await page.keyboard.type('boekenlijst');
  await page.keyboard.press('Enter');
  await page.keyboard.type('proefles');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('in 4 vwo');
  await page.keyboard.press('Enter');
  await page.keyboard.type('   ');
  await page.keyboard.press('Enter');
  await expect.poll(() => wordsOn(page), PATIENCE).toEqual(['boekenlijst', 'proefles\nin 4 vwo']);
  const items = (await snapshotOn(page))?.items ?? [];
  expect(new Set(items.map((item) => item.colour)).size).toBe(2);
  expect(items.every((item) => item.by === 'Caroline' && item.seat !== null)).toBe(true);
  await page.locator('textarea:focus').waitFor();
});

test('who opens a cloth with a mouse at hand types at once; under a finger no keyboard comes up', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const laptop = await people.arrive('laptop');
  await laptop.page.goto(automated(cloth.urls.facilitator));
  await laptop.page.locator('textarea:focus').waitFor();
  await laptop.page.keyboard.type('cijfers');
  expect(await field(laptop.page).inputValue()).toBe('cijfers');

  const tablet = await people.arrive('tablet');
  await tablet.page.goto(automated(cloth.urls.facilitator));
  await field(tablet.page).waitFor();
  expect(await tablet.page.locator(':focus').count()).toBe(0);
});

test('Escape hands the keys to the cloth, and the words wait in the field', async () => {
  const page = await sitDown('participant');
  await page.keyboard.type('half een gedachte');
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await page.getByRole('textbox', { name: nl.canvas.words }).waitFor();
  await page.keyboard.type('Heleen');
  await page.keyboard.press('Enter');
  await expect.poll(() => wordsOn(page), PATIENCE).toEqual(['Heleen']);
  expect(await field(page).inputValue()).toBe('half een gedachte');
});

test('of several pasted lines one is asked what they are; every answer keeps the words', async () => {
  const page = await sitDown('participant');
  await paste(page, 'een\r\n\r\n twee \nدرس تجريبي\n👩‍👩‍👧 thuis');
  await page.getByText(nl.capture.lines(4)).waitFor();
  await page.getByRole('button', { name: nl.capture.oneEach(4) }).click();
  await expect.poll(() => wordsOn(page), PATIENCE).toEqual(['een', 'twee', 'درس تجريبي', '👩‍👩‍👧 thuis'].sort());

  await page.locator('textarea:focus').waitFor();
  await paste(page, 'regel een\nregel twee');
  await page.getByRole('button', { name: nl.capture.asOne }).click();
  await expect.poll(() => wordsOn(page), PATIENCE).toContain('regel een\nregel twee');

  await page.locator('textarea:focus').waitFor();
  await page.keyboard.type('begin en eind');
  for (let step = 0; step < ' eind'.length; step++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+Control+ArrowLeft');
  await paste(page, ' nog\nniet');
  await page.getByRole('button', { name: nl.capture.keepWriting }).click();
  expect(await field(page).inputValue()).toBe('begin nog\nniet eind');

  // All lines of one paste are one step to take back.
  for (let step = 0; step < 2; step++) await page.getByRole('button', { name: nl.action.undo }).click();
  await expect.poll(() => wordsOn(page), PATIENCE).toEqual([]);
});

test('what is written and not laid yet is there still when the page is loaded again, and gone when it was laid', async () => {
  const page = await sitDown('participant');
  await page.keyboard.type('half een gedachte');
  await page.reload();
  await expect.poll(() => field(page).inputValue(), PATIENCE).toBe('half een gedachte');
  await field(page).press('Enter');
  await expect.poll(() => wordsOn(page), PATIENCE).toEqual(['half een gedachte']);
  await page.reload();
  await expect.poll(() => wordsOn(page), PATIENCE).toEqual(['half een gedachte']);
  expect(await field(page).inputValue()).toBe('');
});

test('too long a text stays in the field and says by how much; five megabytes are refused and nothing is lost', async () => {
  const page = await sitDown('participant');
  await paste(page, 'a'.repeat(LIMITS.itemText + 12));
  await page.getByText(nl.capture.tooLong(12)).waitFor();
  expect(await page.getByRole('button', { name: nl.capture.add }).isDisabled()).toBe(true);
  await page.keyboard.press('Enter');
  expect((await field(page).inputValue()).length).toBe(LIMITS.itemText + 12);
  for (let times = 0; times < 12; times++) await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await wordsOn(page))[0]?.length, PATIENCE).toBe(LIMITS.itemText);

  await page.keyboard.type('blijft staan');
  await paste(page, 'woord '.repeat(850_000));
  await page.getByText(nl.capture.hugePaste).waitFor();
  expect(await field(page).inputValue()).toBe('blijft staan');
  await page.keyboard.press('Enter');
  await expect.poll(() => wordsOn(page), PATIENCE).toContain('blijft staan');
});

test('a facilitator who writes along is asked for a name once, and the words wait', async () => {
  const page = await sitDown('facilitator');
  await page.keyboard.type('boekenlijst');
  await page.keyboard.press('Enter');
  await page.getByLabel(nl.arrival.writeAlong).fill('Gemma');
  await page.keyboard.press('Enter');
  await expect.poll(() => wordsOn(page), PATIENCE).toEqual(['boekenlijst']);
  await page.locator('textarea:focus').waitFor();
  await page.keyboard.type('proefles');
  await page.keyboard.press('Enter');
  await expect.poll(() => wordsOn(page), PATIENCE).toEqual(['boekenlijst', 'proefles']);
  expect((await snapshotOn(page))?.items.map((item) => item.by)).toEqual(['Gemma', 'Gemma']);
});

test('a cloth file is read before it is laid, adds only, and is told apart from what is none', async () => {
  const page = await sitDown('participant');
  await page.keyboard.type('boekenlijst');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: nl.top.menu, exact: true }).click();
  await page.getByRole('menuitem', { name: nl.menu.bringIn }).click();
  const choose = (content: string) =>
    page.setInputFiles('input[type="file"]', {
      name: 'x.json',
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    });
  const { file } = nl.problems;

  await choose('geen json');
  await page.getByText(file.noJson).waitFor();
  await choose('{"format": "tafelkleed", "version": 99}');
  await page.getByText(file.newerVersion).waitFor();
  await choose(JSON.stringify({ ...WHOLE, items: [{ ...ITEM, pos: ['links', 0] }] }));
  await page.getByText(/items\[0\]\.pos/).waitFor();
  expect(await wordsOn(page)).toEqual(['boekenlijst']);

  const doubled = [ITEM, { ...ITEM, text: 'dubbel' }];
  const loose = { id: 'los', from: ITEM.id, to: 'nergens', createdAt: 1 };
  await choose(JSON.stringify({ ...WHOLE, items: doubled, ties: [loose] }));
  await page.getByText(nl.bringIn.leftOutNote(nl.bringIn.leftOut(1, 1))).waitFor();
  await page.getByRole('button', { name: nl.bringIn.add, exact: true }).click();
  await expect.poll(() => wordsOn(page), PATIENCE).toContain('uit het bestand');
  expect(await wordsOn(page)).toContain('boekenlijst');
});

const ITEM = {
  id: 'a',
  kind: 'ingredient',
  text: 'uit het bestand',
  pos: [0, 300],
  seat: null,
  colour: '#1d4ed8',
  by: 'Theo',
  createdAt: 1,
  positions: [],
  clarification: '',
  story: '',
  approach: null,
  contacted: null,
};
const WHOLE = {
  format: 'tafelkleed',
  version: 1,
  meta: {
    schema: 1,
    title: 'leesplezier',
    kind: 'initiative',
    createdAt: 1,
    table: { shape: 'rectangle', width: 1800, height: 1200 },
  },
  initiative: 'leesplezier',
  seats: [],
  items: [ITEM],
  ties: [],
};

test('what is pasted on the cloth lies at one’s own edge, a copy beside what was copied, and a picture is refused in words', async () => {
  const page = await sitDown('participant');
  await page.keyboard.press('Escape');
  await paste(page, '•\tboekenlijst\r\n•\tproefles');
  await expect.poll(() => wordsOn(page), PATIENCE).toEqual(['boekenlijst', 'proefles']);
  const again = await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    for (const type of ['copy', 'paste']) {
      document.activeElement?.dispatchEvent(
        new ClipboardEvent(type, { clipboardData, bubbles: true, cancelable: true }),
      );
    }
    return clipboardData.getData('text/plain');
  });
  expect(again).toBe('boekenlijst\nproefles');
  await expect.poll(() => wordsOn(page), PATIENCE).toEqual(['boekenlijst', 'boekenlijst', 'proefles', 'proefles']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => wordsOn(page), PATIENCE).toEqual(['boekenlijst', 'proefles']);
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(['x'], 'foto.png', { type: 'image/png' }));
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await page.getByText(nl.steps.notNow.picture).waitFor();
  await field(page).click();
  await paste(page, '1.\tfilm');
  expect(await field(page).inputValue()).toBe('film');
});
