import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { gatherPeople } from '../support/browser.ts';
import { differentiatie } from '../support/cases/differentiatie.ts';
import { gatherAt } from '../support/joining.ts';
import type { Participant } from '../support/participant.ts';
import { layOn, newCloth } from '../support/program.ts';
import { sharedProgram } from '../support/shared.ts';

const people = gatherPeople();
const program = sharedProgram();
const PATIENCE = { timeout: 20_000 };

const placesOn = async (who: Participant) =>
  new Map((await who.snapshot()).items.map(({ id, pos }) => [id, pos.join(' ')]));

test('who leads sees calmer lines, fewer or more of them, leaves or takes them, and takes that back', async () => {
  const cloth = await newCloth(program.url, { title: 'differentiatie als jaarthema' });
  await layOn(program.url, cloth, differentiatie());
  const [ellen, joris] = await gatherAt(people, [
    ['laptop', cloth.urls.facilitator],
    ['tablet', cloth.urls.participant, 'Joris'],
  ]);
  const open = ellen.page.getByRole('button', { name: nl.calm.open, exact: true });
  // It has its place from the start, so that no bar moves when its time comes.
  expect(await open.isDisabled()).toBe(true);
  await ellen.button(nl.action['step-on']);
  await ellen.button(nl.action['step-on']);
  await expect.poll(() => open.isEnabled(), PATIENCE).toBe(true);
  expect(await joris.page.getByRole('button', { name: nl.calm.open, exact: true }).count()).toBe(0);
  const before = await placesOn(ellen);

  await ellen.button(nl.calm.open);
  const panel = ellen.page.getByRole('region', { name: nl.calm.title });
  const offer = () => panel.getByRole('status').textContent();
  await expect.poll(offer, PATIENCE).toMatch(/kruisingen in plaats van/);
  const few = await offer();
  await ellen.button(nl.calm.more, panel);
  await expect.poll(offer, PATIENCE).not.toBe(few);
  await ellen.button(nl.calm.fewer, panel);
  await expect.poll(offer, PATIENCE).toBe(few);
  // Only shown: nothing was written, and leaving it leaves all as it is.
  expect(await placesOn(joris)).toEqual(before);
  await ellen.button(nl.calm.leave, panel);
  await panel.waitFor({ state: 'detached' });
  expect(await placesOn(ellen)).toEqual(before);

  await ellen.button(nl.calm.open);
  await expect.poll(offer, PATIENCE).toBe(few);
  await ellen.button(nl.calm.take, panel);
  await panel.waitFor({ state: 'detached' });
  const moved = async () => [...(await placesOn(joris))].filter(([id, at]) => before.get(id) !== at).length;
  await expect.poll(moved, PATIENCE).toBe(Number(/^\d+/.exec(few ?? '')?.[0]));
  await ellen.act('undo');
  await expect.poll(() => placesOn(joris), PATIENCE).toEqual(before);
});
