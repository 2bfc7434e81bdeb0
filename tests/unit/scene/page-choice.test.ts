import { describe, expect, test } from 'vitest';
import { exampleCloth } from '../../../shared/commands/example.ts';
import { snapshotOfFile } from '../../../shared/formats/file-snapshot.ts';
import { pageWords } from '../../../shared/formats/pictures/page-words.ts';
import { contains } from '../../../shared/layout/box.ts';
import { INITIATIVE } from '../../../shared/model/schema.ts';
import { COMPARE_KINDS, type CompareKind } from '../../../shared/scene/compare-marks.ts';
import {
  chosenPage,
  type PageChoice,
  type PagePart,
  pictureSize,
  readPageChoice,
  USUAL_PAGE,
  WHOLE,
} from '../../../shared/scene/page-choice.ts';
import { ATTRIBUTION } from '../../../shared/scene/page-legend.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { plainCloth, plainItem } from '../layout/plain-cloth.ts';

const TEXTS = pageWords(plainCloth({ initiative: 'leesplezier' }), 'nl', Date.UTC(2025, 10, 22, 12));

const cloth = snapshotOfFile(exampleCloth('nl', fontMeasure, 0));

function laid(some: Partial<PageChoice> = {}, part: PagePart = WHOLE, of = cloth) {
  return chosenPage(of, { part, choice: { ...USUAL_PAGE, ...some }, texts: TEXTS }, fontMeasure);
}

const MARKS = Object.fromEntries(COMPARE_KINDS.map((kind) => [kind, `mark ${kind}`])) as Record<CompareKind, string>;

const labelsOf = (some: Partial<PageChoice>) => laid(some).page.labels.map(({ text }) => text);

