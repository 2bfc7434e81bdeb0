import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { en } from '../../client/i18n/en.ts';
import { nl } from '../../client/i18n/nl.ts';
import { clothLetters } from '../../server/export/cloth-letters.ts';
import { makePicture, pngOf } from '../../server/export/make-picture.ts';
import { exampleCloth } from '../../shared/commands/example.ts';
import { snapshotOfFile } from '../../shared/formats/file-snapshot.ts';
import { pictureLaid, svgOf } from '../../shared/formats/pictures/draw.ts';
import { fieldWords } from '../../shared/formats/pictures/field-words.ts';
import { pageWords } from '../../shared/formats/pictures/page-words.ts';
import type { PictureChoice } from '../../shared/formats/pictures/pictures.ts';
import type { ClothSnapshot } from '../../shared/model/snapshot.ts';
import { USUAL_PAGE, WHOLE } from '../../shared/scene/page-choice.ts';
import { layTiles } from '../../shared/scene/tiles.ts';
import type { Language } from '../../shared/text/language.ts';
import { fontMeasure } from '../../shared/text/text-measure.ts';
import { apart, decodePng, inkIn } from '../support/picture.ts';
import { plainCloth, plainItem } from '../unit/layout/plain-cloth.ts';

const example = snapshotOfFile(exampleCloth('nl', fontMeasure, 0));
const AS_IT_IS = { at: null, since: null } as const;
const choice: PictureChoice = { language: 'nl', now: 0, part: WHOLE, page: USUAL_PAGE };
const svg = (cloth: ClothSnapshot, as: 'words' | 'shapes' = 'words') =>
  svgOf(pictureLaid({ cloth, ...AS_IT_IS }, choice), 'a3', cloth.initiative, clothLetters, as);

/** What an independent reader finds: all text of the elements of that name, one after another. */
function read(document: string, element = 'text'): string {
  const args = ['--huge', '--nonet', '--xpath', `//*[local-name()='${element}']/text()`, '-'];
  const { status, stdout, stderr } = spawnSync('xmllint', args, { input: document, encoding: 'utf8' });
  if (status !== 0 && status !== 10) throw new Error(`xmllint: ${stderr.slice(0, 500)}`);
  return stdout;
}

test('every word of a cloth stands as words in its SVG, with the letters it needs and no others', () => {
  const document = svg(example);
  const words = read(document);
  for (const line of ['leesplezier', 'literatuurtheorie', 'Caroline', 'initiatiefnemer']) expect(words).toContain(line);
  expect(document.match(/@font-face/g)).toHaveLength(2);
  expect(document).not.toMatch(/(?:href|src|url)[=(:]["']?https?:/);
  const cyrillic = svg(plainCloth({ items: [plainItem('Нина Łódź', [0, 0])] }));
  expect(cyrillic.match(/@font-face/g)?.length).toBeGreaterThan(2);
  expect(cyrillic).toContain('U+0400-045F');
});

test('as shapes it holds no words and no fonts, but what the cloth’s letters lack', () => {
  const document = svg(example, 'shapes');
  expect(read(document)).toBe('');
  expect(document).not.toContain('@font-face');
  const foreign = svg(plainCloth({ items: [plainItem('lezen 读书', [0, 0])] }), 'shapes');
  expect(read(foreign).trim()).toBe('读书');
});

test('a picture is drawn of the shapes, with ink where the words are', async () => {
  const png = await makePicture({ cloth: example, ...AS_IT_IS, form: 'png', choice, width: 800 });
  const picture = decodePng(png);
  expect(picture.width).toBe(800);
  expect(inkIn(picture, { x: 60, y: 10, w: 120, h: 25 })).toBeGreaterThan(0.05);
  expect(inkIn(picture, { x: 340, y: 265, w: 120, h: 30 })).toBeGreaterThan(0.05);
});

test('a picture that is drawn band after band is the same as one that is drawn at once', async () => {
  const laid = pictureLaid({ cloth: example, ...AS_IT_IS }, choice);
  const whole = decodePng(await pngOf(laid, 700, Number.MAX_SAFE_INTEGER));
  for (const rows of [64, 177]) {
    const banded = decodePng(await pngOf(laid, 700, rows * 700));
    expect([banded.width, banded.height]).toEqual([whole.width, whole.height]);
    const { mean, squares } = apart(whole, banded);
    expect(mean).toBeLessThan(0.0002);
    expect(squares).toBe(0);
  }
});

test('whatever is written on a cloth, its SVG can be read, and says just that', () => {
  const written = [
    '<script>alert(1)</script>',
    ']]>',
    '&amp;',
    '\u202Egnikeerf\u202C',
    '\u0000\u0001',
    '\ud800',
    '👩‍🏫',
    'שלום',
    '"\' onload="',
    'w'.repeat(300),
    ...fc.sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), { numRuns: 60, seed: 1 }),
  ];
  const items = written.map((text, at) => plainItem(`i${at}`, [(at % 10) * 200 - 900, at * 20 - 600], { text }));
  const initiative = `${written.slice(0, 3).join(' ')}\u0007`;
  const cloth = plainCloth({ items, initiative });
  for (const as of ['words', 'shapes'] as const) {
    const document = svg(cloth, as);
    expect(read(document, 'script')).toBe('');
    expect(read(document, 'title')).toContain('&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; &amp;amp;');
  }
});

test('a page calls things as the interface does', () => {
  expect(pageWords(example, 'nl', 0).positions.i).toBe(nl.positions.i.name);
  for (const [language, texts] of Object.entries({ nl, en } as const))
    expect(fieldWords(language as Language)).toEqual({ waiting: texts.fields.waiting, unnamed: texts.outline.unnamed });
});

test('a large PDF comes in parts: a plan, sheets with names and marks, and each word on the sheet it lies on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tiles-'));
  const file = join(folder, 'tiled.pdf');
  const page = { ...USUAL_PAGE, paper: 'a1', tile: 'a3' } as const;
  const order = { form: 'pdf', choice: { ...choice, page }, width: 0 } as const;
  writeFileSync(file, await makePicture({ cloth: example, ...AS_IT_IS, ...order }));
  const run = (tool: string, ...args: string[]) => spawnSync(tool, [...args], { encoding: 'utf8' }).stdout;
  const pages = run('pdftotext', file, '-').split('\f');
  const { tiles } = layTiles({ w: 841, h: 594 }, 'a3');
  expect(pages[0]).toMatch(/leesplezier – Plan[\s\S]*vellen A3[\s\S]*Knip/);
  for (const [nth, { name }] of tiles.entries()) expect(pages[nth + 1]).toContain(`Vel ${name}`);
  const held = tiles.map((_, nth) => (pages[nth + 1] ?? '').includes('Gemma'));
  expect(held.filter(Boolean).length).toBeGreaterThan(0);
  expect(held.filter(Boolean).length).toBeLessThan(tiles.length);
  expect(run('pdfinfo', file)).toMatch(/Tagged: +yes/);
  expect(run('pdfinfo', '-struct', file).match(/Figure/g)).toHaveLength(tiles.length + 1);
  rmSync(folder, { recursive: true });
});

