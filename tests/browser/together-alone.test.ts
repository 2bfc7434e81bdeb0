import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { automated, wordsOn } from '../support/automation.ts';
import { gatherPeople } from '../support/browser.ts';
import { comeWith, gatherAt } from '../support/joining.ts';
import type { Participant } from '../support/participant.ts';
import { newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();

const PATIENCE = { timeout: 20_000 };

/** One tap from the joint cloth to one's own, or back; the page that opens is looked at with the automation handle. */
async function goes(who: Participant, button: string): Promise<void> {
  const before = new URL(who.page.url()).pathname;
  await who.button(button);
  await who.page.waitForURL((url) => url.pathname !== before, PATIENCE);
  expect(new URL(who.page.url()).searchParams.has('automation')).toBe(true);
  await who.snapshot();
}

async function choose(who: Participant, name: string): Promise<void> {
  await who.button(nl.top.menu);
  await who.press(who.page.getByRole('menuitem', { name, exact: true }));
}

test('everyone makes a cloth alone, and the facilitator lays them together; who comes later is laid with them', async () => {
  const cloth = await newCloth(program.url, { title: 'leesplezier' });
  const [fred, gemma, theo, screen] = await gatherAt(people, [
    ['laptop', cloth.urls.facilitator],
    ['tablet', cloth.urls.participant, 'Gemma'],
    ['phone', cloth.urls.participant, 'Theo'],
    ['screen', cloth.urls.viewer],
  ]);
  await fred.seated('Theo');

  await choose(fred, nl.alone.title);
  const panel = fred.page.getByRole('complementary', { name: nl.alone.title });
  await fred.button(nl.alone.begin, panel);
  await expect.poll(() => panel.getByText(nl.alone.madeNothing).count(), PATIENCE).toBe(2);

  // Gemma's own cloth bears the initiative and her name; nobody asks who she is.
  await goes(gemma, nl.alone.goMine);
  expect(await gemma.snapshot()).toMatchObject({ initiative: 'leesplezier', seats: [{ name: 'Gemma' }], items: [] });
  await gemma.write('boekenlijst', 'filmmateriaal');
  await gemma.button(nl.action['new-connector']);
  await gemma.name('Heleen');
  await gemma.saved(nl.saved.saved);
  // The others still see her at the table, and how much she has, and nothing of what she writes.
  await panel.getByText(nl.alone.made(3)).waitFor(PATIENCE);
  expect(await panel.getByText(nl.alone.madeNothing).count()).toBe(1);
  await screen.page.getByText(nl.alone.onWall(1, 2, 3)).waitFor(PATIENCE);
  await fred.page.getByRole('button', { name: nl.people.atTable(3) }).waitFor(PATIENCE);
  expect(await wordsOn(fred.page)).toEqual([]);

  // Theo has not made anything yet when all is laid together.
  await fred.button(nl.alone.lay, panel);
  await panel.getByText(nl.alone.laid(3, ['Gemma'])).waitFor(PATIENCE);
  const laid = await fred.snapshot();
  expect(laid.items.map(({ text }) => text).sort()).toEqual(['Heleen', 'boekenlijst', 'filmmateriaal']);
  const gemmasSeat = laid.seats.find(({ name }) => name === 'Gemma')?.id;
  expect(laid.items.filter(({ kind }) => kind === 'ingredient').map(({ seat, by }) => [seat, by])).toEqual([
    [gemmasSeat, 'Gemma'],
    [gemmasSeat, 'Gemma'],
  ]);
  await fred.button(nl.alone.lay, panel);
  await panel.getByText(nl.alone.nothing).waitFor(PATIENCE);
  expect((await fred.snapshot()).items).toHaveLength(3);

  // One step takes all of it back, and it can be laid again.
  await fred.button(nl.action.undo);
  await expect.poll(() => wordsOn(fred.page), PATIENCE).toEqual([]);
  await fred.button(nl.alone.lay, panel);
  await panel.getByText(nl.alone.away(3)).waitFor(PATIENCE);
  await fred.button(nl.alone.again, panel);
  await expect.poll(() => wordsOn(fred.page), PATIENCE).toEqual(['Heleen', 'boekenlijst', 'filmmateriaal']);

  // Theo comes later, on his phone, and what he writes is much like Gemma's.
  await goes(theo, nl.alone.goMine);
  await theo.write('Boekenlijst', 'proefles');
  await theo.saved(nl.saved.saved);
  await fred.button(nl.alone.lay, panel);
  await panel.getByText(nl.alone.laid(2, ['Theo'])).waitFor(PATIENCE);
  await fred.button(nl.alone.doubles(1), panel);
  const doubles = fred.page.getByRole('complementary', { name: nl.doubles.title });
  await doubles.getByText(nl.doubles.by('Theo')).waitFor(PATIENCE);
  await fred.button(nl.doubles.one, doubles);
  await expect.poll(() => wordsOn(fred.page), PATIENCE).toEqual(['Heleen', 'boekenlijst', 'filmmateriaal', 'proefles']);

  // The facilitator calls everyone back: Gemma asks for a moment and comes, and Theo is taken along; their own cloths stay,
  // a tap away.
  await choose(fred, nl.alone.title);
  await gemma.page.clock.install();
  await theo.page.clock.install();
  const theosOwn = theo.page.url();
  await fred.button(nl.alone.end, panel);
  await gemma.page.getByRole('alert').getByText(nl.alone.called).waitFor(PATIENCE);
  await gemma.page.clock.runFor(5_000);
  await gemma.button(nl.alone.aMoment);
  await gemma.page.clock.runFor(12_000);
  await gemma.page.getByText(nl.alone.over).waitFor(PATIENCE);
  await goes(gemma, nl.alone.goAlong);
  await theo.page.getByRole('alert').getByText(nl.alone.called).waitFor(PATIENCE);
  await theo.page.clock.runFor(16_000);
  await theo.page.waitForURL((url) => url.href !== theosOwn, PATIENCE);
  await gemma.page.clock.resume();
  await theo.page.clock.resume();
  await expect.poll(async () => (await gemma.snapshot()).initiative, PATIENCE).toBe('leesplezier');
  await expect.poll(() => wordsOn(gemma.page), PATIENCE).toHaveLength(4);
  expect(await gemma.page.getByText(nl.alone.everyone).count()).toBe(0);
  await choose(gemma, nl.alone.mine);
  await gemma.page.getByText(nl.alone.over).waitFor(PATIENCE);
  await expect.poll(() => wordsOn(gemma.page), PATIENCE).toEqual(['Heleen', 'boekenlijst', 'filmmateriaal']);

  // On a device that never sat at the table it opens by the link that who leads hands out.
  await fred.button(nl.alone.shareOf('Gemma'), panel);
  await panel.getByRole('img', { name: nl.alone.linkQr('Gemma') }).waitFor(PATIENCE);
  const link = await panel.getByRole('textbox', { name: nl.alone.linkOf('Gemma') }).inputValue();
  const elsewhere = await comeWith(people, 'phone');
  await elsewhere.open(link);
  await expect.poll(() => wordsOn(elsewhere.page), PATIENCE).toEqual(['Heleen', 'boekenlijst', 'filmmateriaal']);
  // It is hers there too, and she sits where she sat.
  await elsewhere.write('podcasts');
  const { seats, items } = await elsewhere.snapshot();
  expect(seats.map(({ name }) => name)).toEqual(['Gemma']);
  expect(items.find(({ text }) => text === 'podcasts')).toMatchObject({ seat: seats[0]?.id, by: 'Gemma' });

  // On the home page it is known for what it is.
  await theo.page.goto(automated(program.url));
  await theo.page.getByText(nl.alone.known).waitFor(PATIENCE);
});
