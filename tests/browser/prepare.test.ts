import { expect, test } from 'vitest';
import { en } from '../../client/i18n/en.ts';
import { nl } from '../../client/i18n/nl.ts';
import { automated } from '../support/automation.ts';
import { gatherPeople } from '../support/browser.ts';
import { invitations } from '../support/joining.ts';
import { Participant } from '../support/participant.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();

const PATIENCE = { timeout: 20_000 };

test('a session is laid ready with names, circles, times and a language, kept as a template and begun from it again', async () => {
  const fred = new Participant(await people.arrive('laptop'), { touch: false });
  const { page } = fred;
  await page.goto(program.url);
  const prepare = () => page.getByRole('button', { name: nl.prepare.title });
  const dialog = page.getByRole('dialog', { name: nl.prepare.title });
  await fred.press(prepare());
  await dialog.getByRole('textbox', { name: nl.prepare.initiative }).fill('leesplezier');
  await dialog.getByLabel(nl.prepare.seats).fill('Gemma\nCaroline\n\n  Theo ');
  const circles = dialog.getByRole('group', { name: nl.prepare.connectors });
  for (let n = 0; n < 4; n++) await fred.button(nl.prepare.more, circles);
  await fred.button(nl.prepare.fewer, circles);
  await dialog.getByRole('spinbutton', { name: 'Ingrediënten' }).fill('12');
  await dialog.getByRole('radio', { name: nl.app.languages.nl }).check();
  await fred.button(nl.prepare.keep, dialog);
  await dialog.getByText(nl.prepare.kept('leesplezier')).waitFor(PATIENCE);
  const saving = page.waitForEvent('download');
  await fred.button(nl.prepare.save, dialog);
  const file = await (await saving).path();
  await fred.button(nl.prepare.lay, dialog);

  await page.waitForURL(/\/c\//, PATIENCE);
  await page.goto(automated(page.url()));
  const laid = await fred.snapshot();
  expect(laid).toMatchObject({ initiative: 'leesplezier', meta: { language: 'nl', minutes: { 2: 12 } } });
  expect(laid.seats.map(({ name }) => name)).toEqual(['Gemma', 'Caroline', 'Theo']);
  expect(laid.items.map(({ kind, text }) => [kind, text])).toEqual([
    ['connector', ''],
    ['connector', ''],
    ['connector', ''],
  ]);
  // To take back begins with what one does now: what was prepared is no step of it.
  expect(await page.getByRole('button', { name: nl.action.undo }).first().isEnabled()).toBe(false);

  // Who comes with an English browser opens the cloth in the group's Dutch, and finds the seat that bears their name,
  // which stays as it was written.
  const { participant } = await invitations(fred);
  const gemma = new Participant(await people.arrive('phone', { locale: 'en-GB' }), { touch: true });
  await gemma.open(participant);
  await gemma.page.getByRole('heading', { name: nl.arrival.title }).waitFor(PATIENCE);
  await gemma.sitDown('gemma', 'Gemma');
  await expect
    .poll(async () => (await fred.snapshot()).seats.map(({ name, holder }) => [name, holder !== null]), PATIENCE)
    .toEqual([
      ['Gemma', true],
      ['Caroline', false],
      ['Theo', false],
    ]);
  // Whoever is expected presses their name.
  const theo = new Participant(await people.arrive('phone'), { touch: true });
  await theo.open(participant);
  await theo.button('Theo', theo.page.getByRole('group', { name: nl.arrival.expected }));
  await expect
    .poll(
      async () => (await fred.snapshot()).seats.filter(({ holder }) => holder !== null).map(({ name }) => name),
      PATIENCE,
    )
    .toEqual(['Gemma', 'Theo']);
  // The prepared time is offered at its step.
  await fred.button(nl.action['step-on']);
  await fred.button(nl.timer.set);
  const minutes = page.getByRole('dialog', { name: nl.timer.title }).getByRole('textbox', { name: nl.timer.howLong });
  await expect.poll(() => minutes.inputValue(), PATIENCE).toBe('12');

  // A week later: from the template on this device, and on another device from the file.
  await page.goto(program.url);
  await fred.press(prepare());
  await fred.button('leesplezier', dialog);
  expect(await dialog.getByLabel(nl.prepare.seats).inputValue()).toBe('Gemma\nCaroline\nTheo');
  expect(await circles.getByRole('status').textContent()).toBe('3');
  await fred.button(nl.prepare.drop('leesplezier'), dialog);
  await expect.poll(() => dialog.getByRole('button', { name: 'leesplezier', exact: true }).count(), PATIENCE).toBe(0);

  const heleen = new Participant(await people.arrive('tablet', { locale: 'en-GB' }), { touch: true });
  await heleen.page.goto(program.url);
  await heleen.press(heleen.page.getByRole('button', { name: en.prepare.title }));
  const english = heleen.page.getByRole('dialog', { name: en.prepare.title });
  await english.locator('input[type=file]').setInputFiles(file);
  await english.getByText(en.prepare.opened).waitFor(PATIENCE);
  expect(await english.getByRole('textbox', { name: en.prepare.initiative }).inputValue()).toBe('leesplezier');
  expect(await english.getByRole('radio', { name: en.app.languages.nl }).isChecked()).toBe(true);
  await english.locator('input[type=file]').setInputFiles({
    name: 'cloth.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"format":"tafelkleed"}'),
  });
  await english.getByText(en.prepare.unreadable).waitFor(PATIENCE);
  expect(await english.getByRole('textbox', { name: en.prepare.initiative }).inputValue()).toBe('leesplezier');
});
