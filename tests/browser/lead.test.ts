import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { readClothFile } from '../../shared/formats/cloth-file.ts';
import { wordsOn } from '../support/automation.ts';
import { gatherPeople } from '../support/browser.ts';
import { comeWith, takeSeat } from '../support/joining.ts';
import type { Participant } from '../support/participant.ts';
import { newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();

const PATIENCE = { timeout: 20_000 };

/** The words in the cloth file that somebody saves, in order. */
async function wordsTakenHome(who: Participant): Promise<string[]> {
  await who.menu(nl.menu.takeHome);
  const saving = who.page.waitForEvent('download');
  await who.button(nl.takeHome.saveFile);
  const read = readClothFile(await readFile(await (await saving).path(), 'utf8'));
  await who.page.keyboard.press('Escape');
  return read.ok ? read.file.items.map(({ text }) => text).toSorted() : [];
}

/** Fred, who leads and sits down, and Gemma with a tablet, both at step 2. */
async function atStepTwo(): Promise<{ fred: Participant; gemma: Participant }> {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [fred, gemma] = await Promise.all([comeWith(people, 'laptop'), comeWith(people, 'tablet')]);
  // How often a strike that is no silence begins to sound, and whether the loudspeaker is held.
  await gemma.page.addInitScript(() => {
    window.AudioContext = class extends AudioContext {
      constructor() {
        super();
        this.addEventListener('statechange', () => {
          document.documentElement.dataset.speaker = this.state;
        });
      }
    };
    const start = AudioBufferSourceNode.prototype.start;
    AudioBufferSourceNode.prototype.start = function (when) {
      const { dataset } = document.documentElement;
      if (this.buffer?.getChannelData(0).some((sample) => Math.abs(sample) > 0.5)) {
        dataset.strikes = String(Number(dataset.strikes ?? 0) + 1);
      }
      start.call(this, when);
    };
  });
  await Promise.all([fred.open(cloth.urls.facilitator), gemma.open(cloth.urls.participant)]);
  await takeSeat(fred, 'Fred');
  await gemma.sitDown('Gemma');
  await fred.button(nl.action['step-on']);
  await gemma.page
    .getByRole('button', { name: /^Stap 2:/ })
    .first()
    .waitFor(PATIENCE);
  return { fred, gemma };
}

test('the time runs for all, stands still, gets a minute more and ends with a soft sound; held hands wait until the facilitator goes on', async () => {
  const { fred, gemma } = await atStepTwo();
  const sheet = fred.page.getByRole('dialog', { name: nl.timer.title });
  const shown = gemma.page.getByRole('timer');
  const speaker = () => gemma.page.locator('html').getAttribute('data-speaker');
  await expect.poll(speaker, PATIENCE).toBe('suspended');
  await fred.button(nl.timer.set);
  await fred.fill(sheet.getByRole('textbox', { name: nl.timer.howLong }), '45');
  await fred.button(nl.timer.fewer, sheet);
  await fred.button(nl.timer.start, sheet);
  await expect.poll(() => shown.textContent(), PATIENCE).toMatch(/^(39|40):\d\d$/);

  await fred.button(nl.timer.pause, sheet);
  await gemma.page.getByRole('button', { name: /^Pauze, nog (39|40):\d\d$/ }).waitFor(PATIENCE);
  const stood = await shown.textContent();
  await fred.button(nl.timer.plus, sheet);
  const minutes = (time: string | null) => Number(time?.split(':')[0]);
  await expect.poll(async () => minutes(await shown.textContent()), PATIENCE).toBe(minutes(stood) + 1);
  await fred.button(nl.timer.resume, sheet);
  await gemma.page.getByRole('button', { name: /^Nog 4[01]:\d\d$/ }).waitFor(PATIENCE);

  // Half a word stands in the bar when the time is over: it stays, and waits.
  await fred.press(sheet.getByRole('switch', { name: nl.timer.hold }));
  const bar = gemma.page.getByRole('textbox', { name: nl.capture.label });
  await gemma.press(bar);
  await gemma.page.keyboard.type('boekenl');
  await fred.button(nl.timer.end, sheet);
  await gemma.page.getByRole('alert').getByText(nl.steps.held).waitFor(PATIENCE);
  await expect.poll(() => gemma.page.locator('html').getAttribute('data-strikes'), PATIENCE).toBe('2');
  await expect.poll(speaker, PATIENCE).toBe('suspended');
  await gemma.page.keyboard.press('Enter');
  expect(await bar.inputValue()).toBe('boekenl');
  expect(await wordsOn(gemma.page)).toEqual([]);
  // Who leads is not held.
  await fred.page.keyboard.press('Escape');
  await fred.write('proefles');
  await expect.poll(() => wordsOn(gemma.page), PATIENCE).toEqual(['proefles']);

  await fred.button(nl.steps.goOn);
  await gemma.page.getByText(nl.steps.heldText).waitFor({ state: 'detached', ...PATIENCE });
  await gemma.press(bar);
  await gemma.page.keyboard.type('ijst');
  await gemma.page.keyboard.press('Enter');
  await expect.poll(() => wordsOn(fred.page), PATIENCE).toEqual(['boekenlijst', 'proefles']);
});

test('quiet writing keeps everyone at their own edge; hidden words are bars to all but their writer, and are all shown at once', async () => {
  const { fred, gemma } = await atStepTwo();
  await fred.writesSo(nl.steps.quiet);
  await gemma.page.getByText('Stil schrijven: ieder aan de eigen rand', { exact: false }).first().waitFor(PATIENCE);
  await fred.write('proefles');
  await gemma.item('proefles');
  await gemma.write('boekenlijst');
  const before = await gemma.item('proefles');
  const [x, y] = await gemma.spotOf('proefles');
  await gemma.drag([x, y], [x + 60, y + 60]);
  await gemma.page.getByText(nl.steps.notNow.quiet).waitFor(PATIENCE);
  expect((await gemma.item('proefles')).pos).toEqual(before.pos);

  await fred.writesSo(nl.steps.hide);
  await expect.poll(() => wordsOn(gemma.page), PATIENCE).toEqual(['boekenlijst', '████████']);
  await expect.poll(() => wordsOn(fred.page), PATIENCE).toEqual(['proefles', '███████████']);
  // Count and room stay as they are.
  expect((await gemma.snapshot()).items.map(({ pos }) => pos)).toEqual(
    (await fred.snapshot()).items.map(({ pos }) => pos),
  );
  await gemma.write('filmmateriaal');
  await expect.poll(async () => (await fred.snapshot()).items.length, PATIENCE).toBe(3);
  expect(await wordsOn(fred.page)).not.toContain('filmmateriaal');
  // What is taken home meanwhile holds words and no bars: all of them with who leads, and with the others it waits.
  expect(await wordsTakenHome(fred)).toEqual(['boekenlijst', 'filmmateriaal', 'proefles']);
  await gemma.menu(nl.menu.takeHome);
  await gemma.page.getByText(nl.takeHome.fileWaits).waitFor(PATIENCE);
  expect(await gemma.page.getByRole('button', { name: nl.takeHome.saveFile }).count()).toBe(0);
  await fred.button(nl.steps.reveal);
  const all = ['boekenlijst', 'filmmateriaal', 'proefles'];
  for (const who of [fred, gemma]) await expect.poll(() => wordsOn(who.page), PATIENCE).toEqual(all);
  await gemma.page.getByRole('button', { name: nl.takeHome.saveFile }).waitFor(PATIENCE);
  await gemma.page.keyboard.press('Escape');

  // Going on to the next step ends the quiet.
  await fred.button(nl.action['step-on']);
  await gemma.page
    .getByRole('button', { name: /^Stap 3:/ })
    .first()
    .waitFor(PATIENCE);
  const [nowX, nowY] = await gemma.spotOf('proefles');
  await gemma.drag([nowX, nowY], [nowX + 60, nowY + 60]);
  await expect.poll(async () => (await fred.item('proefles')).pos, PATIENCE).not.toEqual(before.pos);
});
