/**
 * `npm run bench:canvas [rounds] [checkout]`: the real client in a real Chromium on a cloth of 2,000 items and 1,000 ties,
 * beside a floor page that draws the same picture on a plain canvas. Prints ms of main-thread work per step and the ratios
 * to the targets, and writes them to docs/benchmarks.md. With another checkout of this project that was built: that one and
 * this one in turns, and what each step takes here for each ms it takes there; nothing is written.
 */
import { basename } from 'node:path';
import type { Browser } from 'playwright-core';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { automated } from '../../support/automation.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { layOn, newCloth, startProgram } from '../../support/program.ts';
import { CHROMIUM } from '../../support/system-parts.ts';
import { bigCloth } from './big-cloth.ts';
import { ClothStage } from './cloth-stage.ts';
import { serveFloor } from './floor-server.ts';
import { FloorStage } from './floor-stage.ts';
import { median } from './meter.ts';
import { type Results, report, STEPS } from './report.ts';
import { type Stage, stepsOn } from './steps.ts';

const VIEWPORT = { width: 1920, height: 1080 };
const rounds = Number(process.argv[2] ?? 3);
const beside = process.argv[3];

const full = bigCloth();
if (beside !== undefined) {
  await compare(beside);
  process.exit();
}
const program = await startProgram();
const scene = buildScene(full, fontMeasure);
const floorServer = await serveFloor(scene);
const browser = await launchBrowser();
try {
  const opened = await laidOn(program.url);
  const results: Results = {
    floor: await measured(browser, (page) => new FloorStage(page, floorServer.url, scene)),
    client: await measured(browser, (page) => new ClothStage(page, opened)),
  };
  const name = basename(CHROMIUM.find() ?? 'Chromium');
  await report(results, { rounds, browser: `${name} ${browser.version()}`, viewport: VIEWPORT });
} finally {
  await browser.close();
  await floorServer.close();
  await program.close();
}

/** Lays the large cloth on a server, and says what it takes to open it. */
async function laidOn(url: string) {
  const cloth = await newCloth(url);
  await layOn(url, cloth, full);
  return {
    address: automated(`${url}/c/${cloth.id}#${cloth.keys.facilitator}`),
    url,
    id: cloth.id,
    key: cloth.keys.participant,
  };
}

/** This checkout and another in turns, so that what else the machine does strikes both. */
async function compare(checkout: string): Promise<void> {
  const programs = [await startProgram({}, checkout), await startProgram()];
  const chromium = await launchBrowser();
  try {
    const opened = await Promise.all(programs.map(({ url }) => laidOn(url)));
    const taken = opened.map((): Record<string, number>[] => []);
    for (let round = 0; round < rounds; round++) {
      for (const [which, cloth] of opened.entries())
        taken[which]?.push(await oneRound(chromium, (page) => new ClothStage(page, cloth)));
    }
    const [there = [], here = []] = taken;
    for (const { id } of STEPS) {
      const [a, b] = [there, here].map((all) => median(all.map((one) => one[id] ?? Number.NaN)));
      const ratio = median(here.map((one, nth) => (one[id] ?? Number.NaN) / (there[nth]?.[id] ?? Number.NaN)));
      console.log(`${id.padEnd(14)} there ${a?.toFixed(1)}  here ${b?.toFixed(1)}  ratio ${ratio.toFixed(2)}`);
    }
  } finally {
    await chromium.close();
    await Promise.all(programs.map((program) => program.close()));
  }
}

/** Median of several rounds, each in a browser context of its own, for every step. */
async function measured(
  chromium: Browser,
  stageOn: (page: Awaited<ReturnType<Browser['newPage']>>) => Stage,
): Promise<Record<string, number>> {
  const all: Record<string, number>[] = [];
  for (let round = 0; round < rounds; round++) {
    all.push(await oneRound(chromium, stageOn));
  }
  return Object.fromEntries(STEPS.map(({ id }) => [id, median(all.map((one) => one[id] ?? Number.NaN))]));
}

async function oneRound(
  chromium: Browser,
  stageOn: (page: Awaited<ReturnType<Browser['newPage']>>) => Stage,
): Promise<Record<string, number>> {
  const context = await chromium.newContext({ viewport: VIEWPORT, locale: 'nl-NL' });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error));
  try {
    return await stepsOn(stageOn(page));
  } finally {
    await context.close();
  }
}
