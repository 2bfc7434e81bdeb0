import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { exampleCloth } from '../../shared/commands/example.ts';
import { fontMeasure } from '../../shared/text/text-measure.ts';
import { wordsOn } from '../support/automation.ts';
import { gatherPeople } from '../support/browser.ts';
import { Participant } from '../support/participant.ts';
import { decodePng, differenceOf, inkIn, type Picture } from '../support/picture.ts';
import { sharedProgram } from '../support/shared.ts';

/** The picture that the README shows. */
const SHOWN = 'docs/images/example.png';
/** The film of how the example grew, that the guide shows. */
const FILM = 'docs/images/growth.gif';
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

  // How it grew goes home as a film: a picture for each thing that was laid, and the last is the cloth of now.
  await guest.button(nl.top.menu);
  await guest.press(page.getByRole('menuitem', { name: nl.menu.takeHome, exact: true }));
  await guest.press(page.getByRole('button', { name: nl.growth.open }));
  const dialog = page.getByRole('dialog', { name: nl.growth.title });
  const save = dialog.getByRole('button', { name: nl.growth.forms.gif.name });
  await expect.poll(() => save.isEnabled(), { timeout: 10_000 }).toBe(true);
  const coming = page.waitForEvent('download', { timeout: 60_000 });
  await save.click();
  const gif = await readFile(await (await coming).path());
  const { pictures, last } = await filmOn(page, gif);
  const { items, ties } = exampleCloth('nl', fontMeasure, 0);
  expect(pictures).toBe(items.length + ties.length + 2);
  const before = existsSync(FILM) ? await filmOn(page, await readFile(FILM)) : null;
  if (before?.pictures !== pictures || differenceOf(before.last, last) > NOTICEABLE) await writeFile(FILM, gif);
});

/** How many pictures the browser finds in a GIF, and the last as it shows it. */
async function filmOn(page: Page, gif: Uint8Array): Promise<{ readonly pictures: number; readonly last: Picture }> {
  const { pictures, png } = await page.evaluate(async (bytes) => {
    const data = Uint8Array.from(atob(bytes), (byte) => byte.charCodeAt(0));
    const decoder = new ImageDecoder({ type: 'image/gif', data });
    await decoder.tracks.ready;
    await decoder.completed;
    const frameIndex = (decoder.tracks.selectedTrack?.frameCount ?? 0) - 1;
    const { image } = await decoder.decode({ frameIndex });
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.displayWidth, image.displayHeight];
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return { pictures: frameIndex + 1, png: canvas.toDataURL('image/png').split(',')[1] ?? '' };
  }, Buffer.from(gif).toString('base64'));
  return { pictures, last: decodePng(Buffer.from(png, 'base64')) };
}

/** Whether the picture in the README is missing, or no longer what people see. */
async function looksOther(shot: Uint8Array): Promise<boolean> {
  return !existsSync(SHOWN) || differenceOf(decodePng(await readFile(SHOWN)), decodePng(shot)) > NOTICEABLE;
}
