import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { fillLines, heightOf, measureWords, wrapText } from '../../../shared/text/wrap.ts';

const STYLE = { size: 24, weight: 500, lineHeight: 30 } as const;
const wrap = (text: string, maxWidth = 250) => wrapText(text, STYLE, maxWidth, fontMeasure);
const widthOf = (line: string) => fontMeasure.width(line, STYLE.size, STYLE.weight);

describe('words broken into lines', () => {
  test('stay on one line when they fit', () => {
    expect(wrap('boekenlijst').lines).toEqual(['boekenlijst']);
  });

  test('break between words, evenly', () => {
    expect(wrap('literatuur over de vakken heen').lines).toEqual(['literatuur over', 'de vakken heen']);
  });

  test('keep the lines their writer made, blank ones between them too', () => {
    expect(wrap('eerst\n\nplezier\r\ndan toetsen').lines).toEqual(['eerst', '', 'plezier', 'dan toetsen']);
  });

  test('have no lines when there is nothing to read', () => {
    for (const blank of ['', '   ', '\n\n', '\t \r\n']) expect(wrap(blank).lines).toEqual([]);
    expect(heightOf(wrap(''))).toBe(0);
  });

  test('may break after a hyphen or slash', () => {
    expect(wrap('literatuur-onderwijs/taalonderwijs', 180).lines).toEqual([
      'literatuur-',
      'onderwijs/',
      'taalonderwijs',
    ]);
  });

  test('leave no letter or two on a line of their own', () => {
    const word = 'gemeenschapsverantwoordelijkheden';
    for (let width = 120; width < widthOf(word); width += 3) {
      const { lines } = wrap(word, width);
      expect(lines.join('').replaceAll('-', '')).toBe(word);
      expect(lines.at(-1)?.length, `${width} mm`).toBeGreaterThanOrEqual(3);
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width + 0.5);
    }
  });

  test('break inside a word only where it is too wide by itself', () => {
    const word = 'gemeenschapsverantwoordelijkheden';
    const { lines } = wrap(word, 120);
    expect(lines.join('').replaceAll('-', '')).toBe(word);
    expect(lines.length).toBeGreaterThan(2);
    expect(measureWords(word, STYLE, fontMeasure).widest).toBeCloseTo(widthOf(word));
  });

  test('break behind a syllable, with a hyphen, in pieces about as long', () => {
    expect(wrap('kwaliteitsmedewerker', 200).lines).toEqual(['kwaliteits-', 'medewerker']);
    expect(wrap('leerlingbegeleider', 180).lines).toEqual(['leerling-', 'begeleider']);
    expect(wrap('de ontwikkelingsmaatschappij', 200).lines).toEqual(['de', 'ontwikkelings-', 'maatschappij']);
  });

  test('have no hyphen where a script has none, and none where nothing is broken', () => {
    for (const word of ['読書の楽しみについて考える会', '1234567890123456789012345']) {
      const { lines } = wrap(word, 120);
      expect(lines.length).toBeGreaterThan(1);
      expect(lines.join('')).toBe(word);
    }
    expect(wrap('oud-leerling', 250).lines).toEqual(['oud-leerling']);
  });

  test('while they are written stand as in the field that they are written in, which has no hyphens', () => {
    const words = measureWords('kwaliteitsmedewerker', STYLE, fontMeasure);
    expect(fillLines(words, 200).lines.join('')).toBe('kwaliteitsmedewerker');
  });

  test('never break inside what a reader takes for one character', () => {
    const family = '👨‍👩‍👧‍👦';
    for (const line of wrap(family.repeat(20), 100).lines) expect(line.replaceAll(family, '')).toBe('');
  });
});

test('no line is wider than it may be, and no word is lost', () => {
  const words = fc.string({ unit: fc.constantFrom(...'abij lm-/ëŁ學ع👩\n '), maxLength: 120 });
  fc.assert(
    fc.property(words, fc.integer({ min: 40, max: 400 }), (text, maxWidth) => {
      const block = wrap(text, maxWidth);
      for (const line of block.lines) expect(widthOf(line)).toBeLessThanOrEqual(maxWidth + 1e-6);
      expect(block.lines.join('').replace(/[\s-]/g, '')).toBe(text.replace(/[\s-]/g, ''));
      expect(block.width).toBeLessThanOrEqual(maxWidth);
    }),
    { numRuns: 300 },
  );
});
