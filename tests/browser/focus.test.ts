import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { outlineNl } from '../../client/panels/outline/nl.ts';
import { gatherPeople } from '../support/browser.ts';
import { gatherAt } from '../support/joining.ts';
import type { Participant } from '../support/participant.ts';
import { newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();

test('Escape from what lies over the cloth gives the keyboard back to what opened it, or to the cloth', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [gemma] = await gatherAt(people, [['laptop', cloth.urls.participant, 'Gemma']]);
  await gemma.button(nl.top.outline);
  await gemma.page.getByRole('complementary', { name: nl.outline.title }).waitFor();
  await gemma.page.keyboard.press('Escape');
  await expect.poll(() => focused(gemma)).toBe(nl.top.outline);

  await gemma.menu(nl.contacts.title);
  await gemma.page.getByRole('complementary', { name: nl.contacts.title }).waitFor();
  await gemma.page.keyboard.press('Escape');
  await expect.poll(() => focused(gemma)).toMatch(new RegExp(`${nl.top.menu}|${nl.canvas.cloth}`));

  await gemma.menu(nl.fields.open);
  await gemma.page.getByRole('region', { name: nl.fields.title }).waitFor();
  await gemma.page.keyboard.press('Escape');
  await expect.poll(() => focused(gemma)).toMatch(new RegExp(`${nl.top.menu}|${nl.canvas.cloth}`));
});

test('the keyboard is never left nowhere, a letter on a button is no key of the cloth, and F6 goes round', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [gemma] = await gatherAt(people, [['laptop', cloth.urls.participant, 'Gemma']]);
  const { page } = gemma;
  const { keyboard } = page;
  await gemma.write('boekenlijst');
  await keyboard.press('F6');
  await page.locator('[data-announced]').waitFor({ state: 'attached' });
  await expect.poll(() => focused(gemma)).not.toBe('');

  // The first Enter in the menu does something.
  await page.getByRole('button', { name: nl.top.menu, exact: true }).focus();
  await keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('menuitem');
  await keyboard.press('Enter');
  await expect.poll(() => focused(gemma)).toBe('leesplezier, initiatief');
  // A page further in a list is a page further in the list.
  await keyboard.press('PageDown');
  await gemma.atStep(1);

  // All chosen, and a letter on a button that one came to with Tab.
  await page.getByRole('button', { name: nl.outline.close }).focus();
  await keyboard.press('Control+a');
  await keyboard.press('g');
  expect((await gemma.item('boekenlijst')).positions).toEqual([]);

  // A button that goes with what it does leaves the keyboard in its bar.
  const palette = page.locator('[data-palette]');
  await palette.getByRole('button', { name: nl.action['to-connector'] }).focus();
  await keyboard.press('Enter');
  await palette.getByRole('button', { name: nl.action['to-ingredient'] }).waitFor();
  await expect.poll(() => focused(gemma)).not.toBe('');

  // What was unfolded is folded by Escape, and the keyboard stays.
  await page.getByRole('button', { name: nl.legend.show }).focus();
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await expect.poll(() => focused(gemma)).toBe(nl.legend.show);

  // Picked up and put down, without dragging.
  const { pos } = await gemma.item('boekenlijst');
  await gemma.button(nl.action['pick-up'], page.locator('[data-palette]'));
  const [x, y] = await gemma.spotOf('boekenlijst');
  await gemma.tap([x - 150, y + 60]);
  await expect.poll(async () => (await gemma.item('boekenlijst')).pos).not.toEqual(pos);
});

test('all that a cloth holds is written, tied, told apart and taken away in the outline, by keyboard alone', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [gemma] = await gatherAt(people, [['laptop', cloth.urls.participant, 'Gemma']]);
  const { page } = gemma;
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const ties = async () => {
    const { items, ties } = await gemma.snapshot();
    const words = (id: string) => items.find((item) => item.id === id)?.text ?? id;
    return ties.map(({ from, to, expected }) => `${words(from)} – ${words(to)}${expected ? ' ?' : ''}`);
  };
  await gemma.write('boekenlijst', 'filmmateriaal');
  await gemma.button(nl.top.outline);
  await expect.poll(() => focused(gemma)).toBe('leesplezier, initiatief');

  // A row in place, with its words.
  await press('ArrowDown', 'Insert');
  await page.getByRole('textbox', { name: outlineNl.words }).waitFor();
  await page.keyboard.type('Thomas');
  await press('Enter');
  await expect.poll(() => focused(gemma)).toBe('Thomas');
  await press('p');
  await expect.poll(() => focused(gemma)).toBe('Thomas, partner');

  // A quick hand writes on before the row and its field are there.
  await page.evaluate((added) => {
    const row = document.activeElement;
    for (const key of ['Insert', ...added])
      row?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }, 'snel');
  const quick = page.getByRole('textbox', { name: outlineNl.words });
  await quick.waitFor();
  await page.keyboard.type('le hand');
  await press('Enter');
  await expect.poll(() => focused(gemma)).toBe('snelle hand');
  await press('Delete');
  await expect.poll(() => focused(gemma)).toBe('Thomas, partner');

  // A tie in four keys: letters seek its other end. Then it is a row, to tell apart and to take away.
  await press('t', 'b', 'o', 'Enter');
  await expect.poll(ties).toEqual(['Thomas – boekenlijst']);
  await expect.poll(() => focused(gemma)).toBe('boekenlijst');
  await press('ArrowRight', 'ArrowDown');
  await expect.poll(() => focused(gemma)).toBe('verbonden met Thomas');
  await press('e');
  await expect.poll(ties).toEqual(['Thomas – boekenlijst ?']);
  await press('Delete');
  await expect.poll(ties).toEqual([]);
  await expect.poll(() => focused(gemma)).toBe('filmmateriaal');
  await press('Control+z');
  await expect.poll(ties).toEqual(['Thomas – boekenlijst ?']);
  // What is put back has the keyboard again.
  await expect.poll(() => focused(gemma)).toBe('verbonden met Thomas, verwacht');
  await press('ArrowDown');

  // Straight to the initiative it is asked through whom, and the answer leads back.
  await press('Shift+T');
  await expect.poll(() => focusedWords(gemma)).toBe('Thomas');
  await press('Enter');
  await expect
    .poll(async () => (await ties()).sort())
    .toEqual(['Thomas – boekenlijst ?', 'Thomas – initiative', 'filmmateriaal – Thomas']);
  await expect.poll(() => focused(gemma)).toBe('filmmateriaal');

  // What is taken away leaves the keyboard with what took its place.
  await press('F2');
  await page.getByRole('textbox', { name: outlineNl.words }).waitFor();
  await page.keyboard.type('films');
  await press('Enter');
  await expect.poll(() => focused(gemma)).toBe('films');
  await press('Delete');
  await expect.poll(async () => (await gemma.snapshot()).items.length).toBe(2);
  await expect.poll(() => focused(gemma)).not.toBe('');
  // Escape lets go of the tie, and leaves the outline open.
  await press('t', 'Escape');
  await press('Home', 'ArrowDown', 'ArrowDown', 'Shift+F10');
  await page.getByRole('menuitem', { name: outlineNl.acts.clarify }).waitFor();
  await press('Escape');
  await expect.poll(() => focused(gemma)).toBe('Thomas, partner');
});

/** What is written on what has the keyboard. */
function focusedWords({ page }: Participant): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

/** What has the keyboard, by its name; empty when nothing has. */
function focused({ page }: Participant): Promise<string> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
}
