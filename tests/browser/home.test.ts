import { expect, test } from 'vitest';
import { en } from '../../client/i18n/en.ts';
import { nl } from '../../client/i18n/nl.ts';
import { snapshotOn, wordsOn } from '../support/automation.ts';
import { gatherPeople } from '../support/browser.ts';
import { newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();

const PATIENCE = { timeout: 10_000 };

test('a name and Enter lay a new cloth; home knows it from then on, forgets it, and takes that back', async () => {
  const { page } = await people.arrive('laptop');
  await page.goto(program.url);
  await page.getByLabel(nl.home.question).fill('  lees\u200bplezier ');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'leesplezier' }).waitFor();
  expect(await page.title()).toBe('leesplezier · Tafelkleed');
  const address = page.url();
  expect(address).toMatch(/\/c\/[\w-]+#[\w-]{22,}$/);

  await page.getByRole('button', { name: nl.top.home }).click();
  const known = page.getByRole('link', { name: /leesplezier/ });
  await known.click();
  await page.waitForURL(address);
  await page.goBack();
  await page.getByRole('button', { name: nl.home.forget('leesplezier') }).click();
  // Nobody else was ever seen leading it: that is said first.
  await page.getByRole('button', { name: nl.lead.forget }).click();
  await known.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: nl.home.forgetUndo }).click();
  await known.waitFor();

  // Without its key in the address a device that knows the cloth finds it all the same.
  await page.goto(address.replace(/#.*/, ''));
  await page.waitForURL(address);
});

test('a forgotten cloth leaves nothing on the device, also when the page is left before it can no longer be taken back', async () => {
  const { page } = await people.arrive('laptop');
  await page.goto(program.url);
  await page.getByLabel(nl.home.question).fill('leesplezier');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'leesplezier' }).waitFor();
  const copies = () =>
    page.evaluate(async () => (await indexedDB.databases()).filter(({ name }) => name !== 'tafelkleed.probe').length);
  await expect.poll(copies, PATIENCE).toBe(1);
  await page.getByRole('textbox', { name: nl.capture.label }).fill('half een gedachte');
  await page.getByRole('button', { name: nl.top.home }).click();
  await page.getByRole('button', { name: nl.home.forget('leesplezier') }).click();
  await page.getByRole('button', { name: nl.lead.forget }).click();
  await page.getByRole('button', { name: nl.home.forgetUndo }).waitFor();
  await page.reload();
  await expect
    .poll(
      async () => {
        await page.reload();
        return copies();
      },
      { timeout: 20_000, interval: 1_000 },
    )
    .toBe(0);
  const left = await page.evaluate(() => Object.entries(localStorage).filter((entry) => entry.join().includes('half')));
  expect(left).toEqual([]);
});

test('the name may wait', async () => {
  const { page } = await people.arrive('phone');
  await page.goto(program.url);
  await page.getByRole('button', { name: nl.home.create }).tap();
  await page.getByRole('heading', { name: nl.top.untitled }).waitFor();
  await page.getByText(nl.empty.name).waitFor();
  // What is written first is the name, wherever it is written.
  await page.getByRole('textbox', { name: nl.capture.name }).fill('leesplezier');
  await page.getByRole('button', { name: nl.capture.giveName, exact: true }).tap();
  await page.getByRole('heading', { name: 'leesplezier' }).waitFor();
  await page.getByRole('textbox', { name: nl.capture.label }).waitFor();
});

test('the example is a whole cloth in the language of the reader, and no undo begins with taking it away', async () => {
  const { page } = await people.arrive('laptop', { locale: 'en-GB' });
  await page.goto(program.url);
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  await page.getByRole('button', { name: en.home.example }).click();
  await page.waitForURL(/\/c\//);
  await page.goto(page.url().replace('#', '?automation#'));
  await expect.poll(() => wordsOn(page), PATIENCE).toContain('film material');
  const cloth = await snapshotOn(page);
  expect(cloth?.items.filter((item) => item.kind === 'connector').length).toBeGreaterThan(5);
  expect(cloth?.ties.length).toBeGreaterThan(15);
  expect(cloth?.seats.map((seat) => seat.name)).toContain('Heleen');
  expect(await page.getByRole('button', { name: en.action.undo }).isDisabled()).toBe(true);
});

test('a language once chosen stays, on this page and the next', async () => {
  const { page } = await people.arrive('laptop');
  await page.goto(program.url);
  await page.getByRole('button', { name: `EN, ${en.app.languages.en}` }).click();
  await page.getByRole('button', { name: en.home.create }).waitFor();
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  await page.reload();
  await page.getByRole('button', { name: en.home.create }).waitFor();
});

test('a code that is too short, unknown or right', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const made = await fetch(`${program.url}/api/cloths/${cloth.id}/codes`, {
    method: 'POST',
    headers: { authorization: `Bearer ${cloth.keys.facilitator}`, 'content-type': 'application/json' },
    body: '{}',
  });
  const { code } = (await made.json()) as { code: string };
  const guest = await people.arrive('phone');
  const { page } = guest;
  await page.goto(`${program.url}/join`);
  const field = page.getByLabel(nl.join.code);
  await field.fill('abc');
  await page.keyboard.press('Enter');
  // Of those letters only A and C can stand in a code.
  await page.getByText(nl.join.foreign('B')).waitFor();
  await field.fill('ac');
  await page.keyboard.press('Enter');
  await page.getByText(nl.join.tooShort(5)).waitFor();

  guest.allow(/40[04]/);
  const wrong = code.startsWith('3') ? `4${code.slice(1)}` : `3${code.slice(1)}`;
  await field.fill(wrong);
  await page.keyboard.press('Enter');
  // The server forgets codes that have expired: it cannot tell one from a typing error.
  await page.getByText(nl.problems.badCode).filter({ hasText: 'verlopen' }).waitFor();
  expect(await field.inputValue()).toBe(wrong);

  await field.fill(` ${code.slice(0, 3)}-${code.slice(3).toLowerCase()} `);
  await page.keyboard.press('Enter');
  await page.getByText(nl.arrival.at('leesplezier')).waitFor();
});

test('an address that does not open a cloth says why, and leads home', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const guest = await people.arrive('phone');
  const { page } = guest;
  guest.allow(/40[14]/);
  for (const [address, title] of [
    [`/c/${cloth.id}`, nl.gone.noKeyTitle],
    [`/c/${cloth.id}#${'x'.repeat(24)}`, nl.gone.wrongKeyTitle],
    [`/c/nietdaar#${'x'.repeat(24)}`, nl.gone.missingTitle],
    ['/c/niet.daar', nl.gone.pageTitle],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(program.url + address);
    await page.getByRole('heading', { name: title }).waitFor();
  }
  await page.getByRole('button', { name: nl.gone.home }).tap();
  await page.getByRole('button', { name: nl.home.create }).waitFor();
});
