import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { exampleCloth } from '../../shared/commands/example.ts';
import { snapshotOfFile } from '../../shared/formats/file-snapshot.ts';
import { fontMeasure } from '../../shared/text/text-measure.ts';
import { viewOn } from '../support/automation.ts';
import { gatherPeople } from '../support/browser.ts';
import { ManyHands, type Spot } from '../support/hands.ts';
import { Participant } from '../support/participant.ts';
import { layOn, newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();

const by = ([x, y]: Spot, dx: number, dy: number): Spot => [x + dx, y + dy];

test('two people at one screen have two things in hand, also by position, and a pen works beside a palm', async () => {
  const cloth = await newCloth(program.url);
  await layOn(program.url, cloth, snapshotOfFile(exampleCloth('nl', fontMeasure, Date.now())));
  const board = new Participant(await people.arrive('tablet'), { touch: true });
  await board.open(cloth.urls.facilitator);
  const { page } = board;
  const hands = await ManyHands.of(page);
  const placeOf = async (words: string) => (await board.item(words)).pos;
  const movedBy = async (words: string, from: readonly [number, number]) => {
    const [x, y] = await placeOf(words);
    return [Math.sign(Math.round(x - from[0])), Math.sign(Math.round(y - from[1]))];
  };
  await board.item('Thomas');

  // Held still, a finger chooses; what can be done stands beside it.
  await hands.down(1, await board.spotOf('Heleen'));
  const { id } = await board.item('Heleen');
  await expect.poll(() => page.evaluate(() => window.tafelkleed?.selection())).toEqual([id]);
  const palette = page.getByRole('button', { name: nl.action.escape, exact: true });
  await palette.waitFor();
  await hands.up(1);
  expect(await page.evaluate(() => window.tafelkleed?.selection())).toEqual([id]);
  await board.letGo();
  await palette.waitFor({ state: 'detached' });

  // A finger held still on nothing asks what is to come there.
  const empty = by(await board.spotOf('Heleen'), 0, 74);
  await hands.down(1, empty);
  const here = page.getByRole('region', { name: nl.question.here });
  await here.waitFor();
  await hands.up(1);
  await board.button(nl.action['new-ingredient'], here);
  await board.name('kaftpapier');
  expect((await board.item('kaftpapier')).kind).toBe('ingredient');
  await here.waitFor({ state: 'detached' });
  await board.letGo();
  await palette.waitFor({ state: 'detached' });

  // Two things at once.
  const [thomas, gemma] = [await board.spotOf('Thomas'), await board.spotOf('Gemma')];
  const view = await viewOn(page);
  const [thomasLay, gemmaLay] = [await placeOf('Thomas'), await placeOf('Gemma')];
  await hands.down(1, thomas);
  await hands.down(2, gemma);
  for (const step of [10, 20, 30]) {
    await hands.move(1, by(thomas, 0, step));
    await hands.move(2, by(gemma, 0, -step));
  }
  await hands.up(1);
  expect(await movedBy('Thomas', thomasLay)).toEqual([0, 1]);
  expect(await placeOf('Gemma')).toEqual(gemmaLay);
  await hands.up(2);
  expect(await movedBy('Gemma', gemmaLay)).toEqual([0, -1]);
  expect(await viewOn(page)).toEqual(view);
  // Each is taken back by itself.
  await board.button(nl.action.undo);
  expect(await placeOf('Gemma')).toEqual(gemmaLay);
  expect(await movedBy('Thomas', thomasLay)).toEqual([0, 1]);
  await board.button(nl.action.undo);
  expect(await placeOf('Thomas')).toEqual(thomasLay);

  // The palm first, then its pen, which moves something while another finger pans.
  await hands.down(1, by(thomas, 60, 90), 70);
  await hands.penDown(thomas);
  await hands.penMove(by(thomas, 12, 0));
  await hands.move(1, by(thomas, 75, 90));
  expect(await viewOn(page)).toEqual(view);
  const far = by(thomas, thomas[0] < 590 ? 500 : -500, 0);
  await hands.down(2, far);
  await hands.move(2, by(far, 0, 40));
  await expect.poll(async () => (await viewOn(page))?.y).toBeLessThan(view?.y ?? 0);
  await hands.penMove(by(thomas, 40, 0));
  for (const finger of [1, 2]) await hands.up(finger);
  await hands.penUp();
  // The cloth went down under the pen, which did not.
  expect(await movedBy('Thomas', thomasLay)).toEqual([1, -1]);

  // Chromium makes no click of a tap right after several fingers and a pen were lifted.
  await board.saved(nl.saved.saved);

  // At a large board all that lies at the top comes to the lower edge, and stays there on this device.
  const top = async () => ((await page.getByRole('button', { name: nl.top.share }).boundingBox())?.y ?? 0) / 820;
  expect(await top()).toBeLessThan(0.1);
  for (const [toggled, where] of [
    ['on', 'below'],
    [null, 'above'],
  ] as const) {
    await board.button(nl.top.menu);
    await board.press(page.getByRole('menuitemcheckbox', { name: nl.menu.lowBars }));
    await expect.poll(async () => ((await top()) > 0.85 ? 'below' : 'above')).toBe(where);
    expect(await page.evaluate(() => localStorage.getItem('tafelkleed.low-bars'))).toBe(toggled);
  }

  // By position, too, each finger has somebody of its own.
  await board.button(nl.top.menu);
  await board.press(page.getByRole('menuitem', { name: nl.fields.open, exact: true }));
  const chip = (letter: 'g' | 'l', name: string) =>
    page.getByRole('region', { name: nl.positions[letter].name, exact: true }).getByRole('button', { name });
  const middleOf = async (what: ReturnType<typeof chip>): Promise<Spot> => {
    await what.waitFor();
    const box = await what.boundingBox();
    if (!box) throw new Error('it must be seen');
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  const [gebruiker, leverancier] = [await middleOf(chip('g', 'Thomas')), await middleOf(chip('l', 'oud-stagiair'))];
  await hands.down(1, gebruiker);
  await hands.down(2, leverancier);
  for (const part of [0.3, 0.7, 1]) {
    const [dx, dy] = [(leverancier[0] - gebruiker[0]) * part, (leverancier[1] - gebruiker[1]) * part];
    await hands.move(1, by(gebruiker, dx, dy));
    await hands.move(2, by(leverancier, -dx, -dy));
  }
  for (const finger of [1, 2]) await hands.up(finger);
  await chip('l', 'Thomas').waitFor();
  await chip('g', 'oud-stagiair').waitFor();
});
