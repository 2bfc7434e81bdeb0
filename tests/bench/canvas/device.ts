import type { Browser, CDPSession, Page } from 'playwright-core';
import { nl } from '../../../client/i18n/nl.ts';
import { automated } from '../../support/automation.ts';
import { newCloth } from '../../support/program.ts';
import { FULL } from './big-cloth.ts';
import { theClient } from './contenders.ts';
import { median, slowDown } from './meter.ts';

/** A cheap tablet: its screen, and how many times slower than this machine it is. */
const TABLET = { viewport: { width: 1180, height: 820 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const SLOWER = 6;
/** "Fast 3G" of Chromium's own developer tools: bytes a second, and ms before an answer begins. */
const FAST_3G = { offline: false, downloadThroughput: 180_000, uploadThroughput: 84_375, latency: 562.5 };
const WORDS = 'boeken';

export interface Device {
  /** From opening the link until one's first ingredient lies on the cloth, ms: a name, a seat and a word, typed at once. */
  readonly firstIngredient: number;
  /** From opening the link until one can write one's name, ms. */
  readonly asked: number;
  /** Live objects of the page, and all its canvases, bytes, with the full cloth in view at 100 %. */
  readonly heap: number;
  readonly canvases: number;
}

export async function measureDevice(browser: Browser, url: string, rounds: number): Promise<Device> {
  const arrivals: { asked: number; laid: number }[] = [];
  for (let round = 0; round < rounds; round++) arrivals.push(await arrive(browser, url));
  return {
    firstIngredient: median(arrivals.map(({ laid }) => laid)),
    asked: median(arrivals.map(({ asked }) => asked)),
    ...(await memory(browser, url)),
  };
}

async function arrive(browser: Browser, url: string): Promise<{ asked: number; laid: number }> {
  const cloth = await newCloth(url, { title: 'leesplezier' });
  const context = await browser.newContext({ ...TABLET, locale: 'nl-NL' });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', FAST_3G);
    await slowDown(page, SLOWER);
    const began = performance.now();
    await page.goto(automated(cloth.urls.participant), { waitUntil: 'commit' });
    const name = page.getByLabel(nl.arrival.name);
    await name.waitFor();
    const asked = performance.now() - began;
    await name.fill('Caroline');
    await page.keyboard.press('Enter');
    const bar = page.getByRole('textbox', { name: nl.capture.label });
    await bar.tap();
    await page.keyboard.type(WORDS);
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (words) => window.tafelkleed?.snapshot().items.some(({ text }) => text === words),
      WORDS,
    );
    return { asked, laid: performance.now() - began };
  } finally {
    await context.close();
  }
}

type CountingWindow = Window & { drawnOn?: WeakRef<HTMLCanvasElement | OffscreenCanvas>[] };

async function memory(browser: Browser, url: string): Promise<{ heap: number; canvases: number }> {
  const stageOn = await theClient(url, FULL);
  const context = await browser.newContext({ ...TABLET, locale: 'nl-NL' });
  try {
    const page = await context.newPage();
    await page.addInitScript(rememberCanvases);
    const stage = stageOn(page);
    await stage.open();
    // Everywhere and near: what is kept of all that was drawn is counted in.
    for (const at of ['whole', 'ingredient-03-20', 'connector-090']) await stage.look(at);
    const cdp = await context.newCDPSession(page);
    const heap = await liveBytes(cdp);
    const canvases = await canvasBytes(page);
    await stage.close();
    return { heap, canvases };
  } finally {
    await context.close();
  }
}

/** Keeps a hand on every canvas that is made, in the document or not, for as long as the page itself keeps it. */
function rememberCanvases(): void {
  const made: WeakRef<HTMLCanvasElement | OffscreenCanvas>[] = [];
  Object.assign(window, { drawnOn: made });
  const createElement = document.createElement;
  document.createElement = function (this: Document, ...[tag, options]: [string, ElementCreationOptions?]) {
    const element = createElement.call(this, tag, options);
    if (element instanceof HTMLCanvasElement) made.push(new WeakRef(element));
    return element;
  } as typeof createElement;
  const Plain = window.OffscreenCanvas;
  window.OffscreenCanvas = class extends Plain {
    constructor(width: number, height: number) {
      super(width, height);
      made.push(new WeakRef(this));
    }
  };
}

async function liveBytes(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize;
}

/** Four bytes for each pixel of every canvas that the page still holds. */
function canvasBytes(page: Page): Promise<number> {
  return page.evaluate(() =>
    ((window as CountingWindow).drawnOn ?? []).reduce((sum, canvas) => {
      const { width = 0, height = 0 } = canvas.deref() ?? {};
      return sum + 4 * width * height;
    }, 0),
  );
}
