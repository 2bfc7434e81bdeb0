import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { viewOn } from '../support/automation.ts';
import { DEVICES, gatherPeople } from '../support/browser.ts';
import { gatherAt } from '../support/joining.ts';
import type { Participant } from '../support/participant.ts';
import { newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();

/** What is on its way from another page, and a view that glides there, get this long on a busy machine. */
const PATIENCE = { timeout: 15_000 };

/** Whether words are wholly on the screen. */
async function sees(who: Participant, text: string): Promise<boolean> {
  const { x, y, w, h } = await who.boxOf(text);
  const { width, height } = who.page.viewportSize() ?? { width: 0, height: 0 };
  return x >= 0 && y >= 0 && x + w <= width && y + h <= height;
}

const barOf = ({ page }: Participant) => page.getByRole('region', { name: nl.walk.title });
/** Waits until somebody's walk has come to an edge. Asked of the bar: the step's own words speak of edges too. */
const standsAt = (who: Participant, edge: string) =>
  barOf(who).getByRole('status').filter({ hasText: edge }).waitFor(PATIENCE);

async function groupAt(step: 2 | 1) {
  const cloth = await newCloth(program.url, { title: 'leesplezier', seats: 4 });
  const { facilitator, participant } = cloth.urls;
  const [caroline, gemma, theo] = await gatherAt(people, [
    ['laptop', facilitator],
    ['laptop', participant, 'Gemma'],
    ['tablet', participant, 'Theo'],
  ]);
  await Promise.all([gemma.write('boekenlijst'), theo.write('ouders')]);
  if (step === 2) await caroline.button(nl.action['step-on']);
  return { caroline, gemma, theo, cloth };
}

test('alone one walks from edge to edge, by button and by key, and the device remembers what was read', async () => {
  const { gemma } = await groupAt(2);
  await gemma.button(nl.walk.begin);
  const bar = barOf(gemma);
  await standsAt(gemma, nl.walk.edgeOf('Theo'));
  await expect.poll(() => sees(gemma, 'ouders'), PATIENCE).toBe(true);
  await gemma.button(nl.walk.next);
  await standsAt(gemma, nl.walk.ownEdge);
  await gemma.page.keyboard.press('ArrowLeft');
  await standsAt(gemma, nl.walk.edgeOf('Theo'));
  await gemma.page.keyboard.press('Escape');
  await bar.waitFor({ state: 'detached' });
  await gemma.page.reload();
  await gemma.button(nl.walk.begin);
  await gemma.page.getByRole('list', { name: nl.walk.readCount(2, 2) }).waitFor(PATIENCE);
});

test('a walker whose screen is turned is brought before the same edge again, and back when it is turned back', async () => {
  const { gemma } = await groupAt(2);
  const { page } = gemma;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const here = async () => Object.values((await viewOn(gemma.page)) ?? {}).map((each) => Math.round(each * 100));
  const whole = await here();
  await gemma.button(nl.walk.begin);
  await standsAt(gemma, nl.walk.edgeOf('Theo'));
  await expect.poll(here, PATIENCE).not.toEqual(whole);
  const lying = await here();
  await page.setViewportSize({ width: 768, height: 1366 });
  await expect.poll(here, PATIENCE).not.toEqual(lying);
  await expect.poll(() => sees(gemma, 'ouders'), PATIENCE).toBe(true);
  await page.setViewportSize(DEVICES.laptop.viewport);
  await expect.poll(here, PATIENCE).toEqual(lying);
});

test('words that face their own edge stand upright before whoever walks there, and the picture stays as it was', async () => {
  const { theo } = await groupAt(2);
  const upright = await theo.page.evaluate(async () => (await window.tafelkleed?.exportPng(1))?.bytes.length ?? 0);
  await theo.button(nl.top.menu);
  await theo.page.getByRole('menuitemcheckbox', { name: nl.walk.asWritten }).click();
  // It says that it is on, where it is put off with one press.
  const on = theo.page.getByRole('button', { name: nl.walk.asWritten, pressed: true });
  await on.waitFor();
  await theo.button(nl.walk.begin);
  await theo.page.getByText(nl.walk.edgeOf('Gemma')).waitFor(PATIENCE);
  const turned = () => viewOn(theo.page).then((view) => Math.abs(view?.turn ?? 0));
  const { seats } = await theo.snapshot();
  expect(seats.filter(({ name }) => name !== '')).toHaveLength(2);
  await expect.poll(turned, PATIENCE).toBeGreaterThan(1.5);
  expect(await sees(theo, 'boekenlijst')).toBe(true);
  expect(await theo.page.evaluate(async () => (await window.tafelkleed?.exportPng(1))?.bytes.length)).toBe(upright);
  await theo.button(nl.walk.end);
  await expect.poll(turned, PATIENCE).toBe(0);
  await theo.press(on);
  await on.waitFor({ state: 'detached' });
});

test('who leads takes everyone round; one may look elsewhere and come along again', async () => {
  const { caroline, gemma, theo } = await groupAt(2);
  const zoomOf = async (who: Participant) => (await viewOn(who.page))?.zoom ?? 0;
  const wide = await zoomOf(gemma);
  await caroline.button(nl.walk.begin);
  await caroline.button(nl.walk.gather);
  await standsAt(gemma, nl.walk.ownEdge);
  await standsAt(theo, nl.walk.edgeOf('Gemma'));
  await barOf(theo).getByText(nl.walk.gathered).waitFor();
  await expect.poll(() => zoomOf(gemma), PATIENCE).toBeGreaterThan(wide * 1.2);
  await caroline.button(nl.walk.next);
  await standsAt(theo, nl.walk.ownEdge);
  await standsAt(gemma, nl.walk.edgeOf('Theo'));
  await expect.poll(() => sees(gemma, 'ouders'), PATIENCE).toBe(true);

  await theo.button(nl.follow.away);
  await theo.page.getByText(nl.follow.walks).waitFor(PATIENCE);
  await barOf(theo).waitFor({ state: 'detached' });
  await caroline.button(nl.walk.next);
  await standsAt(gemma, nl.walk.ownEdge);
  expect(await barOf(theo).count()).toBe(0);
  await theo.button(nl.follow.rejoin);
  await standsAt(theo, nl.walk.edgeOf('Gemma'));

  await caroline.button(nl.walk.end);
  for (const who of [gemma, theo]) await barOf(who).waitFor({ state: 'detached', ...PATIENCE });
  await expect.poll(() => zoomOf(gemma), PATIENCE).toBeLessThan(wide * 1.1);
});

test('“what do you mean?” is answered in a line by whoever wrote it, and the answer is there for all', async () => {
  const { gemma, theo } = await groupAt(1);
  await gemma.select('ouders');
  await gemma.button(nl.action.ask);
  await theo.page.getByText(nl.ask.askedAt('ouders')).waitFor(PATIENCE);
  await theo.page.getByRole('textbox', { name: nl.ask.answer }).fill('ouders die thuis voorlezen');
  await theo.button(nl.ask.send);
  await theo.page.getByText(nl.ask.askedAt('ouders')).waitFor({ state: 'detached', ...PATIENCE });
  await expect.poll(async () => (await gemma.item('ouders')).asked, PATIENCE).toBe(false);
  await gemma.page.getByText('ouders die thuis voorlezen').waitFor(PATIENCE);
});
