/**
 * `node scripts/ts.mjs tests/pictures/room.ts`, after a build: a school's network room as people see it on the four sizes of screen,
 * each view one picture in docs/images/room, for docs/room.md.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import * as Y from 'yjs';
import { nl } from '../../client/i18n/nl.ts';
import { createCloth } from '../../shared/commands/create.ts';
import { exampleCloth } from '../../shared/commands/example.ts';
import { addItems } from '../../shared/commands/items.ts';
import { addMarks, setPeriod } from '../../shared/commands/programme.ts';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { readSnapshot } from '../../shared/document/read.ts';
import { snapshotOfFile } from '../../shared/formats/file-snapshot.ts';
import { type BoxId, placeInBox } from '../../shared/layout/boxes.ts';
import type { ClothSnapshot } from '../../shared/model/snapshot.ts';
import { fontMeasure } from '../../shared/text/text-measure.ts';
import { differentiatie } from '../support/cases/differentiatie.ts';
import { launchBrowser } from '../support/chromium.ts';
import { item } from '../support/cloth.ts';
import { hangIn, layOn, newCloth, newSheet, startProgram } from '../support/program.ts';

/** From the largest to the smallest. */
const SIZES = {
  screen: { viewport: { width: 1920, height: 1080 } },
  laptop: { viewport: { width: 1366, height: 768 } },
  tablet: { viewport: { width: 1180, height: 820 }, hasTouch: true, isMobile: true },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};
/** They stand side by side at this height, px. */
const HEIGHT = 380;
const MEETINGS = ['2026-09-07', '2026-11-16', '2027-01-25', '2027-03-22', '2027-05-17', '2027-06-21'];

const dataDir = await mkdtemp(join(tmpdir(), 'tafelkleed-pictures-'));
const program = await startProgram({ DATA_DIR: dataDir });
const browser = await launchBrowser();
try {
  const { room, cloth, theme } = await school();
  await year(room.urls.facilitator);
  const part = (name: string) => async (page: Page) => {
    await page.getByRole('button', { name, exact: true }).click();
  };
  await view('wall', room.urls.participant, async (page) => {
    await page.waitForFunction(() =>
      [...document.querySelectorAll('canvas[data-drawn]')].some((tile) => tile.matches('[data-drawn=true]')),
    );
  });
  await view('theme', theme.urls.facilitator, () => Promise.resolve());
  await view('programme', theme.urls.facilitator, async (page) => {
    await menu(nl.line.title)(page);
    await page.getByRole('heading', { name: nl.line.title }).waitFor();
  });
  await view('path', cloth.urls.facilitator, async (page) => {
    await menu(nl.path.open)(page);
    await page.getByRole('button', { name: nl.path.back }).waitFor();
  });
  await view('year', room.urls.participant, async (page) => {
    await part(nl.year.title)(page);
    await page.getByLabel(nl.year.newMeeting).waitFor();
  });
  await view('knows', room.urls.participant, async (page) => {
    await part(nl.knows.title)(page);
    await page.getByLabel(nl.knows.question).fill('film');
    await page.keyboard.press('Enter');
    await page.getByRole('listitem').getByRole('button', { name: /film/ }).first().click();
    await page.getByRole('heading', { name: /^Rond / }).waitFor();
  });
} finally {
  await browser.close();
  await program.stop();
  await rm(dataDir, { recursive: true, force: true });
}

/** Two cloths and a theme with its line, in one room. */
async function school() {
  const room = await newSheet(program.url, 'commons', { name: 'De Regenboog', locale: 'nl' });
  const key = { id: room.id, key: room.keys.participant };
  const example = snapshotOfFile(exampleCloth('nl', fontMeasure, Date.now()));
  const path: ClothSnapshot['path'] = {
    at: '8',
    carriedBy: 'Caroline en Theo',
    finishedWhen: 'als elke klas een boekenlijst van zichzelf heeft',
    roundedOff: '',
    notes: [
      { id: 'n4', stone: '4', words: 'drie lessen, met film', by: 'Theo', createdAt: 2 },
      { id: 'n8', stone: '8', words: 'drie weken in 2b', by: 'Caroline', createdAt: 3 },
    ],
  };
  const cloth = await newCloth(program.url, { title: 'leesplezier', locale: 'nl' });
  await layOn(program.url, cloth, { ...example, path });
  const other = await newCloth(program.url, { title: 'differentiatie', locale: 'nl' });
  await layOn(program.url, other, differentiatie());
  const theme = await newSheet(program.url, 'themes', { locale: 'nl' });
  await layOn(program.url, theme, themeSheet(), 'themes');
  for (const sheet of [theme, cloth, other])
    await hangIn(program.url, key, sheet, { grant: sheet === other ? 'write' : 'look' });
  return { room, cloth, theme };
}

