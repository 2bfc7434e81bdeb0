import { describe, expect, test } from 'vitest';
import { pageWords } from '../../../shared/formats/pictures/page-words.ts';
import { pathTexts } from '../../../shared/formats/pictures/path-words.ts';
import { toldOf } from '../../../shared/formats/pictures/told-of.ts';
import { contains, overlaps } from '../../../shared/layout/box.ts';
import { STONES, type Stone } from '../../../shared/model/schema.ts';
import type { Path } from '../../../shared/model/snapshot.ts';
import { type Leaf, wordsOnLeaf } from '../../../shared/scene/leaf.ts';
import { chosenPage, USUAL_PAGE } from '../../../shared/scene/page-choice.ts';
import { pathLeaf } from '../../../shared/scene/path-leaf.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { heightOf } from '../../../shared/text/wrap.ts';
import { plainCloth } from '../layout/plain-cloth.ts';

const TEXTS = pathTexts('nl');
const note = (stone: Stone, words: string, nth = 0) => ({
  id: `${stone} ${nth}`,
  stone,
  words,
  by: 'Ria',
  createdAt: nth,
});
const path = (some: Partial<Path> = {}): Path => ({
  at: '4',
  carriedBy: 'Ria de Wit en Theo',
  finishedWhen: 'als elke klas een leeshoek heeft',
  roundedOff: '',
  notes: [note('0', 'een gesprek in de gang'), note('4', 'elke week een half uur')],
  ...some,
});
const long = 'Een gesprek in de gang over kinderen die niet lezen, en hoe dat zo gekomen is. '.repeat(5);
const full = path({ notes: STONES.flatMap((stone) => [note(stone, long), note(stone, 'kort', 1)]) });

function blocksOf({ marks }: Leaf) {
  return marks.flatMap((mark) => {
    if (mark.is !== 'block') return [];
    const { block, centre } = mark;
    const [w, h] = [block.width, heightOf(block)];
    return { words: block.lines.join(' '), box: { x: centre[0] - w / 2, y: centre[1] - h / 2, w, h } };
  });
}

const ringsOf = ({ marks }: Leaf) => marks.filter((mark) => mark.is === 'stone').length - STONES.length;

describe('the path on paper', () => {
  test.each([
    ['as people have it', path()],
    ['where nobody set foot on it', undefined],
    ['full of words', full],
    ['with one very long word', path({ carriedBy: 'w'.repeat(120), notes: [note('3', 'w'.repeat(500))] })],
  ])('has all its words on the page, none over another: %s', (_, of) => {
    const leaf = pathLeaf(of ? { path: of } : {}, TEXTS, fontMeasure);
    const blocks = blocksOf(leaf);
    for (const { box } of blocks) {
      expect(contains(leaf.box, [box.x, box.y])).toBe(true);
      expect(contains(leaf.box, [box.x + box.w, box.y + box.h])).toBe(true);
    }
    const over = blocks.filter(({ box }, at) => blocks.some((other, nth) => nth > at && overlaps(box, other.box)));
    expect(over.map(({ words }) => words)).toEqual([]);
  });

  test('has eleven stones, a ring round the one where one is, and every note', () => {
    const leaf = pathLeaf({ path: path() }, TEXTS, fontMeasure);
    const words = wordsOnLeaf(leaf);
    expect(words.filter((word) => (STONES as readonly string[]).includes(word))).toEqual([...STONES]);
    expect(ringsOf(leaf)).toBe(1);
    expect(ringsOf(pathLeaf({}, TEXTS, fontMeasure))).toBe(0);
    expect(words).toContain(TEXTS.here);
    const said = words.join(' ');
    for (const each of [
      'een gesprek in de gang',
      'elke week een half uur',
      'Ria de Wit en Theo',
      'een leeshoek heeft',
    ]) {
      expect(said).toContain(each);
    }
  });

  test('sets its words larger the fewer there are', () => {
    const sizeOf = (of: Path) =>
      Math.max(
        ...pathLeaf({ path: of }, TEXTS, fontMeasure).marks.map((mark) => (mark.is === 'block' ? mark.block.size : 0)),
      );
    expect(sizeOf(path({ notes: [] }))).toBeGreaterThan(sizeOf(full));
  });

  test('is a page in the place of the cloth, with its own title', () => {
    const cloth = { ...plainCloth({ initiative: 'leesplezier' }), path: path() };
    const order = { part: { of: 'path' }, choice: USUAL_PAGE, texts: pageWords(cloth, 'nl', 0) } as const;
    const laid = chosenPage(cloth, order, fontMeasure);
    expect(laid.scene.items).toEqual([]);
    expect(laid.page.labels[0]?.text).toBe('leesplezier – het pad');
    expect(laid.page.box.w / laid.page.box.h).toBeCloseTo(420 / 297, 5);
  });

  test.each([
    ['full', 'Ria de Wit en Theo'],
    ['initials', 'R.d.W. en T.'],
    ['none', ''],
  ] as const)('says in words what is on it, and who carries it as people are called: %s', (names, carriers) => {
    const cloth = { ...plainCloth({ initiative: 'leesplezier' }), path: path({ roundedOff: '2026-03-12' }) };
    const choice = { language: 'nl', now: 0, part: { of: 'path' }, page: { ...USUAL_PAGE, names } } as const;
    const { title, inOneGo, lines } = toldOf(cloth, choice);
    expect([title, inOneGo]).toEqual([
      'leesplezier – het pad',
      'leesplezier – het pad. Hier zijn we nu: 4. Er een aanpak van maken',
    ]);
    const texts = lines.map(({ text }) => text);
    expect(texts.filter((text) => text.startsWith(TEXTS.carriedBy))).toEqual(
      carriers ? [`${TEXTS.carriedBy} ${carriers}`] : [],
    );
    expect(texts).toEqual(
      expect.arrayContaining([
        'Afgerond op 12 maart 2026',
        '4. Er een aanpak van maken – Hier zijn we nu',
        '• elke week een half uur',
      ]),
    );
  });
});