describe('a page to take home', () => {
  test.each([true, false])('holds all of the cloth that is on it, filled: %s', (fill) => {
    const { scene, page } = laid({ fill });
    for (const { extent } of scene.items) {
      expect(contains(page.box, [extent.x, extent.y])).toBe(true);
      expect(contains(page.box, [extent.x + extent.w, extent.y + extent.h])).toBe(true);
    }
  });

  test('that compares shows what is gone, however far it lay, explains its marks, and calls people alike', () => {
    const connector = (id: string, pos: [number, number]) => plainItem(id, pos, { kind: 'connector', text: id });
    const [here, left, came] = [
      connector('Heleen', [0, -300]),
      connector('Theo', [900, 0]),
      connector('Anna', [0, 300]),
    ];
    const since = { before: plainCloth({ items: [left, here] }), marks: MARKS };
    for (const fill of [true, false]) {
      const choice = { ...USUAL_PAGE, fill, names: 'none' } as const;
      const order = { part: WHOLE, choice, texts: TEXTS, since };
      const { page, compared } = chosenPage(plainCloth({ items: [here, came] }), order, fontMeasure);
      const [gone] = compared?.gone ?? [];
      expect(gone && contains(page.box, [gone.extent.x + gone.extent.w, gone.extent.y])).toBe(true);
      expect([compared?.gone.length, compared?.added.length, compared?.reworded]).toEqual([1, 1, []]);
      expect(gone?.text.lines).toEqual(['3']);
      const labels = page.labels.map(({ text }) => text);
      expect(labels).toEqual(expect.arrayContaining(['mark added', 'mark gone']));
      expect(labels).not.toContain('mark tied');
    }
  });

  test('that is filled shows the cloth larger, and is all tablecloth', () => {
    const [filled, whole] = [laid({ fill: true }), laid({ fill: false })];
    expect(filled.page.box.w).toBeLessThan(whole.page.box.w);
    expect(filled.scene.sheet.box).toBe(filled.page.box);
    expect(whole.scene.sheet.box).not.toBe(whole.page.box);
  });

  test('has no dashes of edges where nobody sits', () => {
    const seats = [{ ...cloth.seats[0], id: 'nobody', name: '', holder: null }, ...cloth.seats] as typeof cloth.seats;
    expect(laid({}, WHOLE, { ...cloth, seats }).scene.seats.filter(({ free }) => free)).toEqual([]);
  });

  test('stands up when that shows a tall cloth larger, but a slide lies', () => {
    const tall = plainCloth({ width: 900, height: 2_400, items: [plainItem('boven', [0, -1_100])] });
    const upright = laid({ fill: false }, WHOLE, tall);
    expect(upright.page.box.h).toBeGreaterThan(upright.page.box.w);
    expect(pictureSize(upright, 'a3')).toEqual({ width: 3_508, height: 4_961, dpi: 300 });
    const slide = laid({ fill: false, paper: 'slide' }, WHOLE, tall);
    expect(pictureSize(slide, 'slide')).toEqual({ width: 3_840, height: 2_160, dpi: 304.8 });
    expect(pictureSize(laid({ paper: 'a0' }), 'a0')).toEqual({ width: 7_022, height: 4_967, dpi: 150 });
  });

  test('leaves out what is not wanted, but never whose method it is', () => {
    expect(labelsOf({})).toEqual(expect.arrayContaining(['22 november 2025', 'initiatiefnemer', ATTRIBUTION]));
    expect(labelsOf({ legend: false, atTable: false, date: false })).toEqual(['leesplezier', ATTRIBUTION]);
    const { page } = laid({ legend: false });
    for (const { at } of page.labels) expect(contains(page.box, at)).toBe(true);
  });

  test('has larger words round the cloth when asked', () => {
    const sizes = [laid({}), laid({ large: true })].map(({ page: { labels, box } }) => (labels[0]?.size ?? 0) / box.w);
    expect(sizes[1]).toBeGreaterThan((sizes[0] ?? 0) * 1.3);
  });

  test('names people as chosen, in the middle of the cloth as well as round it', () => {
    const connectors = (some: Partial<PageChoice>) =>
      laid(some)
        .scene.items.filter(({ kind }) => kind === 'connector')
        .map(({ text }) => text.lines.join(' '));
    expect(connectors({ names: 'full' })).toContain('Heleen');
    expect(connectors({ names: 'initials' })).toContain('H.');
    expect(connectors({ names: 'none' }).join('')).toMatch(/^\d+$/);
    expect(labelsOf({ names: 'none' }).some((text) => text.startsWith('Aan tafel'))).toBe(false);
  });

  test('of one edge shows what was written there and whom that is tied to', () => {
    const [seat] = cloth.seats;
    const own = cloth.items.filter((item) => item.seat === seat?.id).map(({ id }) => id);
    const { scene } = laid({}, { of: 'edge', seat: seat?.id ?? '' });
    const shown = new Set(scene.items.map(({ id }) => id));
    expect(own.length).toBeGreaterThan(0);
    expect(own.every((id) => shown.has(id))).toBe(true);
    expect(shown.size).toBeLessThan(cloth.items.length);
    expect(scene.seats.map(({ id }) => id)).toEqual([seat?.id]);
    const ends = new Set([INITIATIVE, ...shown]);
    expect(scene.ties.every(({ from, to }) => ends.has(from) && ends.has(to))).toBe(true);
  });

  test('of a theme sheet keeps its boxes, also when it is to fill the paper', () => {
    const theme = { ...cloth, meta: { ...cloth.meta, sheet: 'theme' as const } };
    const { scene, page } = laid({ fill: true }, WHOLE, theme);
    expect(scene.sheet.boxes?.length).toBeGreaterThan(0);
    expect(scene.sheet.box).not.toBe(page.box);
  });

  test('by position has everyone in each field of theirs, the five names, and who waits only where somebody waits', () => {
    const { fields, scene, page } = laid({}, { of: 'positions' });
    const held = cloth.items.flatMap(({ positions }) => positions).length;
    expect(fields?.laid.fields.flatMap(({ people }) => people)).toHaveLength(held);
    expect(fields?.heads.map(({ word }) => word.text)).toEqual(Object.values(TEXTS.positions));
    expect(fields?.waiting).toBe(null);
    expect([scene.items, scene.ties, page.badges]).toEqual([[], [], []]);
    const items = cloth.items.map((item) => (item.text === 'Thomas' ? { ...item, positions: [] } : item));
    expect(laid({}, { of: 'positions' }, { ...cloth, items }).fields?.waiting?.text).toBe('Nog zonder positie');
  });

  test('of a selection shows just that', () => {
    const ids = cloth.items.slice(0, 2).map(({ id }) => id);
    expect(laid({}, { of: 'selection', ids }).scene.items.map(({ id }) => id)).toEqual(ids);
  });
});

test('a choice that was kept is read again; what cannot be read of it is as usual', () => {
  const choice: PageChoice = { ...USUAL_PAGE, paper: 'a0', fill: false, names: 'none', colours: 'black' };
  expect(readPageChoice(JSON.parse(JSON.stringify(choice)))).toEqual(choice);
  for (const kept of [null, 4, 'a4', [], { paper: 'b5', fill: 'yes', names: 3 }, { colours: '__proto__' }]) {
    expect(readPageChoice(kept)).toEqual(USUAL_PAGE);
  }
});
