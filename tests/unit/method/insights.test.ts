import { describe, expect, it } from 'vitest';
import { addItems, setItemKind, setPosition } from '../../../shared/commands/items.ts';
import { addTies, setExpected } from '../../../shared/commands/ties.ts';
import type { ClothDoc } from '../../../shared/document/cloth-doc.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { insightsOf } from '../../../shared/method/insights.ts';
import { emptyCloth, item, smallCloth } from '../../support/cloth.ts';

const seen = (cloth: ClothDoc) => insightsOf(readSnapshot(cloth)).filter(({ kind }) => kind !== 'nobody-holds');

describe('insightsOf', () => {
  it('sees nothing on an empty cloth', () => {
    expect(insightsOf(readSnapshot(emptyCloth()))).toEqual([]);
  });

  it('sees an ingredient that no connector relates to the initiative, be it loose, tied straight or tied to one aside', () => {
    const cloth = smallCloth();
    addItems(cloth, [item('loose'), item('straight'), item('lost'), item('Theo', { kind: 'connector' })]);
    addTies(cloth, [
      { id: 's', from: 'straight', to: 'initiative', createdAt: 1 },
      { id: 't', from: 'lost', to: 'Theo', createdAt: 1 },
    ]);
    expect(seen(cloth)).toEqual([
      { kind: 'without-connector', ids: ['loose', 'lost', 'straight'] },
      { kind: 'aside', ids: ['Theo'] },
    ]);
  });

  it('follows connector to connector, but not through an ingredient', () => {
    const cloth = smallCloth();
    addItems(cloth, [item('Theo', { kind: 'connector', createdAt: 9 })]);
    addTies(cloth, [{ id: 't', from: 'Theo', to: 'boeken', createdAt: 9 }]);
    expect(seen(cloth)).toEqual([{ kind: 'aside', ids: ['Theo'] }]);
    setItemKind(cloth, ['boeken'], 'connector');
    expect(seen(cloth)).toEqual([]);
  });

  it('sees on whom much rests', () => {
    const cloth = smallCloth();
    const more = ['a', 'b', 'c', 'd'].map((id) => item(id, { createdAt: 9 }));
    addItems(cloth, more);
    addTies(
      cloth,
      more.slice(1).map(({ id }) => ({ id: `t${id}`, from: id, to: 'Heleen', createdAt: 9 })),
    );
    expect(seen(cloth).filter(({ kind }) => kind === 'carries-many')).toEqual([]);
    addTies(cloth, [{ id: 'ta', from: 'a', to: 'Heleen', createdAt: 9 }]);
    expect(seen(cloth)).toEqual([{ kind: 'carries-many', ids: ['Heleen'], count: 5 }]);
  });

  it('sees what is expected rather than seen', () => {
    const cloth = smallCloth();
    setExpected(cloth, ['a'], true);
    expect(seen(cloth)).toEqual([{ kind: 'expected', ids: ['a'] }]);
  });

  it('sees the same thing written by several, not twice by one', () => {
    const cloth = emptyCloth();
    addItems(cloth, [
      item('1', { text: 'Leeskring', seat: 'g' }),
      item('2', { text: 'leeskring!', seat: 't' }),
      item('3', { text: 'film', seat: 'g' }),
      item('4', { text: 'film', seat: 'g' }),
    ]);
    expect(seen(cloth)).toContainEqual({ kind: 'written-by-several', ids: ['1', '2'], words: 'Leeskring' });
    expect(seen(cloth).filter(({ kind }) => kind === 'written-by-several')).toHaveLength(1);
  });

  it('asks after positions that nobody holds once there are connectors', () => {
    const cloth = smallCloth();
    setPosition(cloth, ['Heleen'], 'p', true);
    const letters = insightsOf(readSnapshot(cloth)).flatMap((found) =>
      found.kind === 'nobody-holds' ? found.letter : [],
    );
    expect(letters).toEqual(['i', 's', 'l', 'g']);
  });
});
