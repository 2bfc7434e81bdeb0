import { describe, expect, it } from 'vitest';
import { setApproach, setTogether } from '../../../shared/commands/contacts.ts';
import { addItems, removeItems } from '../../../shared/commands/items.ts';
import { addTies } from '../../../shared/commands/ties.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { cardsOf } from '../../../shared/method/contact-cards.ts';
import { item, smallCloth } from '../../support/cloth.ts';

/** Heleen and Theo are both tied to the books, Theo to film too. */
function cloth() {
  const made = smallCloth();
  addItems(made, [item('Theo', { kind: 'connector', createdAt: 5 }), item('film', { createdAt: 6 })]);
  addTies(made, [
    { id: 'c', from: 'Theo', to: 'boeken', createdAt: 7 },
    { id: 'd', from: 'film', to: 'Theo', createdAt: 8 },
    { id: 'e', from: 'Theo', to: 'Heleen', createdAt: 9 },
  ]);
  return made;
}

const shown = (made: ReturnType<typeof cloth>) =>
  cardsOf(readSnapshot(made)).map(({ connector, ingredients, company, shared }) => ({
    who: connector.id,
    ingredients: ingredients.map(({ id }) => id),
    company: company.map(({ id }) => id),
    shared: shared.map(({ id }) => id),
  }));

describe('contact cards', () => {
  it('show the ingredients each connector is tied to, whichever way the tie was drawn', () => {
    expect(shown(cloth())).toEqual([
      { who: 'Heleen', ingredients: ['boeken'], company: [], shared: [] },
      { who: 'Theo', ingredients: ['boeken', 'film'], company: [], shared: [] },
    ]);
  });

  it('say what those who are invited together share', () => {
    const made = cloth();
    setTogether(made, 'Heleen', 'Theo', true);
    expect(shown(made)).toMatchObject([
      { who: 'Heleen', company: ['Theo'], shared: ['boeken'] },
      { who: 'Theo', company: ['Heleen'], shared: ['boeken'] },
    ]);
  });

  it('say of everyone who is invited together that they come as a group', () => {
    const made = cloth();
    setApproach(made, 'Theo', 'alone');
    setTogether(made, 'Heleen', 'Theo', true);
    expect(cardsOf(readSnapshot(made)).map(({ connector }) => connector.approach)).toEqual(['group', 'group']);
  });

  it('forget company that is no longer on the cloth', () => {
    const made = cloth();
    setTogether(made, 'Heleen', 'Theo', true);
    removeItems(made, ['Theo']);
    expect(shown(made)).toEqual([{ who: 'Heleen', ingredients: ['boeken'], company: [], shared: [] }]);
  });
});
