import { describe, expect, it } from 'vitest';
import { setApproach, setTogether } from '../../../shared/commands/contacts.ts';
import { importClothFile } from '../../../shared/commands/import-file.ts';
import { addItems, setPosition } from '../../../shared/commands/items.ts';
import { mergeItems, setDifferent } from '../../../shared/commands/merge.ts';
import { addTies, setExpected } from '../../../shared/commands/ties.ts';
import { editWords } from '../../../shared/commands/words.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { UndoStack } from '../../../shared/document/undo.ts';
import { clothFileOf } from '../../../shared/formats/cloth-file.ts';
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

describe('setDifferent', () => {
  it('is remembered on the cloth, whichever of the two was named first, and in its file; it can be taken back', () => {
    const cloth = emptyCloth();
    addItems(cloth, [item('a', { text: 'film' }), item('b', { text: 'Film' })]);
    const parted = () => likelyDoubles(readSnapshot(cloth).items).map((pair) => pair.parted);
    expect(parted()).toEqual([false]);
    setDifferent(cloth, [['b', 'a']], true);
    expect(parted()).toEqual([true]);
    const again = emptyCloth();
    importClothFile(again, clothFileOf(readSnapshot(cloth)));
    expect(likelyDoubles(readSnapshot(again).items)[0]?.parted).toBe(true);
    setDifferent(cloth, [['a', 'b']], false);
    expect(parted()).toEqual([false]);
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

describe('what a double brings along', () => {
  it('is the tie as it was, seen or only expected, and what was prepared where nothing was', () => {
    const cloth = smallCloth();
    addItems(cloth, [
      item('film', { createdAt: 5 }),
      item('heleen', { kind: 'connector', createdAt: 6 }),
      item('Theo', { kind: 'connector', createdAt: 7 }),
    ]);
    addTies(cloth, [
      { id: 'c', from: 'film', to: 'heleen', createdAt: 7 },
      { id: 'd', from: 'heleen', to: 'initiative', createdAt: 8 },
    ]);
    // Of Heleen it was only expected, of heleen it was seen; and the other way round for the film.
    setExpected(cloth, ['b', 'c'], true);
    setApproach(cloth, 'heleen', 'group');
    setTogether(cloth, 'heleen', 'Theo', true);
    const before = readSnapshot(cloth);
    const stack = new UndoStack(cloth);
    stack.push(mergeItems(cloth, 'Heleen', 'heleen', 9));
    const after = readSnapshot(cloth);
    expect(after.ties.map(({ from, to, expected }) => [from, to, expected])).toEqual([
      ['boeken', 'Heleen', false],
      ['Heleen', 'initiative', false],
      ['Heleen', 'film', true],
    ]);
    const [, heleen, , theo] = after.items;
    expect(heleen).toMatchObject({ approach: 'group', together: ['Theo'] });
    expect(theo?.together).toContain('Heleen');
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
      provedReal: [],
      onlyExpected: [],
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

  it('tells of a tie that stayed whether its involvement proved real since, or is only expected now', () => {
    const cloth = smallCloth();
    const then = readSnapshot(cloth);
    setExpected(cloth, ['b'], true);
    const now = readSnapshot(cloth);
    expect(compareCloths(then, now)).toMatchObject({
      tied: [],
      untied: [],
      provedReal: [],
      onlyExpected: [{ id: 'b' }],
    });
    expect(compareCloths(now, then)).toMatchObject({ provedReal: [{ id: 'b' }], onlyExpected: [] });
  });
});
