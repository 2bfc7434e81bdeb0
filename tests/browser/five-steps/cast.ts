import { expect } from 'vitest';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import type { Participant } from '../../support/participant.ts';

/** Who plays: four teachers, of whom Gemma leads, and the screen that all can see. */
export interface Cast {
  readonly gemma: Participant;
  readonly caroline: Participant;
  readonly heleen: Participant;
  readonly theo: Participant;
  readonly screen: Participant;
}

/** What is known of another page this long after it was done, ms. */
export const SOON = { timeout: 15_000, interval: 50 };

/** Those who write, by the names they sat down under, in the order of the example. */
export function writers({ gemma, caroline, heleen, theo }: Cast): [string, Participant][] {
  return [
    ['Gemma', gemma],
    ['Caroline', caroline],
    ['Heleen', heleen],
    ['Theo', theo],
  ];
}

/** Waits until every page has it so. */
export async function everyone(cast: Cast, what: (cloth: ClothSnapshot) => unknown, value: unknown): Promise<void> {
  const pages = Object.values(cast) as Participant[];
  await Promise.all(pages.map((each) => expect.poll(async () => what(await each.snapshot()), SOON).toEqual(value)));
}

/** Waits until every page says that the group is at this step. */
export async function atStep(cast: Cast, step: 1 | 2 | 3 | 4 | 5): Promise<void> {
  const { page, text } = cast.screen;
  await page.getByText(text.screen.step(step), { exact: true }).waitFor();
  await Promise.all(writers(cast).map(([, who]) => who.atStep(step)));
}
