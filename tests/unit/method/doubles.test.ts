import { describe, expect, it } from 'vitest';
import { addItems, setPosition } from '../../../shared/cloth/intents/items.ts';
import { mergeItems } from '../../../shared/cloth/intents/merge.ts';
import { addTies } from '../../../shared/cloth/intents/ties.ts';
import { editWords } from '../../../shared/cloth/intents/words.ts';
import { readSnapshot } from '../../../shared/cloth/read.ts';
import { UndoStack } from '../../../shared/cloth/undo.ts';
import { compareCloths } from '../../../shared/method/compare.ts';
import { likelyDoubles, normalForm } from '../../../shared/method/doubles.ts';
import { emptyCloth, item, smallCloth } from '../../support/cloth.ts';

function doublesAmong(...texts: readonly string[]): string[] {
  const cloth = emptyCloth();
  addItems(
    cloth,
    texts.map((text, n) => item(`${n}`, { text, kind: 'connector', createdAt: n })),
  );
  return likelyDoubles(readSnapshot(cloth).items).map(({ keep, double, how }) => `${keep.text}=${double.text} ${how}`);
}

describe('likelyDoubles', () => {
  it('sees through case, accents and punctuation', () => {
    expect(doublesAmong('José', 'jose', 'de heer Theo', 'De heer: Theo')).toEqual([
      'José=jose same',
      'de heer Theo=De heer: Theo same',
    ]);
  });

  it('sees a slip of the pen in a longer word, not in a short one', () => {
    expect(doublesAmong('Caroline', 'Carolien')).toEqual([]);
    expect(doublesAmong('Caroline', 'Carolin')).toEqual(['Caroline=Carolin close']);
    expect(doublesAmong('mailinglist vakgroep', 'mailinglijst vakgroep')).toHaveLength(1);
    expect(doublesAmong('Bas', 'Bos', 'Theo', 'Thea')).toEqual([]);
  });

  it('names the surest first, and never takes a person for an ingredient', () => {
    expect(doublesAmong('Heleen', 'Helena', 'Heleem', 'heleen')[0]).toBe('Heleen=heleen same');
    const cloth = emptyCloth();
    addItems(cloth, [item('a', { text: 'film' }), item('b', { text: 'film', kind: 'connector' })]);
    expect(likelyDoubles(readSnapshot(cloth).items)).toEqual([]);
  });

  it('compares other scripts and emoji too, and nothing with blanks', () => {
    expect(normalForm('  Ёлка! ')).toBe('елка');
    expect(doublesAmong('📚', '📚', '...', '!')).toEqual(['📚=📚 same']);
  });
});

describe('mergeItems', () => {
  it('takes over ties, positions and explanations, and one undo parts the two again', () => {
    const cloth = smallCloth();
    addItems(cloth, [item('film', { createdAt: 5 }), item('heleen', { kind: 'connector', createdAt: 6 })]);
    addTies(cloth, [
      { id: 'c', from: 'film', to: 'heleen', createdAt: 7 },
      { id: 'd', from: 'heleen', to: 'initiative', createdAt: 8 },
    ]);
    setPosition(cloth, ['heleen'], 'l', true);
    editWords(cloth, { of: 'story', item: 'heleen' }, 'samen kijken');
    const before = readSnapshot(cloth);
    const stack = new UndoStack(cloth);
    stack.push(mergeItems(cloth, 'Heleen', 'heleen', 9));
    const after = readSnapshot(cloth);
    expect(after.items.map(({ id }) => id)).toEqual(['boeken', 'Heleen', 'film']);
    expect(after.items[1]).toMatchObject({ positions: ['l'], story: 'samen kijken' });
    expect(after.ties.map(({ from, to }) => `${from}-${to}`)).toEqual([
      'boeken-Heleen',
      'Heleen-initiative',
      'Heleen-film',
    ]);
    stack.undo();
    expect(readSnapshot(cloth)).toEqual(before);
  });
});

describe('compareCloths', () => {
  it('tells what is new, gone, reworded, tied, untied and moved in position, and nothing of mere places', () => {
    const cloth = smallCloth();
    const then = readSnapshot(cloth);
    expect(compareCloths(then, then)).toEqual({
      initiative: null,
      added: [],
      gone: [],
      reworded: [],
      tied: [],
      untied: [],
      positions: [],
    });
    editWords(cloth, { of: 'initiative' }, 'leesplezier');
    editWords(cloth, { of: 'text', item: 'boeken' }, 'boekenlijst');
    addItems(cloth, [item('film')]);
    addTies(cloth, [{ id: 'f', from: 'film', to: 'Heleen', createdAt: 9 }]);
    setPosition(cloth, ['Heleen'], 's', true);
    const changed = compareCloths(then, readSnapshot(cloth));
    expect(changed.initiative).toEqual({ before: '', after: 'leesplezier' });
    expect(changed.added.map(({ id }) => id)).toEqual(['film']);
    expect(changed.reworded.map(({ before }) => before)).toEqual(['boeken']);
    expect(changed.tied.map(({ id }) => id)).toEqual(['f']);
    expect(changed.positions).toMatchObject([{ item: { id: 'Heleen' }, gained: ['s'], lost: [] }]);
    expect(compareCloths(readSnapshot(cloth), then).gone.map(({ id }) => id)).toEqual(['film']);
  });
});
