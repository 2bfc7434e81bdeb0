/**
 * `npm run bench:canvas [full|slow|device|picture] [rounds] [checkout]`: the real client in a real Chromium. `full`: 2,000 items and
 * 1,000 ties, beside a floor page that draws the same picture on a plain canvas, and beside Excalidraw and tldraw. `slow`: 300
 * items with the processor slowed six times, beside the same two. `device`: until somebody's first ingredient lies there over a
 * slow network, and memory. `picture`: the full cloth as a PNG, beside Excalidraw. All of them when none is named. Prints ms of main-thread work per step and the ratios to the
 * targets, and writes them to docs/benchmarks.md. With another checkout of this project that was built: that one and this
 * one in turns, and what each step takes here for each ms it takes there; nothing is written.
 */
import { basename } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../support/chromium.ts';
import { startProgram } from '../../support/program.ts';
import { CHROMIUM } from '../../support/system-parts.ts';
import { BUSY, FULL, inHand, type Size } from './big-cloth.ts';
import { PEERS, type StageOn, servePeers, theClient, theFloor, thePeer } from './contenders.ts';
import { measureDevice } from './device.ts';
import { median } from './meter.ts';
import { servePage } from './page-server.ts';
import { measurePictures } from './picture.ts';
import {
  type Circumstances,
  reportDevice,
  reportFull,
  reportPictures,
  reportSlow,
  STEPS,
  type Taken,
} from './report.ts';
import { stepsOn } from './steps.ts';

const PARTS = ['full', 'slow', 'device', 'picture'] as const;
type Part = (typeof PARTS)[number];
/** How much there is to do on a page, and how fast the processor is. */
interface Load {
  readonly size: Size;
  readonly slower: number;
}
const LOADS: Readonly<Record<'full' | 'slow', Load>> = {
  full: { size: FULL, slower: 1 },
  slow: { size: BUSY, slower: 6 },
};

const VIEWPORT = { width: 1920, height: 1080 };
const wishes = process.argv.slice(2);
const isPart = (wish: string): wish is Part => PARTS.some((part) => part === wish);
const named = wishes.filter(isPart);
const rounds = Number(wishes.find((wish) => /^\d+$/.test(wish)) ?? 3);
const checkout = wishes.find((wish) => !isPart(wish) && !/^\d+$/.test(wish));

const browser = await launchBrowser();
const browserName = `${basename(CHROMIUM.find() ?? 'Chromium')} ${browser.version()}`;
const circumstances: Circumstances = { rounds, browser: browserName, viewport: VIEWPORT };
try {
  if (checkout !== undefined) await compare(checkout, LOADS[named.includes('slow') ? 'slow' : 'full']);
  else for (const part of named.length > 0 ? named : PARTS) await measure(part);
} finally {
  await browser.close();
}

async function measure(part: Part): Promise<void> {
  const program = await startProgram();
  try {
    if (part === 'device') {
      reportDevice(await measureDevice(browser, program.url, rounds), circumstances);
      return;
    }
    if (part === 'picture') {
      reportPictures(await measurePictures(browser, program.url, rounds), circumstances);
      return;
    }
    const load = LOADS[part];
    const floor = part === 'full' ? await servePage('floor') : null;
    const peers = await servePeers();
    const stages: Record<string, StageOn> = { Tafelkleed: await theClient(program.url, load.size) };
    if (floor) stages.floor = theFloor(floor, load.size);
    for (const peer of PEERS) stages[peer] = await thePeer(browser, peers[peer], load.size);
    const taken = await inTurns(stages, load);
    if (part === 'full') reportFull(taken, circumstances);
    else reportSlow(taken, circumstances);
    await Promise.all([floor, ...Object.values(peers)].map((served) => served?.close()));
  } finally {
    await program.close();
  }
}

/** This checkout and another in turns, so that what else the machine does strikes both. */
async function compare(elsewhere: string, load: Load): Promise<void> {
  const programs = [await startProgram({}, elsewhere), await startProgram()];
  try {
    const [there, here] = await Promise.all(programs.map(({ url }) => theClient(url, load.size)));
    if (!there || !here) return;
    const rounds = await allRounds({ there, here }, load);
    for (const { id } of STEPS) {
      const of = (name: string) => rounds.map((one) => one[name]?.[id] ?? Number.NaN);
      const ratio = median(of('here').map((ms, nth) => ms / (of('there')[nth] ?? Number.NaN)));
      const [a, b] = [median(of('there')), median(of('here'))];
      console.log(`${id.padEnd(14)} there ${a.toFixed(1)}  here ${b.toFixed(1)}  ratio ${ratio.toFixed(2)}`);
    }
  } finally {
    await Promise.all(programs.map((program) => program.close()));
  }
}

/** Median of several rounds for every step of each. */
async function inTurns(stages: Readonly<Record<string, StageOn>>, load: Load): Promise<Record<string, Taken>> {
  const all = await allRounds(stages, load);
  return Object.fromEntries(
    Object.keys(stages).map((name) => [
      name,
      Object.fromEntries(STEPS.map(({ id }) => [id, median(all.map((round) => round[name]?.[id] ?? Number.NaN))])),
    ]),
  );
}

/** All in turns, round by round, each time in a browser context of its own. */
async function allRounds(stages: Readonly<Record<string, StageOn>>, load: Load): Promise<Record<string, Taken>[]> {
  const all: Record<string, Taken>[] = [];
  for (let round = 0; round < rounds; round++) {
    const taken: Record<string, Taken> = {};
    for (const [name, stageOn] of Object.entries(stages)) {
      const steps = await oneRound(browser, stageOn, load);
      taken[name] = steps;
      const told = STEPS.map(({ id }) => `${id} ${steps[id]?.toFixed(1)}`).join(', ');
      console.error(`round ${round + 1} of ${rounds}, ${name}: ${told}`);
    }
    all.push(taken);
  }
  return all;
}

async function oneRound(chromium: Browser, stageOn: StageOn, { size, slower }: Load): Promise<Taken> {
  const context = await chromium.newContext({ viewport: VIEWPORT, locale: 'nl-NL' });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error));
  try {
    return await stepsOn(stageOn(page), inHand(size), slower);
  } finally {
    await context.close();
  }
}
