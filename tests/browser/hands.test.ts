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

test('two people at one screen move two things, two fingers on nothing zoom, and a pen works beside a palm', async () => {
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
  const view = await viewOn(page);

  // Two things at once.
  const [thomas, gemma] = [await board.spotOf('Thomas'), await board.spotOf('Gemma')];
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
});
