import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editsBetween, revertText } from '../../../shared/document/text-merge.ts';

function apply(text: string, edits: ReturnType<typeof editsBetween>): string {
  let result = text;
  for (const { index, remove, insert } of edits)
    result = result.slice(0, index) + insert + result.slice(index + remove);
  return result;
}

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 8 }),
);

describe('editsBetween', () => {
  it('turns any text into any other', () => {
    fc.assert(
      fc.property(words, words, (from, to) => {
        expect(apply(from, editsBetween(from, to))).toBe(to);
      }),
    );
  });

  it('never cuts an emoji in two', () => {
    fc.assert(
      fc.property(words, words, (from, to) => {
        for (const { insert } of editsBetween(from, to)) expect(insert.isWellFormed()).toBe(true);
      }),
    );
  });

  it('grows a run of equal letters where the person is typing', () => {
    expect(editsBetween('aaa', 'aaaa', 1)).toEqual([{ index: 1, remove: 0, insert: 'a' }]);
  });
});

describe('revertText', () => {
  it('gives back the old words when nobody else wrote', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        expect(revertText(before, after, after)).toBe(before);
      }),
    );
  });

  it('changes nothing when I changed nothing', () => {
    fc.assert(
      fc.property(words, words, (mine, current) => {
        expect(revertText(mine, mine, current)).toBe(current);
      }),
    );
  });

  it('takes only my words and keeps those of another', () => {
    expect(revertText('lezen', 'graag lezen', 'graag samen lezen')).toBe('samen lezen');
    expect(revertText('', 'film', 'filmmateriaal')).toBe('materiaal');
    expect(revertText('toets en boek', 'boek', 'boekenlijst')).toBe('toets en boekenlijst');
  });

  it('keeps every capital another person added, wherever they stand', () => {
    const mine = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 10 });
    const insertions = fc.array(fc.tuple(fc.nat(12), fc.string({ unit: fc.constantFrom('X', 'Y'), maxLength: 3 })));
    fc.assert(
      fc.property(mine, mine, insertions, (before, after, others) => {
        let current = after;
        for (const [at, added] of others) current = current.slice(0, at) + added + current.slice(at);
        const capitals = (text: string) => text.replace(/[^XY]/g, '');
        expect(capitals(revertText(before, after, current))).toBe(capitals(current));
      }),
    );
  });
});
