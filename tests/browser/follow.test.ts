import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { viewOn } from '../support/automation.ts';
import { gatherPeople } from '../support/browser.ts';
import { gatherAt } from '../support/joining.ts';
import type { Participant } from '../support/participant.ts';
import { newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();

/** What is on its way from another page, and a view that glides there, get this long on a busy machine. */
const PATIENCE = { timeout: 15_000 };

const look = ({ page }: Participant, at: { x: number; y: number; zoom: number }) =>
  page.evaluate((view) => window.tafelkleed?.camera.set(view), at);

test('everyone comes along to what who leads sees, may let go and come back, and is held when that is asked', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [caroline, gemma] = await gatherAt(people, [
    ['laptop', cloth.urls.facilitator],
    ['tablet', cloth.urls.participant, 'Gemma'],
  ]);

  await caroline.button(nl.follow.come);
  await gemma.page.getByText(nl.follow.with('')).waitFor(PATIENCE);
  await look(caroline, { x: 700, y: -300, zoom: 1.5 });
  const comesTo = (x: number) =>
    expect.poll(async () => Math.abs(((await viewOn(gemma.page))?.x ?? 0) - x) < 150, PATIENCE);
  await comesTo(700).toBe(true);

  await look(gemma, { x: -800, y: 0, zoom: 1 });
  await gemma.page.getByText(nl.follow.shows('')).waitFor(PATIENCE);
  await look(caroline, { x: 300, y: 300, zoom: 1.5 });
  expect((await viewOn(gemma.page))?.x).toBe(-800);
  await gemma.button(nl.follow.rejoin);
  await comesTo(300).toBe(true);

  await caroline.button(nl.follow.hold);
  await gemma.page.getByText(nl.follow.held('')).waitFor(PATIENCE);
  await look(gemma, { x: -800, y: 0, zoom: 1 });
  await comesTo(300).toBe(true);
  await caroline.page
    .getByRole('region', { name: nl.follow.title })
    .getByRole('button', { name: nl.follow.letGo })
    .click();
  await gemma.page.getByText(nl.follow.held('')).waitFor({ state: 'detached', ...PATIENCE });
  await look(gemma, { x: -800, y: 0, zoom: 1 });
  expect((await viewOn(gemma.page))?.x).toBe(-800);
});

test('a place that is pointed out shows on every cloth, and where it is out of sight an arrow leads there', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [caroline, theo] = await gatherAt(people, [
    ['laptop', cloth.urls.facilitator],
    ['phone', cloth.urls.participant, 'Theo'],
  ]);
  await look(theo, { x: 0, y: 0, zoom: 2 });
  await caroline.button(nl.follow.point);
  await caroline.page.getByRole('button', { name: nl.follow.pointHint }).waitFor(PATIENCE);
  await caroline.page.mouse.click(420, 300);
  const arrow = theo.page.getByRole('button', { name: nl.follow.pointedAt });
  await arrow.waitFor(PATIENCE);
  await arrow.click();
  await expect.poll(async () => (await viewOn(theo.page))?.x ?? 0, PATIENCE).toBeLessThan(-300);
});
