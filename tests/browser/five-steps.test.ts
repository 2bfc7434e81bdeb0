import { test } from 'vitest';
import { en } from '../../client/i18n/en.ts';
import { type Device, gatherPeople } from '../support/browser.ts';
import { comeWith } from '../support/joining.ts';
import { KeyboardParticipant } from '../support/keyboard-participant.ts';
import { sharedProgram } from '../support/shared.ts';
import type { Cast } from './five-steps/cast.ts';
import { playFiveSteps } from './five-steps/play.ts';

/** Five browsers that play for minutes, on two cores that may have other work. */
const FIVE_STEPS_MS = 300_000;

/** Set to English, and to as little motion as can be. */
const IN_ENGLISH = { locale: 'en-GB', reducedMotion: 'reduce' } as const;

const people = gatherPeople();
const program = sharedProgram();

test('a group walks through all five steps by buttons, in Dutch', { timeout: FIVE_STEPS_MS }, async () => {
  const sit = (device: Device) => comeWith(people, device);
  const cast = {
    gemma: await sit('laptop'),
    caroline: await sit('tablet'),
    heleen: await sit('phone'),
    theo: await sit('laptop'),
    screen: await sit('screen'),
  };
  await playFiveSteps(cast, program.url, 'nl', (scene) => keepPictures(scene, cast));
});

test('a group walks through all five steps by keyboard alone, in English', { timeout: FIVE_STEPS_MS }, async () => {
  const sit = async () => new KeyboardParticipant(await people.arrive('laptop', IN_ENGLISH), en);
  const cast = {
    gemma: await sit(),
    caroline: await sit(),
    heleen: await sit(),
    theo: await sit(),
    screen: await sit(),
  };
  await playFiveSteps(cast, program.url, 'en', async () => {});
});

/** With KEEP_PICTURES set, what docs/session.md shows is what the play looks like on each kind of screen. */
async function keepPictures(scene: string, { gemma, caroline, heleen, screen }: Cast): Promise<void> {
  if (!process.env.KEEP_PICTURES) return;
  for (const [device, { page }] of Object.entries({ laptop: gemma, tablet: caroline, phone: heleen, screen })) {
    // What is on its way to its place has arrived.
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
    await page.screenshot({ path: `docs/images/session/${scene}-${device}.jpg`, type: 'jpeg', quality: 82 });
  }
}
