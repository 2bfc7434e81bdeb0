import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { overlaps } from '../../shared/layout/box.ts';
import { INITIATIVE } from '../../shared/model/schema.ts';
import { type Network, network } from '../server/client-session-support.ts';
import { automated, wordsOn } from '../support/automation.ts';
import { gatherPeople } from '../support/browser.ts';
import { gatherAt } from '../support/joining.ts';
import { Participant } from '../support/participant.ts';
import { newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();

/** What is on its way from another page gets this long on a busy machine. */
const PATIENCE = { timeout: 10_000 };
/** Leaving is told, not found out: far sooner than the half minute after which the silent are given up. */
const AT_ONCE = { timeout: 3_000 };

/** How many a page says are at the table, itself included. */
function atTable({ page }: Pick<Participant, 'page'>, count: number) {
  return page.getByRole('button', { name: nl.people.atTable(count), exact: true });
}

test('everyone sees who is at the table, and who leaves it, however they go', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const gemma = new Participant(await people.arrive('laptop'), { touch: false });
  const heleen = new Participant(await people.arrive('tablet'), { touch: true });
  await gemma.open(cloth.urls.participant);
  await gemma.sitDown('Gemma');
  await atTable(gemma, 1).waitFor();

  await heleen.open(cloth.urls.participant);
  await heleen.sitDown('Heleen');
  await atTable(gemma, 2).waitFor(PATIENCE);
  await gemma.page.getByTitle('Heleen', { exact: true }).waitFor(PATIENCE);
  await heleen.page.getByTitle('Gemma', { exact: true }).waitFor(PATIENCE);

  // To another address and back again: the seat is theirs still, and no name is asked for.
  await heleen.page.goto('about:blank');
  await atTable(gemma, 1).waitFor(AT_ONCE);
  await heleen.page.goBack();
  await gemma.page.getByTitle('Heleen', { exact: true }).waitFor(PATIENCE);
  await atTable(heleen, 2).waitFor(PATIENCE);

  await heleen.page.close();
  await atTable(gemma, 1).waitFor(AT_ONCE);
  expect((await gemma.snapshot()).seats.filter((seat) => seat.name !== '').map((seat) => seat.name)).toEqual([
    'Gemma',
    'Heleen',
  ]);
});

test('a shared screen says that it only looks, and nothing done there changes the cloth', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const gemma = new Participant(await people.arrive('laptop'), { touch: false });
  const screen = new Participant(await people.arrive('laptop'), { touch: false });
  await gemma.open(cloth.urls.participant);
  await gemma.sitDown('Gemma');
  await gemma.write('boekenlijst');
  await screen.open(cloth.urls.viewer);
  await expect.poll(() => wordsOn(screen.page), PATIENCE).toEqual(['boekenlijst']);
  await screen.page.getByText(nl.top.viewOnly, { exact: true }).waitFor();
  expect(await screen.page.getByRole('textbox').count()).toBe(0);

  const { width, height } = screen.page.viewportSize() ?? { width: 0, height: 0 };
  await screen.doubleTap([width / 2, height / 3]);
  await screen.page.keyboard.type('niet van mij');
  await screen.page.keyboard.press('Enter');
  const spot = await screen.spotOf('boekenlijst');
  await screen.drag(spot, [spot[0] + 200, spot[1] + 100]);
  await screen.page.keyboard.press('Delete');
  expect(await screen.snapshot()).toEqual(await gemma.snapshot());

  // The line is as it was: the page was not cut off for trying.
  await gemma.write('filmmateriaal');
  await expect.poll(() => wordsOn(screen.page), PATIENCE).toEqual(['boekenlijst', 'filmmateriaal']);
});

test('two tabs on one device share a seat and a copy, and neither is in the way of the other', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const first = new Participant(await people.arrive('laptop'), { touch: false });
  await first.open(cloth.urls.participant);
  await first.sitDown('Gemma');
  await first.write('boekenlijst');
  const page = await first.person.context.newPage();
  await page.goto(automated(cloth.urls.participant));
  const second = new Participant({ ...first.person, page }, { touch: false });
  await expect.poll(() => wordsOn(page), PATIENCE).toEqual(['boekenlijst']);
  await second.write('filmmateriaal');
  await first.page.bringToFront();
  await first.write('proefles');
  for (const tab of [first, second]) {
    await expect.poll(() => wordsOn(tab.page), PATIENCE).toEqual(['boekenlijst', 'filmmateriaal', 'proefles']);
    await tab.page.getByText(nl.saved.saved, { exact: true }).waitFor(PATIENCE);
  }
  const { seats } = await second.snapshot();
  expect(seats.filter((seat) => seat.name === 'Gemma')).toHaveLength(1);
});

test('words that two people lay in one place, before they can know of each other, come to lie beside each other', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const ways = [await network(program.url), await network(program.url)] as const;
  const by = (way: Network) => cloth.urls.participant.replace(new URL(cloth.urls.participant).origin, way.url);
  const both = await gatherAt(people, [
    ['laptop', by(ways[0]), 'Gemma'],
    ['laptop', by(ways[1]), 'Heleen'],
  ]);
  for (const way of ways) way.stall();
  for (const [nth, one] of both.entries()) {
    await one.page.evaluate(() => window.tafelkleed?.camera.fit());
    const [x, y] = await one.spotOf(INITIATIVE);
    await one.doubleTap([x + 300, y]);
    await one.page.keyboard.type(['boekenlijst', 'filmmateriaal'][nth] ?? '');
    await one.page.keyboard.press('Enter');
  }
  for (const way of ways) way.flow();
  for (const one of both) {
    await expect.poll(() => wordsOn(one.page), PATIENCE).toEqual(['boekenlijst', 'filmmateriaal']);
    const apart = async () => !overlaps(await one.boxOf('boekenlijst'), await one.boxOf('filmmateriaal'));
    await expect.poll(apart, PATIENCE).toBe(true);
  }
  const [first] = both;
  expect(await first.snapshot()).toEqual(await both[1].snapshot());
});
