import { expect, test } from 'vitest';
import { en } from '../../client/i18n/en.ts';
import { nl } from '../../client/i18n/nl.ts';
import { announceEn } from '../../client/panels/announce/en.ts';
import { type Device, gatherPeople } from '../support/browser.ts';
import { comeWith } from '../support/joining.ts';
import { KeyboardParticipant } from '../support/keyboard-participant.ts';
import { sharedProgram } from '../support/shared.ts';
import type { Cast } from './five-steps/cast.ts';
import { playFiveSteps } from './five-steps/play.ts';

/** Five browsers that play for minutes, on two cores that may have other work. */
const FIVE_STEPS_MS = 300_000;

/** What the same play took before there was an outline to work in: the keys pressed by all five, beside the letters of words. */
const KEYS_BEFORE = 2_257;

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
    // One at the table does not see the cloth.
    theo: new KeyboardParticipant(await people.arrive('laptop'), nl),
    screen: await sit('screen'),
  };
  await playFiveSteps(cast, program.url, 'nl', (scene) => keepPictures(scene, cast));
});

test('and without seeing the cloth, in English: by the outline, the keyboard and what the page says', {
  timeout: FIVE_STEPS_MS,
}, async () => {
  const sit = async () => new KeyboardParticipant(await people.arrive('laptop', IN_ENGLISH), en);
  const cast = {
    gemma: await sit(),
    caroline: await sit(),
    heleen: await sit(),
    theo: await sit(),
    screen: await sit(),
  };
  await playFiveSteps(cast, program.url, 'en', async (scene) => {
    // What is hidden is counted, and read out to nobody.
    if (scene === 'ingredients-quiet') expect((await cast.theo.heard()).join()).not.toMatch(/█|film/);
  });
  const heard = await cast.theo.heard();
  const said = ['Tied: ', 'Added: ', announceEn.led.quiet, announceEn.led.hidden, announceEn.led.shown];
  expect(said.filter((words) => !heard.some((each) => each.includes(words)))).toEqual([]);
  expect(heard.filter((words) => words.includes(en.saved.saved) || words.includes(en.saved.saving))).toEqual([]);
  const keys = Object.values(cast).reduce((sum, who) => sum + who.keys, 0);
  if (process.env.COUNT_KEYS) console.log(`${keys} keys`);
  expect(keys).toBeLessThan(KEYS_BEFORE / 2);
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
