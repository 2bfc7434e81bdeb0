import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { exampleCloth } from '../../shared/commands/example.ts';
import { snapshotOfFile } from '../../shared/formats/file-snapshot.ts';
import { markWords } from '../../shared/formats/pictures/mark-words.ts';
import { fontMeasure } from '../../shared/text/text-measure.ts';
import type { Device } from '../support/browser.ts';
import { DEVICES, gatherPeople } from '../support/browser.ts';
import { invitations } from '../support/joining.ts';
import { flawsOf } from '../support/look.ts';
import { Participant } from '../support/participant.ts';
import { layOn, newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();

const NO_FLAWS = { sideways: [], clipped: [], small: [], faint: [], nameless: [], stacked: [] };
const PATIENCE = { timeout: 10_000 };

async function choose(who: Participant, name: string): Promise<void> {
  await who.button(nl.top.menu);
  await who.press(who.page.getByRole('menuitem', { name, exact: true }));
}

/** Opens the example on a device of one's own; the address is for whoever joins. */
async function example(device: Device): Promise<Participant> {
  const cloth = await newCloth(program.url);
  await layOn(program.url, cloth, snapshotOfFile(exampleCloth('nl', fontMeasure, Date.now())));
  const who = await sitDown(device);
  await who.open(cloth.urls.facilitator);
  await who.item('Thomas');
  return who;
}

async function sitDown(device: Device): Promise<Participant> {
  return new Participant(await people.arrive(device), { touch: 'hasTouch' in DEVICES[device] });
}

/** One by one, as one reads them: the arrow lies elsewhere as soon as the words of the next step stand beside it. */
async function toLastStep(who: Participant): Promise<void> {
  for (const next of [2, 3, 4, 5]) {
    await who.button(nl.action['step-on']);
    await who.atStep(next);
  }
}

const field = (who: Participant, letter: 'i' | 'p' | 's' | 'l' | 'g') =>
  who.page.getByRole('region', { name: nl.positions[letter].name, exact: true });
const lettersOf = async (who: Participant, name: string) => (await who.item(name)).positions.join('');

test('looked at by position people are dragged, pressed and given letters by key, live for all', async () => {
  const fred = await example('laptop');
  const heleen = await sitDown('tablet');
  await heleen.open(fred.page.url());
  for (const who of [fred, heleen]) {
    await choose(who, nl.fields.open);
    await field(who, 'g').getByRole('button', { name: 'Thomas' }).waitFor();
  }

  await drag(fred, field(fred, 'g').getByRole('button', { name: 'Thomas' }), field(fred, 'p').getByRole('heading'));
  await field(heleen, 'p').getByRole('button', { name: 'Thomas' }).waitFor(PATIENCE);
  expect(await lettersOf(heleen, 'Thomas')).toBe('p');
  // One finger takes somebody along as well; put down beside the sheet they hold nothing any more.
  await drag(
    heleen,
    field(heleen, 'p').getByRole('button', { name: 'Thomas' }),
    heleen.page.getByRole('heading', { name: nl.fields.nobodyWaits }),
  );
  await fred.page.getByRole('heading', { name: nl.fields.waiting }).waitFor(PATIENCE);
  expect(await lettersOf(fred, 'Thomas')).toBe('');

  const { fields, positions } = nl;
  const waiting = heleen.page.getByRole('region', { name: fields.waiting });
  await heleen.press(waiting.getByRole('button', { name: 'Thomas' }));
  await heleen.button(fields.addTo(positions.l.name));
  await heleen.press(field(heleen, 'l').getByRole('button', { name: 'Thomas' }));
  await heleen.button(fields.addTo(positions.s.name));
  // One person in two fields is called so in both.
  await heleen.press(field(heleen, 'l').getByRole('button', { name: fields.also('Thomas', positions.s.name) }));
  await heleen.button(fields.moveTo(positions.g.name));
  await expect.poll(() => lettersOf(fred, 'Thomas'), PATIENCE).toBe('sg');

  await field(fred, 's')
    .getByRole('button', { name: /^Thomas/ })
    .focus();
  await fred.page.keyboard.press('Delete');
  await expect.poll(() => lettersOf(heleen, 'Thomas'), PATIENCE).toBe('g');
  await fred.page.keyboard.press('Shift+I');
  await expect.poll(() => lettersOf(heleen, 'Thomas'), PATIENCE).toBe('i');
  // The keyboard goes along to the new place.
  await field(fred, 'i').locator('button:focus').waitFor();
  await fred.page.keyboard.press('p');
  await expect.poll(() => lettersOf(heleen, 'Thomas'), PATIENCE).toBe('ip');
  await fred.page.keyboard.press('Control+z');
  await expect.poll(() => lettersOf(heleen, 'Thomas'), PATIENCE).toBe('i');
  // Keys that belong to the canvas rest: nothing new lies on it.
  const { items } = await fred.snapshot();
  await fred.page.keyboard.press('n');
  expect((await fred.snapshot()).items).toHaveLength(items.length);
  await fred.button(fields.back);
  await fred.page.getByRole('region', { name: fields.title }).waitFor({ state: 'detached' });
});

test('contact by contact each connector is asked after, and a tie says whether it is really so', async () => {
  const fred = await example('laptop');
  const { page } = fred;
  await page.keyboard.press('Escape');
  await toLastStep(fred);
  await fred.button(nl.fields.oneByOne);
  const guide = page.getByRole('complementary', { name: nl.guide.title });
  await guide.getByRole('heading', { name: nl.guide.question('mailinglist vakcommunity') }).waitFor();
  await fred.button(nl.guide.on, guide);
  await guide.getByRole('heading', { name: nl.guide.question('Gemma') }).waitFor();
  await guide.getByRole('button', { name: new RegExp(`^${nl.positions.s.name}`) }).click();
  await expect.poll(() => lettersOf(fred, 'Gemma')).toBe('ips');

  await choose(fred, nl.involvement.title);
  const ties = page.getByRole('complementary', { name: nl.involvement.title });
  const gemma = ties.getByRole('group', { name: nl.involvement.tie('Gemma', nl.outline.theInitiative) });
  await fred.button(nl.involvement.expected, gemma);
  const expected = async () => (await fred.snapshot()).ties.filter((tie) => tie.expected).length;
  await expect.poll(expected).toBe(1);
  // The same for the tie that is selected, by key and in its palette.
  await ties
    .getByRole('region', { name: nl.involvement.of('Gemma') })
    .getByRole('button')
    .first()
    .click();
  const palette = page.getByRole('group', { name: nl.involvement.question });
  await expect.poll(() => palette.getByRole('button', { pressed: true }).textContent()).toBe(nl.involvement.expected);
  await page.keyboard.press('e');
  await expect.poll(expected).toBe(0);
  await fred.button(nl.involvement.expected, palette);
  await expect.poll(expected).toBe(1);
  await fred.button(nl.top.outline);
  await page
    .getByText(nl.outline.tiedTo(['eerst plezier, dan toetsen', nl.outline.expected(nl.outline.theInitiative)]))
    .waitFor();
});

test('who leads has everyone look by position, and has every screen say of whom the group talks', async () => {
  const fred = await example('laptop');
  const { participant, viewer } = await invitations(fred);
  const ilse = await sitDown('tablet');
  const screen = await sitDown('laptop');
  await ilse.open(participant);
  await ilse.sitDown('Ilse');
  await screen.open(viewer);
  await fred.page.keyboard.press('Escape');
  await toLastStep(fred);
  const looks = ({ page }: Participant) => page.getByRole('region', { name: nl.fields.title, exact: true });

  // Contact by contact: the question of the moment stands on every screen.
  await fred.button(nl.fields.oneByOne);
  const question = nl.guide.question('mailinglist vakcommunity');
  await screen.page.getByText(question).waitFor(PATIENCE);
  await ilse.page.getByText(question).waitFor(PATIENCE);
  const { id } = await fred.item('mailinglist vakcommunity');
  expect(await screen.page.evaluate(() => window.tafelkleed?.selection())).toEqual([id]);
  await fred.button(nl.guide.close);
  await screen.page.getByText(question).waitFor({ state: 'detached', ...PATIENCE });

  // The whole, by position. Whoever goes back is asked to look along, not fetched.
  await fred.button(nl.fields.open);
  await fred.button(nl.fields.together);
  for (const who of [ilse, screen]) await field(who, 'g').getByText('Thomas').waitFor(PATIENCE);
  await ilse.button(nl.fields.back);
  await looks(ilse).waitFor({ state: 'detached' });
  await ilse.page.getByText(nl.fields.groupLooks).waitFor();
  await looks(fred).waitFor();
  await ilse.button(nl.fields.lookAlong);
  await field(ilse, 'g').getByText('Thomas').waitFor();

  // "come with me" brings her back to the cloth.
  await fred.button(nl.fields.back);
  for (const who of [ilse, screen]) await looks(who).waitFor({ state: 'detached', ...PATIENCE });
  await ilse.button(nl.fields.open);
  await looks(ilse).waitFor();
  await fred.button(nl.follow.come);
  await looks(ilse).waitFor({ state: 'detached', ...PATIENCE });
  await ilse.page.getByText(nl.follow.with('')).waitFor(PATIENCE);
});

test('to look by position together takes nobody from the words they are writing, and a question comes through there', async () => {
  const fred = await example('laptop');
  const { participant } = await invitations(fred);
  const ilse = await sitDown('phone');
  await ilse.open(participant);
  await ilse.sitDown('Ilse');
  const written = ilse.page.getByRole('textbox', { name: nl.capture.label });
  await ilse.fill(written, 'voorleesmiddag');
  await fred.page.keyboard.press('Escape');
  await choose(fred, nl.fields.open);
  await fred.button(nl.fields.together);
  await ilse.page.getByText(nl.fields.groupLooks).waitFor(PATIENCE);
  expect(await written.inputValue()).toBe('voorleesmiddag');
  // Of her own will she goes along; what she was writing is there when she comes back.
  await ilse.button(nl.fields.lookAlong);
  await field(ilse, 'g').getByText('Thomas').waitFor();
  await ilse.button(nl.fields.back);
  expect(await written.inputValue()).toBe('voorleesmiddag');
  await ilse.press(written);
  await ilse.page.keyboard.press('Enter');
  await fred.button(nl.fields.back);
  await fred.item('voorleesmiddag');
  await fred.select('voorleesmiddag');
  await fred.button(nl.action.ask);
  await ilse.page.getByText(nl.ask.askedAt('voorleesmiddag')).waitFor(PATIENCE);
  await choose(ilse, nl.fields.open);
  await field(ilse, 'g').getByText('Thomas').waitFor();
  await ilse.page.getByText(nl.ask.askedAt('voorleesmiddag')).waitFor();
});

test('what happened since a moment is laid over the cloth, with a legend of what there is', async () => {
  const fred = await example('laptop');
  const { page } = fred;
  await choose(fred, nl.moments.title);
  const panel = page.getByRole('complementary', { name: nl.moments.title });
  await panel.getByLabel(nl.moments.name).fill('na de studiedag');
  await fred.button(nl.moments.keep, panel);
  await fred.select('Thomas');
  await page.keyboard.press('p');
  await page.keyboard.press('Escape');
  await fred.button(nl.moments.compare, panel);
  const legend = page.getByRole('region', { name: nl.compare.legend });
  await expect.poll(() => legend.getByRole('listitem').allTextContents()).toEqual([`p${markWords('nl').words.gained}`]);
  // A tie that is only expected after all is marked too, and comes back in words.
  await choose(fred, nl.involvement.title);
  const ties = page.getByRole('complementary', { name: nl.involvement.title });
  const gemma = ties.getByRole('group', { name: nl.involvement.tie('Gemma', nl.outline.theInitiative) });
  await fred.button(nl.involvement.expected, gemma);
  await expect
    .poll(() => legend.getByRole('listitem').allTextContents())
    .toEqual([markWords('nl').words.onlyExpected, `p${markWords('nl').words.gained}`]);
  await choose(fred, nl.moments.title);
  await panel.getByRole('heading', { name: nl.compare.onlyExpected }).waitFor();
  await page.keyboard.press('Escape');
  await fred.button(nl.action.undo);
  await choose(fred, nl.moments.title);

  // It goes along with what happens meanwhile, and stays when the words are put away.
  await fred.select('Thomas');
  await page.keyboard.press('Delete');
  await expect
    .poll(() => legend.getByRole('listitem').allTextContents())
    .toEqual([`–${markWords('nl').words.gone}`, markWords('nl').words.untied]);
  await fred.button(nl.moments.close, panel);
  await legend.waitFor();
  await fred.button(nl.compare.done, legend);
  await legend.waitFor({ state: 'detached' });
});

test.each(['screen', 'laptop', 'tablet', 'phone'] as const)(
  'on a %s every view of positions can be read and pressed',
  async (device) => {
    const fred = await example(device);
    const { page } = fred;
    const fingertip = 'hasTouch' in DEVICES[device] ? 44 : 0;
    const flawless = async (what: string) => expect(await flawsOf(page, fingertip), what).toEqual(NO_FLAWS);
    await choose(fred, nl.fields.open);
    const thomas = page.getByRole('button', { name: 'Thomas' });
    await thomas.waitFor();
    await flawless('the fields');
    await thomas.scrollIntoViewIfNeeded();
    await fred.press(thomas);
    const card = page.getByRole('dialog', { name: nl.fields.card('Thomas') });
    await card.waitFor();
    await fred.button(nl.fields.close, card);
    await card.waitFor({ state: 'detached' });
    await fred.button(nl.fields.back);
    // Of the example nothing is left to ask; a list of its ties is long.
    for (const [title, words] of [
      [nl.involvement.title, nl.involvement.expected],
      [nl.insights.title, nl.insights.nothing],
    ] as const) {
      await choose(fred, title);
      const panel = page.getByRole('complementary', { name: title });
      await panel.getByText(words, { exact: true }).first().waitFor();
      await flawless(title);
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'detached' });
    }
  },
);

type Place = ReturnType<Participant['page']['getByRole']>;

async function drag(who: Participant, what: Place, to: Place): Promise<void> {
  const [from, onto] = [await what.boundingBox(), await to.boundingBox()];
  if (!from || !onto) throw new Error('what is dragged, and where to, must be seen');
  const middle = ({ x, y, width, height }: typeof from) => [x + width / 2, y + height / 2] as const;
  await who.drag(middle(from), middle(onto));
}