function themeSheet(): ClothSnapshot {
  const doc = new Y.Doc();
  createCloth(doc, { sheet: 'theme', createdAt: 1, title: 'taal leeft' });
  const sheet = openCloth(doc);
  const words: readonly (readonly [BoxId, readonly string[]])[] = [
    ['name', ['taal leeft', 'spreek je uit', 'woordkunst']],
    ['story', ['iedere leerling een eigen stem']],
    ['ideas', ['voorleesontbijt', 'podcast', 'gedichten in de gang', 'schrijver in de klas']],
    ['initiatives', ['leesplezier', 'schoolkrant']],
    ['remarks', ['“ze lezen thuis niet”', '“mijn klas wil filmen”']],
    ['network', ['bibliotheek', 'toneelvereniging', 'ouders van 2b']],
  ];
  for (const [box, texts] of words) {
    const places = placeInBox(readSnapshot(sheet), box, texts, fontMeasure);
    addItems(
      sheet,
      texts.map((text, nth) => item(`${box} ${nth}`, { text, by: 'Gemma', ...(places[nth] && { pos: places[nth] }) })),
    );
  }
  const by = { by: 'Gemma', createdAt: 1 };
  setPeriod(sheet, '2026-09-01', '2027-03-01', { id: 'end', ...by });
  addMarks(
    sheet,
    ['2026-10-13', '2026-11-24', '2027-01-19'].map((day, nth) => ({
      id: `m${nth}`,
      kind: 'meeting' as const,
      day,
      ...by,
    })),
  );
  return readSnapshot(sheet);
}

/** The six meetings of a year, and what comes up at the first ones, as whoever leads puts them there. */
async function year(address: string): Promise<void> {
  const page = await browser.newPage({ locale: 'nl-NL', viewport: SIZES.laptop.viewport });
  await page.goto(address);
  await page.getByRole('button', { name: nl.year.title }).click();
  for (const day of MEETINGS) {
    await page.getByLabel(nl.year.newMeeting).fill(day);
    await page.getByRole('button', { name: nl.year.addMeeting }).click();
  }
  const [plans, inform, experience] = ['plans', 'inform', 'experience'];
  const comes = [
    [0, 'leesplezier', plans],
    [1, 'leesplezier', inform],
    [1, 'differentiatie', plans],
    [2, 'leesplezier', experience],
    [2, 'differentiatie', inform],
    [3, 'schoolkrant', plans],
  ] as const;
  for (const [at, words, way = ''] of comes) {
    const card = page.locator('ol > li').nth(at);
    await card.getByLabel(nl.year.what).fill(words);
    await card.getByLabel(nl.year.how).selectOption(way);
    await card.getByRole('button', { name: nl.year.add, exact: true }).click();
  }
  await page.getByText(nl.saved.saved).waitFor();
  await page.close();
}

function menu(entry: string) {
  return async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: nl.top.menu, exact: true }).last().click();
    await page.getByRole('menuitem', { name: new RegExp(`^${entry}`) }).click();
  };
}

/** One view on all four sizes, side by side. */
async function view(name: string, address: string, prepare: (page: Page) => Promise<void>): Promise<void> {
  const shots: string[] = [];
  for (const [device, size] of Object.entries(SIZES)) {
    const context = await browser.newContext({ ...size, locale: 'nl-NL', reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    await prepare(page);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
    shots.push((await page.screenshot()).toString('base64'));
    if (process.env.WHOLE) await page.screenshot({ path: join(process.env.WHOLE, `${name}-${device}.png`) });
    await context.close();
  }
  await writeFile(`docs/images/room/${name}.webp`, Buffer.from(await sideBySide(browser, shots), 'base64'));
}

/** Pictures (PNG, base64) next to each other at one height, as WebP, base64. */
async function sideBySide(browser: Browser, shots: readonly string[]): Promise<string> {
  const page = await browser.newPage();
  const packed = await page.evaluate(
    async ([shots, height]) => {
      const GAP = 12;
      const pictures = await Promise.all(
        shots.map(async (shot) => createImageBitmap(await (await fetch(`data:image/png;base64,${shot}`)).blob())),
      );
      const widths = pictures.map(({ width, height: own }) => Math.round((width * height) / own));
      const canvas = document.createElement('canvas');
      canvas.width = widths.reduce((sum, width) => sum + width + GAP, -GAP);
      canvas.height = height;
      const ctx = canvas.getContext('2d');
      if (!ctx) throw new Error('no canvas');
      ctx.imageSmoothingQuality = 'high';
      let x = 0;
      for (const [nth, picture] of pictures.entries()) {
        ctx.drawImage(picture, x, 0, widths[nth] ?? 0, height);
        x += (widths[nth] ?? 0) + GAP;
      }
      return canvas.toDataURL('image/webp', 0.72).split(',')[1] ?? '';
    },
    [shots, HEIGHT] as const,
  );
  await page.close();
  return packed;
}
