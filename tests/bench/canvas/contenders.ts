import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { automated } from '../../support/automation.ts';
import { layOn, newCloth } from '../../support/program.ts';
import { bigCloth, inHand, type Size } from './big-cloth.ts';
import { ClothStage } from './cloth-stage.ts';
import { FloorStage } from './floor-stage.ts';
import { type ServedPage, servePage } from './page-server.ts';
import { PeerStage } from './peer-stage.ts';
import type { Things } from './peers/peer.ts';
import type { Stage } from './steps.ts';

/** Puts the same cloth on a page of its own; each round has a new one. */
export type StageOn = (page: Page) => Stage;

/** The client, on a server on which the cloth is laid. */
export async function theClient(url: string, size: Size): Promise<StageOn> {
  const cloth = await newCloth(url);
  await layOn(url, cloth, bigCloth(size));
  const address = automated(`${url}/c/${cloth.id}#${cloth.keys.facilitator}`);
  const { written } = inHand(size);
  const opened = { address, url, id: cloth.id, key: cloth.keys.participant, items: size.items, written };
  return (page) => new ClothStage(page, opened);
}

/** The floor, on which the scene of the cloth is drawn. */
export function theFloor(served: ServedPage, size: Size): StageOn {
  const scene = buildScene(bigCloth(size), fontMeasure);
  served.give('/scene.json', scene);
  return (page) => new FloorStage(page, served.url, scene);
}

export const PEERS = ['Excalidraw', 'tldraw'] as const;
export type PeerName = (typeof PEERS)[number];

const FOLDER = fileURLToPath(new URL('./peers', import.meta.url));

/** The pages of the other programs, which are installed for it when they were not yet. */
export async function servePeers(): Promise<Readonly<Record<PeerName, ServedPage>>> {
  if (!existsSync(`${FOLDER}/node_modules`)) {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: 'inherit' });
  }
  const fonts = `${FOLDER}/node_modules/@excalidraw/excalidraw/dist/prod/fonts/`;
  const letters = 'node_modules/@fontsource/shantell-sans/files/shantell-sans-latin-400-normal.woff2';
  return {
    Excalidraw: await servePage('peers/excalidraw', { '/fonts/': fonts }),
    tldraw: await servePage('peers/tldraw', { '/letters.woff2': letters }),
  };
}

/** Another program, which opens what it made of the cloth before, as it would the second time. */
export async function thePeer(browser: Browser, served: ServedPage, size: Size): Promise<StageOn> {
  const { items, ties, initiative, bounds } = buildScene(bigCloth(size), fontMeasure);
  const centre = { id: 'initiative', words: initiative.text.lines.join(' '), round: true, box: initiative.box };
  const things: Things = {
    items: [
      centre,
      ...items.map(({ id, kind, text, box }) => ({
        id,
        words: text.lines.join(' '),
        round: kind === 'connector',
        box,
      })),
    ],
    ties,
  };
  served.give('/things.json', things);
  served.give('/kept.json', null);
  const stageOn = (page: Page) => new PeerStage(page, served.url, bounds, inHand(size));
  const page = await browser.newPage();
  try {
    served.give('/kept.json', await stageOn(page).kept());
  } finally {
    await page.close();
  }
  return stageOn;
}
