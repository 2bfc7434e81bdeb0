import type { Browser, Page } from 'playwright-core';
import { FULL } from './big-cloth.ts';
import { servePeers, theClient, thePeer } from './contenders.ts';
import { median } from './meter.ts';
import type {} from './peers/peer.ts';

/** A picture that a page made. */
export interface Made {
  /** On the clock, from asking until the file is there, ms, for each million of its pixels. */
  readonly perMegapixel: number;
  readonly megapixels: number;
  /** The longest that the page answered nobody meanwhile, ms; 0 when no task took more than 50. */
  readonly longestTask: number;
}

/** What makes the picture in a page: so many px per mm; its size in px. */
type Make = (scale: number) => Promise<{ readonly width: number; readonly height: number }>;

/** Px per mm: the full cloth is 78 million pixels then, twice a sheet of A0. Excalidraw leaves out what is empty. */
const SCALE = 1;

/** The whole of a full cloth as a PNG: made by the client, and by Excalidraw, in turns. */
export async function measurePictures(
  browser: Browser,
  url: string,
  rounds: number,
): Promise<Record<'Tafelkleed' | 'Excalidraw', Made>> {
  const peers = await servePeers();
  const [ours, theirs] = [await theClient(url, FULL), await thePeer(browser, peers.Excalidraw, FULL)];
  const rows: { readonly ours: Made; readonly theirs: Made }[] = [];
  const one = async (stageOn: typeof ours, make: (page: Page) => Promise<Made>): Promise<Made> => {
    const page = await browser.newPage();
    try {
      await stageOn(page).open();
      return await make(page);
    } finally {
      await page.close();
    }
  };
  for (let round = 0; round < rounds; round++) {
    rows.push({
      ours: await one(ours, (page) => timed(page, 'tafelkleed')),
      theirs: await one(theirs, (page) => timed(page, 'peer')),
    });
    console.error(`round ${round + 1} of ${rounds}: ${JSON.stringify(rows.at(-1))}`);
  }
  await Promise.all(Object.values(peers).map((served) => served.close()));
  const middle = (of: readonly Made[]): Made => ({
    perMegapixel: median(of.map(({ perMegapixel }) => perMegapixel)),
    megapixels: median(of.map(({ megapixels }) => megapixels)),
    longestTask: median(of.map(({ longestTask }) => longestTask)),
  });
  return { Tafelkleed: middle(rows.map((row) => row.ours)), Excalidraw: middle(rows.map((row) => row.theirs)) };
}

function timed(page: Page, who: 'tafelkleed' | 'peer'): Promise<Made> {
  return page.evaluate(
    async ([who, scale]) => {
      const tasks: number[] = [];
      const seen = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
      seen.observe({ type: 'longtask' });
      const made: Make | undefined = who === 'tafelkleed' ? window.tafelkleed?.exportPng : window.peer?.picture;
      if (!made) throw new Error(`${who} makes no pictures`);
      const began = performance.now();
      const { width, height } = await made(scale);
      const took = performance.now() - began;
      // What is observed is told of some time later.
      await new Promise((later) => setTimeout(later, 500));
      const megapixels = (width * height) / 1e6;
      return { perMegapixel: took / megapixels, megapixels, longestTask: Math.max(0, ...tasks) };
    },
    [who, SCALE] as const,
  );
}
