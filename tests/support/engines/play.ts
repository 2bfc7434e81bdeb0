import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import type { ClothSnapshot, Item } from '../../../shared/model/snapshot.ts';
import { clothFont } from '../../../shared/paint/words.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { automated } from '../automation.ts';
import { decodePng, inkIn } from '../picture.ts';
import type { Network } from './network.ts';
import type { Visitor } from './visitor.ts';

/** Words that older engines once broke off over, and with pairs of letters that fonts draw closer together. */
const WORDS = 'AVATAR 👩‍👩‍👧 עברית Tokyo';
/** How far apart shapes may lie in two engines, mm. */
const NEAR_MM = 0.01;
/** How far words may be from the width that they were given, as part of it: engines on Linux round each letter to whole pixels. */
const NEAR_WIDTH = 0.006;
/** The size at which words are measured, px: large, so that whole pixels matter little. */
const LARGE_PX = 100;

/** Opens the example, writes, ties, tags, moves, undoes, opens and closes panels, takes a picture home and loses the network. */
export async function playMainPath(visitor: Visitor, network: Network, chromium: Browser): Promise<void> {
  const { engine } = visitor;
  await visitor.open(network.url);
  await visitor.press(visitor.text.home.example);
  await visitor.until('a cloth', () => engine.run(() => location.pathname.startsWith('/c/')));
  await visitor.open(automated(await engine.run(() => location.href)));
  const { text } = visitor;
  await visitor.reads(text.saved.saved);
  await writes(visitor);
  await ties(visitor);
  await tagsAndMoves(visitor);
  await opensPanels(visitor);
  await takesPictureHome(visitor);
  await losesNetwork(visitor, network);
  await agrees(visitor, chromium);
  expect(await visitor.troubles()).toEqual([]);
}

/** Typed by hand, and put in as a keyboard of emoji or another script does. */
async function writes(visitor: Visitor): Promise<void> {
  const { engine, text } = visitor;
  await visitor.press(text.capture.label);
  await engine.type('koffieochtend');
  await engine.key('Enter');
  // Whoever writes first is asked who they are.
  await visitor.reads(text.arrival.writeAlong);
  await engine.type('Noor');
  await engine.key('Enter');
  await laid(visitor, 'koffieochtend');
  await engine.run((words) => document.execCommand('insertText', false, words), WORDS);
  await engine.key('Enter');
  await laid(visitor, WORDS);
  // Letters on the canvas stand as wide as the boxes that were made for them, which a table says.
  const { items } = await visitor.snapshot();
  const words = items.map((item) => item.text).filter((each) => fontMeasure.exact(each));
  const widths = await engine.run(widthsOf, words, clothFont(LARGE_PX, 500));
  const off = words.filter((each, at) => {
    const meant = fontMeasure.width(each, LARGE_PX, 500);
    return Math.abs((widths[at] ?? 0) - meant) > meant * NEAR_WIDTH;
  });
  expect(off).toEqual([]);
}

/** With the tool for it, from one connector to another. */
async function ties(visitor: Visitor): Promise<void> {
  const { engine, text } = visitor;
  const before = await visitor.snapshot();
  const [from, to] = untied(before);
  await visitor.press(text.action.tie);
  await engine.press(...(await visitor.spotOf(from.id)));
  await engine.press(...(await visitor.spotOf(to.id)));
  await visitor.until('a tie', async () => (await visitor.snapshot()).ties.length === before.ties.length + 1);
  await visitor.press(text.tools.stop);
  await engine.key('Escape');
}

async function tagsAndMoves(visitor: Visitor): Promise<void> {
  const { engine, text } = visitor;
  const [, connector] = untied(await visitor.snapshot());
  const now = async () => itemOf(await visitor.snapshot(), connector.id);
  await engine.press(...(await visitor.spotOf(connector.id)));
  const letter = (await now()).positions.includes('l') ? 'position-g' : 'position-l';
  await visitor.press(text.action[letter]);
  await visitor.until('a position', async () => (await now()).positions.includes(letter === 'position-l' ? 'l' : 'g'));
  await engine.key('Escape');

  const { pos } = await now();
  const [x, y] = await visitor.spotOf(connector.id);
  await engine.drag([x, y], [x + 24, y + 18]);
  await visitor.until('a move', async () => (await now()).pos[0] !== pos[0]);
  await visitor.press(text.action.undo);
  await visitor.until('it back', async () => (await now()).pos[0] === pos[0] && (await now()).pos[1] === pos[1]);
  await engine.key('Escape');
}

/** What asks for the focus when it opens, and gives it back. */
async function opensPanels(visitor: Visitor): Promise<void> {
  const { text } = visitor;
  await visitor.press(text.top.outline);
  await visitor.reads(text.outline.title);
  await visitor.press(text.outline.close);
  await visitor.reads(text.outline.title, false);
  await visitor.press(text.top.share);
  await visitor.reads(text.share.code);
  await visitor.engine.key('Escape');
  await visitor.reads(text.share.code, false);
}

