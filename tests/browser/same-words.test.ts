import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { LIMITS } from '../../shared/model/schema.ts';
import { wordsOn } from '../support/automation.ts';
import { gatherPeople } from '../support/browser.ts';
import { gatherAt } from '../support/joining.ts';
import type { Participant } from '../support/participant.ts';
import { newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();

/** What is on its way from another page gets this long on a busy machine. */
const PATIENCE = { timeout: 10_000 };
/** Between two keys, ms: so that the two hands' letters come through each other. */
const BETWEEN_KEYS = 40;

/** Gemma has laid an ingredient, and she and Caroline both see it. */
async function bothSee(words: string): Promise<readonly [gemma: Participant, caroline: Participant]> {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [gemma, caroline] = await gatherAt(people, [
    ['laptop', cloth.urls.participant, 'Gemma'],
    ['laptop', cloth.urls.participant, 'Caroline'],
  ]);
  await gemma.write(words);
  for (const who of [gemma, caroline]) await expect.poll(() => wordsOn(who.page), PATIENCE).toEqual([words]);
  return [gemma, caroline];
}

/** And both have its words open, the caret at the end. */
async function bothWriteOn(words: string): Promise<readonly [gemma: Participant, caroline: Participant]> {
  const [gemma, caroline] = await bothSee(words);
  for (const who of [gemma, caroline]) {
    await who.doubleTap(await who.spotOf(words));
    await fieldOf(who).waitFor();
  }
  return [gemma, caroline];
}

function fieldOf({ page, text }: Participant) {
  return page.getByRole('textbox', { name: text.canvas.words });
}

/** What stands in the open field, with a bar where the caret is. */
function writing(who: Participant): Promise<string> {
  return fieldOf(who).evaluate((field) => {
    const { value, selectionStart } = field as HTMLTextAreaElement;
    return `${value.slice(0, selectionStart)}|${value.slice(selectionStart)}`;
  });
}

test('two people write in the same words at once, each at their own caret', async () => {
  const [gemma, caroline] = await bothWriteOn('boek');
  await caroline.page.keyboard.press('Home');
  await Promise.all([
    gemma.page.keyboard.type('enlijsten', { delay: BETWEEN_KEYS }),
    caroline.page.keyboard.type('de nieuwe ', { delay: BETWEEN_KEYS }),
  ]);
  await expect.poll(() => writing(gemma), PATIENCE).toBe('de nieuwe boekenlijsten|');
  await expect.poll(() => writing(caroline), PATIENCE).toBe('de nieuwe |boekenlijsten');

  // Taking away what one wrote oneself leaves the other's.
  await Promise.all([
    gemma.page.keyboard.press('Backspace'),
    gemma.page.keyboard.press('Backspace'),
    caroline.page.keyboard.type('lange '),
  ]);
  for (const who of [gemma, caroline]) {
    await expect.poll(() => wordsOn(who.page), PATIENCE).toEqual(['de nieuwe lange boekenlijst']);
  }
  // One leaves; the other goes on where the caret stands, and undo takes back what this hand wrote and no more.
  await gemma.page.keyboard.press('Escape');
  await caroline.page.keyboard.press('Escape');
  await caroline.button(nl.action.undo);
  for (const who of [gemma, caroline]) {
    await expect.poll(() => wordsOn(who.page), PATIENCE).toEqual(['boekenlijst']);
  }
});

test('where two write at once, the keys for undo take back what this hand wrote and no more', async () => {
  const [gemma, caroline] = await bothWriteOn('pen');
  await gemma.page.keyboard.type('nenbak');
  await caroline.page.keyboard.press('Home');
  await caroline.page.keyboard.type('de ');
  await expect.poll(() => writing(gemma), PATIENCE).toBe('de pennenbak|');
  await gemma.page.keyboard.press('Control+z');
  await expect.poll(() => writing(gemma), PATIENCE).toBe('de pen|');
  await gemma.page.keyboard.press('Control+Shift+z');
  await expect.poll(() => writing(gemma), PATIENCE).toBe('de pennenbak|');
  await caroline.page.keyboard.press('Control+z');
  for (const who of [gemma, caroline]) await expect.poll(() => wordsOn(who.page), PATIENCE).toEqual(['pennenbak']);
});

test('a character that is composed of several keys waits for its last, whatever another writes meanwhile', async () => {
  const [gemma, caroline] = await bothWriteOn('boek');
  const keyboard = await caroline.person.context.newCDPSession(caroline.page);
  const compose = (text: string) =>
    keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await compose('´');
  await gemma.page.keyboard.type('en', { delay: BETWEEN_KEYS });
  await expect.poll(() => wordsOn(gemma.page), PATIENCE).toEqual(['boeken']);
  // Nobody sees the half character, and the other's letters do not break it off.
  await expect.poll(() => wordsOn(caroline.page), PATIENCE).toEqual(['boeken']);
  expect(await writing(caroline)).toBe('boek´|');
  await compose('e´');
  await keyboard.send('Input.insertText', { text: 'é' });
  for (const who of [gemma, caroline]) {
    await expect.poll(async () => (await wordsOn(who.page))[0]?.length, PATIENCE).toBe('boekené'.length);
    expect((await wordsOn(who.page))[0]).toMatch(/^boek(ené|éen)$/);
  }
  expect(await wordsOn(gemma.page)).toEqual(await wordsOn(caroline.page));
});

test('words that another takes away are put back by writing on, and no letter is lost', async () => {
  const [gemma, caroline] = await bothWriteOn('boekenlijst');
  await gemma.page.keyboard.press('Escape');
  await caroline.page.keyboard.type(' met tips');
  await expect.poll(() => wordsOn(gemma.page), PATIENCE).toEqual(['boekenlijst met tips']);
  await gemma.select('boekenlijst met tips');
  await gemma.page.keyboard.press('Delete');
  await expect.poll(() => wordsOn(caroline.page), PATIENCE).toEqual([]);
  await caroline.page.getByText(nl.steps.notNow.taken).waitFor();
  await caroline.page.keyboard.type(' van collega Ellen', { delay: BETWEEN_KEYS });
  for (const who of [gemma, caroline]) {
    await expect.poll(() => wordsOn(who.page), PATIENCE).toEqual(['boekenlijst met tips van collega Ellen']);
  }
});

test('what is taken away under a clarification turns no letter into a shortcut', async () => {
  const [gemma, caroline] = await bothSee('boekenlijst');
  await caroline.select('boekenlijst');
  await caroline.button(nl.ask.clarify);
  const field = caroline.page.getByRole('textbox', { name: nl.ask.clarification });
  await field.fill('welke');
  await gemma.select('boekenlijst');
  await gemma.page.keyboard.press('Delete');
  await field.waitFor({ state: 'detached' });
  await caroline.page.keyboard.type(' cijfers met nog meer', { delay: BETWEEN_KEYS });
  await caroline.page.getByText(nl.steps.notNow.gone).waitFor();
  expect(await wordsOn(caroline.page)).toEqual([]);
  await gemma.button(nl.action.undo);
  await expect.poll(async () => (await caroline.item('boekenlijst')).clarification, PATIENCE).toMatch(/^welke/);
});

test('undo of laying an item leaves it when another wrote on in it', async () => {
  const [gemma, caroline] = await bothWriteOn('boek');
  await gemma.page.keyboard.press('Escape');
  await caroline.page.keyboard.type(' dat iedereen las');
  await expect.poll(() => wordsOn(gemma.page), PATIENCE).toEqual(['boek dat iedereen las']);
  await gemma.page.keyboard.press('Control+z');
  await caroline.page.keyboard.type('!');
  for (const who of [gemma, caroline]) {
    await expect.poll(() => wordsOn(who.page), PATIENCE).toEqual(['boek dat iedereen las!']);
  }
});

test('what is pasted into words and would not fit whole is refused and said so', async () => {
  const [gemma] = await bothWriteOn('boek');
  const paste = (text: string) =>
    fieldOf(gemma).evaluate((field, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      if (field.dispatchEvent(event)) document.execCommand('insertText', false, pasted);
    }, text);
  await paste('a'.repeat(LIMITS.itemText - 'boek'.length + 1));
  await gemma.page.getByText(nl.steps.notNow.long).waitFor();
  expect(await writing(gemma)).toBe('boek|');
  await paste('a'.repeat(LIMITS.itemText - 'boek'.length));
  await expect.poll(async () => (await wordsOn(gemma.page))[0]?.length, PATIENCE).toBe(LIMITS.itemText);
});
