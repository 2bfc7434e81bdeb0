import { describe, expect, test } from 'vitest';
import { itemSize, radiusAround, sizeWhileWritten } from '../../../shared/layout/item-size.ts';
import type { Scene } from '../../../shared/layout/shapes.ts';
import { INITIATIVE, type ItemKind } from '../../../shared/model/schema.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { plainCloth, plainItem, plainTie } from '../layout/plain-cloth.ts';

const SENTENCE = 'leerlingen maken na het lezen een podcast over een boek dat hen raakte';

/** The sizes of a text as it grows letter by letter. */
function growing(kind: ItemKind, text: string) {
  return Array.from(text, (_, at) => sizeWhileWritten(kind, text.slice(0, at + 1), fontMeasure));
}

describe.each(['ingredient', 'connector'] as const)('an %s that is being written', (kind) => {
  test('grows in a few steps, shrinks only with its letters, and holds its words', () => {
    const sizes = growing(kind, SENTENCE);
    expect(new Set(sizes.map(({ w, h }) => `${w} ${h}`)).size).toBeLessThan(14);
    let before: (typeof sizes)[number] | null = null;
    for (const size of sizes) {
      if (before?.text.size === size.text.size) {
        expect(size.w).toBeGreaterThanOrEqual(before.w);
        expect(size.h).toBeGreaterThanOrEqual(before.h);
      }
      before = size;
      for (const line of size.text.lines) {
        expect(fontMeasure.width(line, size.text.size, size.text.weight)).toBeLessThanOrEqual(size.text.width);
      }
      if (kind === 'connector') expect(radiusAround(size.text, fontMeasure)).toBeLessThan(size.radius);
      else expect(size.text.width).toBeLessThan(size.w);
    }
  });

  test('has room to write in before the first letter, no more than with it', () => {
    const [empty, first] = [sizeWhileWritten(kind, '', fontMeasure), sizeWhileWritten(kind, 'a', fontMeasure)];
    expect([first.w, first.h]).toEqual([empty.w, empty.h]);
  });

  test('takes its least room once it is written', () => {
    const [writing, written] = [sizeWhileWritten, itemSize].map((sizeOf) => sizeOf(kind, SENTENCE, fontMeasure));
    expect(written?.w).toBeLessThanOrEqual(writing?.w ?? 0);
  });
});

test('words of an ingredient stay on their lines while others come after them', () => {
  const sizes = growing('ingredient', SENTENCE);
  for (const [at, { text }] of sizes.entries()) {
    const before = sizes[at - 1]?.text.lines.slice(0, -1) ?? [];
    expect(text.lines.slice(0, before.length)).toEqual(before);
  }
});

describe('a scene in which somebody writes', () => {
  const cloth = (words: string): ClothSnapshot => ({
    ...rest,
    items: [plainItem('boeken', [-500, -500], { text: words }), ...others],
  });
  const others = [plainItem('film', [500, -500]), plainItem('Heleen', [-250, -250], { kind: 'connector' })];
  const rest = plainCloth({ ties: [plainTie('boeken', 'Heleen'), plainTie('Heleen', INITIATIVE)] });
  const show = (words: string, ...written: string[]): Scene =>
    buildScene(cloth(words), fontMeasure, { written: new Set(written) });

  test('shows those words in the room they have while they are written, and all else as it was', () => {
    const [resting, writing] = [show('boekenlijst'), show('boekenlijst', 'boeken')];
    expect(writing.items[0]?.box.w).toBe(sizeWhileWritten('ingredient', 'boekenlijst', fontMeasure).w);
    expect(resting.items[0]?.box.w).toBe(itemSize('ingredient', 'boekenlijst', fontMeasure).w);
    expect(writing.items.slice(1)).toEqual(resting.items.slice(1));
    expect(writing.items[1]).toBe(resting.items[1]);
  });

  test('keeps the very ties while the words have room, and draws them anew where they grew', () => {
    const before = show('boek', 'boeken').ties;
    expect(show('boeke', 'boeken').ties[0]).toBe(before[0]);
    const grown = show('boekenlijst van de sectie', 'boeken').ties;
    expect(grown[0]).not.toBe(before[0]);
    expect(grown[1]).toBe(before[1]);
  });

  test('goes back to rest', () => {
    const before = show('boekenlijst');
    show('boekenlijst', 'boeken');
    expect(show('boekenlijst')).toEqual(before);
  });

  test('knows of what somebody writes that was taken away', () => {
    expect(show('boekenlijst', 'weg').items).toEqual(show('boekenlijst').items);
  });

  test('shows bars for words that may not be read yet', () => {
    const [first, ...more] = cloth('boekenlijst').items;
    if (!first) throw new Error('there is an item');
    const masked = { ...cloth(''), items: [{ ...first, masked: true as const }, ...more] };
    const scene = buildScene(masked, fontMeasure, { written: new Set(['boeken']) });
    expect(scene.items[0]?.text.barred).toBe(true);
  });
});
