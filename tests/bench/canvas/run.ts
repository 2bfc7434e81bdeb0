/**
 * `npm run bench:canvas [rounds]`: the real client in a real Chromium on a cloth of 2,000 items and 1,000 ties, beside a
 * floor page that draws the same picture on a plain canvas. Prints ms of main-thread work per step and the ratios to the
 * targets, and writes them to docs/benchmarks.md.
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

const full = bigCloth();
const program = await startProgram();
const scene = buildScene(full, fontMeasure);
const floorServer = await serveFloor(scene);
const browser = await launchBrowser();
try {
  const cloth = await newCloth(program.url);
  await layOn(program.url, cloth, full);
  const address = automated(`${program.url}/c/${cloth.id}#${cloth.keys.facilitator}`);
  const opened = { address, url: program.url, id: cloth.id, key: cloth.keys.participant };
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

/** Median of several rounds, each in a browser context of its own, for every step. */
async function measured(
  chromium: Browser,
  stageOn: (page: Awaited<ReturnType<Browser['newPage']>>) => Stage,
): Promise<Record<string, number>> {
  const all: Record<string, number>[] = [];
  for (let round = 0; round < rounds; round++) {
    const context = await chromium.newContext({ viewport: VIEWPORT, locale: 'nl-NL' });
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(error));
    all.push(await stepsOn(stageOn(page)));
    await context.close();
  }
  return Object.fromEntries(STEPS.map(({ id }) => [id, median(all.map((one) => one[id] ?? Number.NaN))]));
}