async function takesPictureHome(visitor: Visitor): Promise<void> {
  const { engine, text } = visitor;
  // What is handed to the browser to keep is looked at instead: each keeps it elsewhere, and asks where otherwise.
  await engine.run(() => {
    const { createObjectURL } = URL;
    URL.createObjectURL = (content: Blob) => {
      Object.assign(window, { kept: content });
      return createObjectURL.call(URL, content);
    };
    HTMLAnchorElement.prototype.click = () => {};
  });
  await visitor.press(text.top.menu);
  await visitor.press(text.menu.takeHome);
  await visitor.press(text.takeHome.papers.slide);
  await visitor.press(text.takeHome.save);
  const picture = decodePng(await kept(visitor));
  expect(Math.min(picture.width, picture.height)).toBeGreaterThan(500);
  expect(inkIn(picture, { x: 0, y: 0, w: picture.width, h: picture.height })).toBeGreaterThan(0.01);
  await engine.key('Escape');
  await visitor.reads(text.takeHome.title, false);
}

/** Writes on while the network is gone; with it back, everything is saved. */
async function losesNetwork(visitor: Visitor, network: Network): Promise<void> {
  const { engine, text } = visitor;
  network.cut();
  // Old WebKit that is sent on within a second may hold its database back from the next page, which then says so.
  await visitor.reads(text.saved.offline.replace(/:.*/, ':'));
  await visitor.press(text.capture.label);
  await engine.type('fietstocht');
  await engine.key('Enter');
  await laid(visitor, 'fietstocht');
  await visitor.reads(text.saved.waiting(1));
  network.mend();
  await engine.run(() => window.dispatchEvent(new Event('online')));
  await visitor.reads(text.saved.saved);
}

/** The same cloth in Chromium: every shape and every line of words in the same place. */
async function agrees(visitor: Visitor, chromium: Browser): Promise<void> {
  const page = await chromium.newPage({ locale: 'nl-NL', serviceWorkers: 'block' });
  try {
    await page.goto(await visitor.engine.run(() => location.href));
    const count = (await visitor.snapshot()).items.length;
    await visitor.until('the same cloth in Chromium', async () => {
      return count === (await page.evaluate(() => window.tafelkleed?.snapshot().items.length));
    });
    const [here, there] = await Promise.all([
      visitor.engine.run(() => window.tafelkleed?.shapes() ?? null),
      page.evaluate(() => window.tafelkleed?.shapes() ?? null),
    ]);
    expect(apart(here, there)).toEqual([]);
  } finally {
    await page.close();
  }
}

async function laid(visitor: Visitor, words: string): Promise<void> {
  await visitor.until(words, async () => (await visitor.snapshot()).items.some(({ text }) => text === words));
}

/** What was given to the browser to keep, as it was. */
async function kept(visitor: Visitor): Promise<Uint8Array> {
  const given = () => visitor.engine.run(() => 'kept' in window);
  await visitor.until('a picture', given);
  const bytes = await visitor.engine.run(async () => {
    const { kept } = window as unknown as { kept: Blob };
    return btoa(new Uint8Array(await kept.arrayBuffer()).reduce((all, byte) => all + String.fromCharCode(byte), ''));
  });
  return Buffer.from(bytes, 'base64');
}

/** Two connectors of the example that no tie joins. */
function untied({ items, ties }: ClothSnapshot): [Item, Item] {
  const connectors = items.filter(({ kind }) => kind === 'connector');
  for (const from of connectors) {
    for (const to of connectors) {
      const joined = ties.some((tie) => [tie.from, tie.to].every((end) => end === from.id || end === to.id));
      if (from !== to && !joined) return [from, to];
    }
  }
  throw new Error('All connectors are tied to each other.');
}

function itemOf({ items }: ClothSnapshot, id: string): Item {
  const found = items.find((item) => item.id === id);
  if (!found) throw new Error(`${id} is gone.`);
  return found;
}

/** Runs in the page: how wide words come out on a canvas that is set up as the cloth's is, px. */
function widthsOf(words: readonly string[], font: string): number[] {
  const ctx = document.createElement('canvas').getContext('2d');
  if (!ctx) throw new Error('no canvas');
  ctx.font = font;
  ctx.fontKerning = 'none';
  ctx.letterSpacing = '0.001px';
  return words.map((each) => ctx.measureText(each).width);
}

/** Where two sets of plain data differ by more than `NEAR_MM` in a number, or at all in anything else. */
function apart(here: unknown, there: unknown, path = 'shapes'): string[] {
  if (typeof here === 'number' && typeof there === 'number') {
    return Math.abs(here - there) <= NEAR_MM ? [] : [`${path}: ${here} and ${there}`];
  }
  if (typeof here !== 'object' || typeof there !== 'object' || here === null || there === null) {
    return here === there ? [] : [`${path}: ${here} and ${there}`];
  }
  const [mine, theirs] = [Object.entries(here), Object.entries(there)];
  if (mine.length !== theirs.length) return [`${path}: ${mine.length} and ${theirs.length}`];
  return mine.flatMap(([key, value]) => apart(value, there[key as never], `${path}.${key}`));
}
