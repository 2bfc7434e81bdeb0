import { expect, test } from 'vitest';
import { outlineOf } from '../../../client/panels/outline/outline-of.ts';
import { addItems } from '../../../shared/commands/items.ts';
import { removeSeat, takeSeat } from '../../../shared/commands/seats.ts';
import { addTies, setExpected } from '../../../shared/commands/ties.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { emptyCloth, item, smallCloth } from '../../support/cloth.ts';

test('connectors with what they are tied to, then each edge with its ingredients in the order written', () => {
  const cloth = smallCloth();
  const { seat } = takeSeat(cloth, { holder: 'device', name: 'Theo' });
  addItems(cloth, [item('film', { seat, createdAt: 9 }), item('Élan', { seat, createdAt: 5 })]);
  addTies(cloth, [{ id: 'c', from: 'initiative', to: 'film', createdAt: 10 }]);
  const { connectors, edges, found } = outlineOf(readSnapshot(cloth));
  expect(connectors.map(({ item: { text }, tiedTo }) => [text, tiedTo])).toEqual([
    ['Heleen', ['boeken', 'initiative']],
  ]);
  expect(edges.map((edge) => [edge.seat?.name ?? null, edge.ingredients.map((each) => each.item.text)])).toEqual([
    ['Theo', ['Élan', 'film']],
    [null, ['boeken']],
  ]);
  expect(edges[0]?.ingredients[1]?.tiedTo).toEqual(['initiative']);
  expect(found).toBe(4);
});

test('seeking finds letters whatever their case and accents', () => {
  const cloth = emptyCloth();
  addItems(cloth, [item('a', { text: 'Élan' }), item('b', { text: 'boekenlijst' })]);
  expect(outlineOf(readSnapshot(cloth), ' elan ').found).toBe(1);
  expect(outlineOf(readSnapshot(cloth), 'zzz')).toMatchObject({ connectors: [], edges: [], found: 0 });
});

test('the initiative is sought as all else is, and stands there when nothing is', () => {
  const cloth = smallCloth();
  cloth.initiative.insert(0, 'Leesplezier');
  const sought = (words: string) => outlineOf(readSnapshot(cloth), words);
  expect(sought('')).toMatchObject({ initiative: true, found: 2 });
  expect(sought('plezier')).toMatchObject({ initiative: true, connectors: [], edges: [], found: 1 });
  expect(sought('heleen')).toMatchObject({ initiative: false, found: 1 });
});

test('what lay at a seat that was taken away is still in the list', () => {
  const cloth = emptyCloth();
  const { seat } = takeSeat(cloth, { holder: 'device', name: 'Theo' });
  addItems(cloth, [item('film', { seat })]);
  if (seat) removeSeat(cloth, seat);
  expect(outlineOf(readSnapshot(cloth)).edges).toMatchObject([
    { seat: null, ingredients: [{ item: { text: 'film' } }] },
  ]);
});

test('a tie that is expected is named so at both its ends', () => {
  const cloth = smallCloth();
  setExpected(cloth, ['a'], true);
  const { connectors, edges } = outlineOf(readSnapshot(cloth));
  expect(connectors[0]?.expected).toEqual(['boeken']);
  expect(edges[0]?.ingredients[0]?.expected).toEqual(['Heleen']);
});
