import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { exampleCloth } from '../../shared/commands/example.ts';
import { fontMeasure } from '../../shared/text/text-measure.ts';
import { wordsOn } from '../support/automation.ts';
import { gatherPeople } from '../support/browser.ts';
import { Participant } from '../support/participant.ts';
import { decodePng, differenceOf, inkIn } from '../support/picture.ts';
import { sharedProgram } from '../support/shared.ts';

/** The picture that the README shows. */
const SHOWN = 'docs/images/example.png';
/** Of all pixels; less is a letter's soft edge, drawn otherwise by another version of the browser. */
const NOTICEABLE = 0.005;

const people = gatherPeople();
const program = sharedProgram();

test('anyone can open the example, and the README shows what it looks like', async () => {
  const guest = new Participant(await people.arrive('screen'), { touch: false });
  const { page } = guest;
  await page.goto(program.url);
  await page.getByRole('button', { name: nl.home.example }).click();
  await page.waitForURL(/\/c\//);
  await guest.open(page.url());
  const words = exampleCloth('nl', fontMeasure, 0).items.map((item) => item.text);
  await expect.poll(() => wordsOn(page)).toEqual(words.sort());
  await guest.saved(nl.saved.saved);
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(0, 0);

  // The picture is drawn sharp as soon as the camera rests; two of a kind in a row are at rest.
  let shot = await page.screenshot();
  await expect
    .poll(async () => {
      const before = shot;
      shot = await page.screenshot();
      return before.equals(shot);
    })
    .toBe(true);
  const seen = decodePng(shot);
  for (const text of words) expect(inkIn(seen, await guest.boxOf(text)), text).toBeGreaterThan(0.02);
  if (await looksOther(shot)) {
    await mkdir(dirname(SHOWN), { recursive: true });
    await writeFile(SHOWN, shot);
  }
});

/** Whether the picture in the README is missing, or no longer what people see. */
async function looksOther(shot: Uint8Array): Promise<boolean> {
  return !existsSync(SHOWN) || differenceOf(decodePng(await readFile(SHOWN)), decodePng(shot)) > NOTICEABLE;
}
