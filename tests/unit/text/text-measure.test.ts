import { describe, expect, test } from 'vitest';
import { fontMeasure } from '../../../shared/text/text-measure.ts';

describe('the width of a line', () => {
  test('is the sum of its letters, as large as they are set', () => {
    const letters = [...'leesplezier'].map((letter) => fontMeasure.width(letter, 24, 500));
    expect(fontMeasure.width('leesplezier', 24, 500)).toBeCloseTo(letters.reduce((a, b) => a + b));
    expect(fontMeasure.width('leesplezier', 48, 500)).toBeCloseTo(2 * fontMeasure.width('leesplezier', 24, 500));
  });

  test('is more in bold', () => {
    expect(fontMeasure.width('leesplezier', 24, 700)).toBeGreaterThan(fontMeasure.width('leesplezier', 24, 500));
  });

  test.each(['poëzie', 'Łukasz', 'Şahin', 'žák', 'Нина', 'Việt', '€ 12,50 – “nu”…'])('is known for %s', (word) => {
    expect(fontMeasure.exact(word)).toBe(true);
  });

  test.each([
    ['an emoji', '👩‍🏫', 1.2],
    ['a flag', '🇳🇱', 1.2],
    ['a Chinese character', '学', 1],
    ['an Arabic letter', 'ع', 0.5],
  ])('is estimated with room to spare for %s', (_what, text, least) => {
    expect(fontMeasure.exact(text)).toBe(false);
    expect(fontMeasure.width(text, 1, 500)).toBeGreaterThanOrEqual(least);
    expect(fontMeasure.width(text, 1, 500)).toBeLessThan(2);
  });

  // In em, the narrowest and the widest that DejaVu Sans, Noto Sans, Liberation Sans and FreeSans draw it.
  test.each([
    ['in Hebrew', 'ספריה', 2.54, 2.71],
    ['in Hebrew, of broad letters', 'שפה', 1.97, 1.99],
    ['in Hebrew, with vowels', 'שָׁלוֹם', 2.21, 2.28],
    ['in Arabic', 'المدرسة', 3.34, 3.54],
    ['in Arabic, of broad letters', 'درس', 2.1, 2.15],
    ['in Arabic, short', 'من', 1.29, 1.3],
    ['in Persian', 'کتابخانه', 3.12, 3.13],
    ['in Greek', 'βιβλιοθήκη', 4.82, 5.63],
    ['in Greek capitals', 'ΣΧΟΛΕΙΟ', 4.27, 4.5],
    ['in Thai', 'โรงเรียน', 3.38, 3.38],
    ['in Hindi', 'भाषा', 1.51, 1.86],
    ['in Hindi, with joined letters', 'पुस्तकालय', 3.71, 3.91],
    ['in Georgian', 'ბიბლიოთეკა', 5.47, 6.92],
    ['in Japanese', '図書館', 3, 3],
  ])('is near what other fonts draw of a word %s', (_what, word, narrowest, widest) => {
    expect(fontMeasure.exact(word)).toBe(false);
    expect(fontMeasure.width(word, 1, 500)).toBeGreaterThanOrEqual(0.9 * widest);
    expect(fontMeasure.width(word, 1, 500)).toBeLessThanOrEqual(1.5 * narrowest);
  });

  test('counts a joined emoji once, and marks that join or combine not at all', () => {
    expect(fontMeasure.width('👨‍👩‍👧‍👦', 1, 500)).toBe(fontMeasure.width('👦', 1, 500));
    expect(fontMeasure.width('\u200b\u200d\u2060', 1, 500)).toBe(0);
    expect(fontMeasure.width('x\u0323\u035c', 1, 500)).toBe(fontMeasure.width('x', 1, 500));
  });

  test('survives half a surrogate pair', () => {
    expect(fontMeasure.width('\ud83d', 1, 500)).toBeGreaterThanOrEqual(0);
  });
});