test('a PDF holds every word as words, in letters that it brings along, and tells what is to be seen', async () => {
  const cloth = plainCloth({
    initiative: 'leesplezier',
    items: [
      plainItem('Łódź, Нина', [0, -300]),
      plainItem('<b>读书</b>', [0, 300]),
      plainItem('offerte fluit', [400, 0]),
    ],
  });
  const folder = mkdtempSync(join(tmpdir(), 'picture-'));
  const file = join(folder, 'cloth.pdf');
  const asked = { ...choice, page: { ...USUAL_PAGE, paper: 'a1' as const } };
  writeFileSync(file, await makePicture({ cloth, ...AS_IT_IS, form: 'pdf', choice: asked, width: 0 }));
  const run = (tool: string, ...args: string[]) => spawnSync(tool, [...args], { encoding: 'utf8' }).stdout;
  const words = run('pdftotext', '-layout', file, '-');
  for (const each of ['leesplezier', 'Łódź', 'Нина', 'offerte fluit', 'initiatiefnemer']) expect(words).toContain(each);
  const [, , ...fonts] = run('pdffonts', file).trim().split('\n');
  expect(fonts.length).toBeGreaterThan(2);
  for (const font of fonts) expect(font).toMatch(/ShantellSans.* yes +yes +yes /);
  expect(run('pdfinfo', file)).toMatch(/Tagged: +yes[\s\S]*Page size: +2383\.\d+ x 1683\.\d+ pts/);
  expect(run('pdfinfo', '-struct', file)).toMatch(/Figure[\s\S]*H1/);
  rmSync(folder, { recursive: true });
});

test('the path goes home as a PDF with its words after it, and as an SVG that says the same', async () => {
  const note = { id: 'n', stone: '3', words: 'wat las jij het laatst?', by: '', createdAt: 0 } as const;
  const path = { at: '4', carriedBy: 'Ria en Theo', finishedWhen: '', roundedOff: '', notes: [note] } as const;
  const cloth = { ...plainCloth({ initiative: 'leesplezier' }), path };
  const asked = { ...choice, part: { of: 'path' } } as const;
  const folder = mkdtempSync(join(tmpdir(), 'path-'));
  const file = join(folder, 'path.pdf');
  writeFileSync(file, await makePicture({ cloth, ...AS_IT_IS, form: 'pdf', choice: asked, width: 0 }));
  const run = (tool: string, ...args: string[]) => spawnSync(tool, [...args], { encoding: 'utf8' }).stdout;
  const [drawn = '', told = ''] = run('pdftotext', file, '-').split('\f');
  for (const page of [drawn, told]) expect(page.replace(/\s+/g, ' ')).toMatch(/wat las jij het laatst\?/);
  expect(told).toMatch(/Wie draagt het\? Ria en Theo[\s\S]*4\. Er een aanpak van maken – Hier zijn we nu/);
  expect(run('pdfinfo', '-struct', file)).toMatch(/Figure[\s\S]*H1[\s\S]*H2[\s\S]*H3/);
  const svg = svgOf(pictureLaid({ cloth, ...AS_IT_IS }, asked), 'a4', 'leesplezier', clothLetters, 'words');
  expect(read(svg)).toContain('Hier zijn we nu');
  rmSync(folder, { recursive: true });
});
