import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphemesOf } from '../../../shared/text/graphemes.ts';

const segmenter = new Intl.Segmenter('nl', { granularity: 'grapheme' });
const standard = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);

describe('characters as a reader counts them', () => {
  test.each([
    ['combining marks and a digraph', 'e\u0301ij', ['e\u0301', 'i', 'j']],
    ['a teacher of joined emoji', '👩‍🏫!', ['👩‍🏫', '!']],
    ['a family, a thumb with a skin', '👨‍👩‍👧👍🏽', ['👨‍👩‍👧', '👍🏽']],
    ['flags in a row, and half a flag', '🇳🇱🇧🇪🇳', ['🇳🇱', '🇧🇪', '🇳']],
    ['a keycap and the flag of Scotland', '1️⃣🏴󠁧󠁢󠁳󠁣󠁴󠁿', ['1️⃣', '🏴󠁧󠁢󠁳󠁣󠁴󠁿']],
    ['Hebrew with its points', 'שָׁלוֹם', ['שָׁ', 'ל', 'וֹ', 'ם']],
    ['Korean in parts', '\u1112\u1161\u11ab\u1100\u1173\u11af', ['\u1112\u1161\u11ab', '\u1100\u1173\u11af']],
    ['a conjunct of Devanagari', 'क्षमा', ['क्ष', 'मा']],
    ['half a surrogate pair', 'a\ud83db', ['a', '\ud83d', 'b']],
    ['a line end', 'a\nb', ['a', '\n', 'b']],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(graphemesOf(text)).toEqual(expected);
  });

  test('are those of the standard, in any mixture of what people write', () => {
    const pieces = [
      'a',
      'é',
      'e\u0301',
      ' ',
      '\n',
      'ש',
      'ָ',
      'م',
      'ّ',
      'กำ',
      '한',
      '漢',
      'か\u3099',
      '👩',
      '🏫',
      '👍🏽',
      '🇳🇱',
      '❤️',
      '1️⃣',
      '👨‍👩‍👧',
    ];
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (written) => {
        expect(graphemesOf(written)).toEqual(standard(written));
      }),
    );
  });

  test('put together again are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(graphemesOf(text).join('')).toBe(text);
      }),
    );
  });
});
