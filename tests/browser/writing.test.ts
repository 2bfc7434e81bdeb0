import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { itemSize } from '../../shared/layout/item-size.ts';
import { INITIATIVE } from '../../shared/model/schema.ts';
import { fontMeasure } from '../../shared/text/text-measure.ts';
import { viewOn } from '../support/automation.ts';
import { gatherPeople } from '../support/browser.ts';
import { gatherAt } from '../support/joining.ts';
import type { Participant } from '../support/participant.ts';
import { newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();

const PATIENCE = { timeout: 10_000 };
const BEGUN = 'podcast';
const SENTENCE = ' die leerlingen maken na het lezen over een boek dat hen raakte';
/** A browser rounds the height of what can be scrolled: far less than one line, px. */
const ROUNDING = 2;

/** Waits until a page has come to where it looks. */
async function atRest(page: Page): Promise<void> {
  let [before, still] = ['', 0];
  await expect
    .poll(async () => {
      const now = JSON.stringify(await viewOn(page));
      still = now === before ? still + 1 : 0;
      before = now;
      return still;
    })
    .toBeGreaterThan(4);
}

/** How wide an item is shown on a page, mm. */
function widthOn({ page }: Participant, id: string): Promise<number> {
  return page.evaluate((item) => {
    const box = window.tafelkleed?.screenOf(item);
    return box && window.tafelkleed ? box.w / window.tafelkleed.camera.get().zoom : 0;
  }, id);
}

test('a slip grows by steps while one writes, on every screen, and fits its words once they are written', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [gemma, caroline] = await gatherAt(people, [
    ['laptop', cloth.urls.participant, 'Gemma'],
    ['laptop', cloth.urls.participant, 'Caroline'],
  ]);
  await gemma.write(BEGUN);
  const { id } = await caroline.item(BEGUN);
  await gemma.doubleTap(await gemma.spotOf(BEGUN));
  const field = gemma.page.getByRole('textbox', { name: gemma.text.canvas.words });
  await field.waitFor();

  const widths = new Set<number>();
  for (const letter of SENTENCE) {
    await gemma.page.keyboard.type(letter);
    const cut = await field.evaluate((words) => words.scrollHeight - Number.parseFloat(words.style.height));
    expect(cut, 'the browser breaks lines where the slip does').toBeLessThanOrEqual(ROUNDING);
    widths.add(Math.round(await widthOn(gemma, id)));
  }
  expect(widths.size).toBeLessThan(7);

  const wide = await widthOn(gemma, id);
  await expect.poll(() => widthOn(caroline, id), PATIENCE).toBeCloseTo(wide);
  await gemma.page.keyboard.press('Enter');
  const { w } = itemSize('ingredient', `${BEGUN}${SENTENCE}`, fontMeasure);
  expect(w).toBeLessThan(wide);
  for (const who of [gemma, caroline]) await expect.poll(() => widthOn(who, id), PATIENCE).toBeCloseTo(w);
});

test('a finger that opens words with a double tap leaves the caret behind them', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [gemma] = await gatherAt(people, [['tablet', cloth.urls.participant, 'Gemma']]);
  await gemma.write('half een zin');
  const { id } = await gemma.item('half een zin');
  await gemma.lookAt('half een zin');
  await gemma.openWords(await gemma.spotOf('half een zin'));
  await gemma.page.keyboard.type('!');
  const words = async () => (await gemma.snapshot()).items.find((item) => item.id === id)?.text;
  await expect.poll(words, PATIENCE).toBe('half een zin!');
});

test('words that are being composed are all seen: on an ingredient, a connector and in the middle', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [gemma] = await gatherAt(people, [['laptop', cloth.urls.participant, 'Gemma']]);
  await gemma.write(BEGUN);
  const keyboard = await gemma.person.context.newCDPSession(gemma.page);
  const field = gemma.page.getByRole('textbox', { name: gemma.text.canvas.words });
  for (const open of [await gemma.spotOf(BEGUN), await gemma.spotOf(INITIATIVE)]) {
    await gemma.openWords(open);
    await keyboard.send('Input.imeSetComposition', { text: SENTENCE, selectionStart: 3, selectionEnd: 3 });
    await expect.poll(() => field.inputValue(), PATIENCE).toContain(SENTENCE);
    const cut = await field.evaluate((words) => [
      words.scrollHeight - words.clientHeight,
      words.scrollWidth - words.clientWidth,
    ]);
    for (const px of cut) expect(px).toBeLessThanOrEqual(ROUNDING);
    await keyboard.send('Input.insertText', { text: '!' });
    await gemma.page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
  }
});

test('a connector that has no name yet is laid where one points, and one that has a name stays', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [gemma] = await gatherAt(people, [['laptop', cloth.urls.participant, 'Gemma']]);
  const { page, text } = gemma;
  const field = page.getByRole('textbox', { name: text.canvas.words });
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const pointed = [width * 0.36, height * 0.66] as const;
  await gemma.act('new-connector');
  await field.waitFor();
  await atRest(page);
  const view = await viewOn(page);
  if (!view) throw new Error('a cloth is looked at');
  const place = [
    view.x + (pointed[0] - width / 2) / view.zoom,
    view.y + (pointed[1] - height / 2) / view.zoom,
  ] as const;
  await gemma.tap(pointed);
  await field.waitFor();
  await page.keyboard.type('Thomas');
  await page.keyboard.press('Enter');
  await field.waitFor({ state: 'detached' });
  const { pos } = await gemma.item('Thomas');
  expect(Math.hypot(pos[0] - place[0], pos[1] - place[1])).toBeLessThan(20);
  // With its name it is where it is, and a press elsewhere lays nothing.
  await gemma.act('new-connector');
  await field.waitFor();
  await page.keyboard.type('Heleen');
  await gemma.tap(pointed);
  await field.waitFor({ state: 'detached' });
  await expect.poll(async () => (await gemma.snapshot()).items.map(({ text }) => text)).toEqual(['Thomas', 'Heleen']);
  // Neither does one after Escape, which lets go of the name and of the place.
  await gemma.act('new-connector');
  await field.waitFor();
  await page.keyboard.press('Escape');
  await gemma.tap([width * 0.66, height * 0.66]);
  expect((await gemma.snapshot()).items).toHaveLength(2);
});
