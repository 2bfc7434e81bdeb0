import { spawnSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { nl } from '../../client/i18n/nl.ts';
import { makePicture } from '../../server/export/make-picture.ts';
import { exampleCloth } from '../../shared/commands/example.ts';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { LiveSnapshot } from '../../shared/document/live-snapshot.ts';
import { snapshotOfFile } from '../../shared/formats/file-snapshot.ts';
import { pictureLaid } from '../../shared/formats/pictures/draw.ts';
import { pageWords } from '../../shared/formats/pictures/page-words.ts';
import type { Seen } from '../../shared/formats/seen.ts';
import { itemShape } from '../../shared/layout/item-shape.ts';
import { buildScene } from '../../shared/scene/build-scene.ts';
import { chosenPage, type PageChoice, pictureSize, USUAL_PAGE, WHOLE } from '../../shared/scene/page-choice.ts';
import { fontMeasure } from '../../shared/text/text-measure.ts';
import { automated, snapshotOn } from '../support/automation.ts';
import { gatherPeople } from '../support/browser.ts';
import { type Bundled, bundled } from '../support/bundled.ts';
import { notDrawn } from '../support/drawn.ts';
import { apart, decodePng } from '../support/picture.ts';
import { layOn, newCloth } from '../support/program.ts';
import { randomFrom } from '../support/random.ts';
import { sharedProgram } from '../support/shared.ts';
import { stockClient } from '../support/stock-client.ts';
import { POPPLER } from '../support/system-parts.ts';
import { plainCloth, plainItem } from '../unit/layout/plain-cloth.ts';
import { drawAnew, keepPicture, pixelsApart, randomEdits, watchPicture } from './picture/repainted.ts';

const people = gatherPeople();
const program = sharedProgram();
let code: Bundled;

/** The drawing code, with the font's files in its style. */
beforeAll(async () => {
  code = await bundled(new URL('picture/page.ts', import.meta.url));
});

async function drawingPage(): Promise<Page> {
  const { page } = await people.arrive('laptop');
  await page.route('http://drawing.test/**', (route) => {
    const thread = code.threads.get(new URL(route.request().url()).pathname);
    return thread === undefined
      ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><link rel="icon" href="data:,">' })
      : route.fulfill({ contentType: 'text/javascript', body: thread });
  });
  await page.goto('http://drawing.test/');
  await page.addStyleTag({ content: code.style });
  await page.addScriptTag({ content: code.script });
  return page;
}

const example = snapshotOfFile(exampleCloth('nl', fontMeasure, 0));
const scene = buildScene(example, fontMeasure);
const texts = pageWords(example, 'nl', Date.UTC(2025, 10, 22, 12));

test('screen and picture agree, pixel for pixel', async () => {
  const page = await drawingPage();
  await page.evaluate(
    (words) => window.drawing.loadClothFont(words),
    scene.items.flatMap(({ text }) => text.lines).join(''),
  );
  expect(await page.evaluate((cloth) => window.drawing.differing(cloth), scene)).toBe(0);
});

test('after fifty edits, painted on their own spots, every pixel of the cloth is what it would be drawn anew', async () => {
  const cloth = await newCloth(program.url);
  await layOn(program.url, cloth, snapshotOfFile(exampleCloth('nl', fontMeasure, 0)));
  const { page } = await people.arrive('laptop', { reducedMotion: 'reduce' });
  await page.addInitScript(watchPicture);
  await page.goto(automated(cloth.urls.facilitator));
  const other = stockClient(program.url, cloth.id, cloth.keys.participant);
  try {
    const { doc } = other.provider;
    const live = new LiveSnapshot(doc);
    const arrived = () => expect.poll(() => snapshotOn(page)).toEqual(live.current);
    await page.locator('[data-saved]').getByText(nl.saved.saved).waitFor();
    await expect.poll(() => live.current.items.length).toBeGreaterThan(0);
    await arrived();
    const edit = randomEdits(openCloth(doc), live, randomFrom(7));
    for (const view of [
      { x: 0, y: 0, zoom: 0.6, turn: 0 },
      { x: 120, y: -60, zoom: 1.1, turn: 0.4 },
    ]) {
      await drawAnew(page, view);
      await keepPicture(page, 'before');
      for (let few = 0; few < 5; few++) {
        for (let one = 0; one < 5; one++) edit();
        await arrived();
      }
      await keepPicture(page, 'repainted');
      await drawAnew(page, view);
      await keepPicture(page, 'anew');
      expect((await pixelsApart(page, 'before', 'anew')).far).toBeGreaterThan(10_000);
      const { far, near } = await pixelsApart(page, 'repainted', 'anew');
      expect(far).toBe(0);
      // A curve that a spot's edge cuts is drawn a trifle different along it: in a browser's pieces, not in ours.
      expect(near).toBeLessThan(10_000);
    }
  } finally {
    other.leave();
  }
});

describe('words', () => {
  const lines = [
    'leesplezier',
    'fi ff fl ffi offerte affiche fluit',
    'AVATAR Toets WAT Yvonne',
    'poëzie, ïdee, Łukasz Şahin žák',
    'Нина Петровна',
    '12,50 € – “nu”… 3/4 (PTA)',
    ...scene.items.flatMap(({ text }) => text.lines),
  ];

  test.each([500, 700] as const)('are drawn as wide as the table says, at weight %s', async (weight) => {
    const page = await drawingPage();
    expect(await page.evaluate((words) => window.drawing.loadClothFont(words), lines.join(''))).toBe(true);
    const drawn = await page.evaluate(([words, bold]) => window.drawing.widths(words, 24, bold), [
      lines,
      weight,
    ] as const);
    lines.forEach((line, at) => {
      expect(Math.abs((drawn[at] ?? 0) - fontMeasure.width(line, 24, weight)), line).toBeLessThan(0.2);
    });
  });

  test.each(['ingredient', 'connector'] as const)('in any script stay inside their %s', async (kind) => {
    const page = await drawingPage();
    const written = [
      '👩‍🏫👨‍👩‍👧‍👦🇳🇱🎬🎬🎬',
      'قراءة ممتعة في المدرسة',
      '阅读的乐趣阅读的乐趣阅读的乐趣',
      'שמחת הקריאה',
      'हिन्दी में पढ़ना',
      'M̶̢̛u̸͕͝z̵̼̋i̵͙͊e̴̖͝k̷̢̛',
    ];
    for (const text of [...written, 'w'.repeat(200)]) {
      const shape = itemShape(
        plainItem('iets', [0, 0], { kind, text, positions: ['i', 's'], clarification: 'ja' }),
        fontMeasure,
      );
      const stray = await page.evaluate((item) => window.drawing.strayPixels(item), shape);
      expect(stray, text).toBe(0);
    }
  });
});

describe('a picture to take home', () => {
  const cloth = snapshotOfFile(exampleCloth('nl', fontMeasure, 0));
  const laidOn = (choice: Partial<PageChoice>) =>
    chosenPage(cloth, { part: WHOLE, choice: { ...USUAL_PAGE, ...choice }, texts }, fontMeasure);

  test.each([
    { paper: 'a3' },
    { paper: 'slide', fill: false },
    { paper: 'own', large: true, colours: 'white' },
  ] as const)('chosen as %o holds every word and letter at its place', async (choice) => {
    const page = await drawingPage();
    const laid = laidOn(choice);
    const size = pictureSize(laid, choice.paper);
    const made = await page.evaluate(([what, options]) => window.drawing.picture(what, options), [
      laid,
      { size },
    ] as const);
    const picture = decodePng(Buffer.from(made.base64, 'base64'));
    expect([picture.width, picture.height]).toEqual([made.width, made.height]);
    if (typeof size === 'object') expect([made.width, made.height]).toEqual([size.width, size.height]);
    if (choice.paper === 'a3') {
      expect([made.width, made.height]).toEqual([4_961, 3_508]);
      const bytes = Buffer.from(made.base64, 'base64');
      expect(bytes.readUInt32BE(bytes.indexOf('pHYs') + 4)).toBe(11_811);
    }
    expect(notDrawn(picture, laid.scene, laid.page)).toEqual([]);
    expect(made.progress.length).toBeGreaterThan(3);
    expect(made.progress).toEqual(made.progress.toSorted((a, b) => a - b));
    expect(made.moments).toBeGreaterThan(0);
  });

  const without = { ...cloth, items: cloth.items.filter((_, nth) => nth % 7 !== 3), ties: cloth.ties.slice(3) };
  const sheet = plainCloth({ initiative: 'techniek in de wijk', items: [plainItem('zonnepanelen', [-300, 200])] });
  test.skipIf(POPPLER.find() === null).each<[string, Seen, Partial<PageChoice>]>([
    ['a cloth', { cloth, at: null, since: null }, {}],
    ['a cloth by position', { cloth, at: null, since: null }, {}],
    ['what became of it', { cloth, at: null, since: { before: without, name: 'mei' } }, { fill: false }],
    ['a theme sheet', { cloth: { ...sheet, meta: { ...sheet.meta, sheet: 'theme' } }, at: null, since: null }, {}],
  ])('shows %s as the server’s picture and the PDF do', async (what, seen, looks) => {
    // White, for a paper's grain is of screens only.
    const part = what === 'a cloth by position' ? ({ of: 'positions' } as const) : WHOLE;
    const choice = {
      language: 'nl',
      now: 0,
      part,
      page: { ...USUAL_PAGE, colours: 'white', ...looks },
    } as const;
    const width = 1_000;
    const laid = pictureLaid(seen, choice);
    const [page, png, pdf] = await Promise.all([
      drawingPage(),
      makePicture({ ...seen, form: 'png', choice, width }),
      makePicture({ ...seen, form: 'pdf', choice, width }),
    ]);
    const size = { width, height: Math.round((width * laid.page.box.h) / laid.page.box.w), dpi: 100 };
    const drawn = await page.evaluate(([page, options]) => window.drawing.picture(page, options), [
      laid,
      { size },
    ] as const);
    const browser = decodePng(Buffer.from(drawn.base64, 'base64'));
    const args = ['-png', '-singlefile', '-scale-to-x', String(width), '-scale-to-y', String(size.height), '-'];
    const printed = spawnSync('pdftoppm', args, { input: pdf, maxBuffer: 64 * 1024 * 1024 }).stdout;
    for (const other of [decodePng(png), decodePng(printed)]) {
      const { mean, squares } = apart(browser, other);
      console.log('APART', mean, squares);
      expect(mean).toBeLessThan(0.006);
      expect(squares).toBeLessThan(0.0002);
    }
  });

  test('in black and white has no other colour in it', async () => {
    const page = await drawingPage();
    const made = await page.evaluate(([what, options]) => window.drawing.picture(what, options), [
      laidOn({ colours: 'black' }),
      { size: 0.5 },
    ] as const);
    const { pixels } = decodePng(Buffer.from(made.base64, 'base64'));
    let coloured = 0;
    for (let at = 0; at < pixels.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
      if (Math.max(red, green, blue) - Math.min(red, green, blue) > 2) coloured++;
    }
    expect(coloured).toBe(0);
  });

  test('stops when it is told to', async () => {
    const page = await drawingPage();
    const name = await page.evaluate(([what, options]) => window.drawing.stopped(what, options), [
      laidOn({}),
      { size: 1 },
    ] as const);
    expect(name).toBe('AbortError');
  });

  test('in bands is what it would be on one canvas, whatever a band is high and a canvas wide', async () => {
    const page = await drawingPage();
    const laid = laidOn({ colours: 'paper' });
    const size = { width: 1_240, height: 877, dpi: 75 };
    for (const most of [
      { area: 140_000, side: 8_192 },
      { area: 60_000, side: 500 },
    ]) {
      const { base64, apart, far } = await page.evaluate(
        ([what, options, limit]) => window.drawing.banded(what, options, limit),
        [laid, { size }, most] as const,
      );
      const { width, height } = decodePng(Buffer.from(base64, 'base64'));
      expect([width, height]).toEqual([size.width, size.height]);
      // A curve that a canvas's edge cuts is drawn a trifle different by the browser: that is all.
      expect(apart).toBeLessThan(0.01 * 3 * width * height);
      expect(far).toBeLessThan(50);
    }
  });

  test('is made on a canvas that this browser really draws on, however large a one is asked for', async () => {
    const page = await drawingPage();
    expect(await page.evaluate(() => window.drawing.proven(3_000, 2_000))).toEqual({ width: 3_000, height: 2_000 });
    const reduced = await page.evaluate(() => window.drawing.proven(90_000, 900));
    expect(reduced?.width).toBeLessThan(90_000);
    expect(reduced?.width).toBeGreaterThan(10_000);
    expect((reduced?.width ?? 0) / (reduced?.height ?? 1)).toBeCloseTo(100, 0);
  });
});
