import { expect, test } from 'vitest';
import { outlineOf } from '../../../client/panels/outline/outline-of.ts';
import { addItems } from '../../../shared/commands/items.ts';
import { removeSeat, takeSeat } from '../../../shared/commands/seats.ts';
import { addTies, setExpected } from '../../../shared/commands/ties.ts';
import type { ClothDoc } from '../../../shared/document/cloth-doc.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { placeIngredients } from '../../../shared/layout/placing.ts';
import { maskSnapshot } from '../../../shared/model/mask.ts';
import type { Point } from '../../../shared/model/schema.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { emptyCloth, item, smallCloth } from '../../support/cloth.ts';

test('connectors with what they are tied to, then each edge with its ingredients in the order written', () => {
  const cloth = smallCloth();
  const { seat } = takeSeat(cloth, { holder: 'device', name: 'Theo' });
  const pos = placeBefore(cloth, seat);
  addItems(cloth, [item('film', { pos, createdAt: 9 }), item('Élan', { pos, createdAt: 5 })]);
  addTies(cloth, [{ id: 'c', from: 'initiative', to: 'film', createdAt: 10 }]);
  const { connectors, edges, found } = outlineOf(readSnapshot(cloth));
  expect(connectors.map(({ item: { text }, ties }) => [text, ties.map(({ other }) => other)])).toEqual([
    ['Heleen', ['boeken', 'initiative']],
  ]);
  expect(edges.map((edge) => [edge.seat?.name ?? null, edge.ingredients.map((each) => each.item.text)])).toEqual([
    ['Theo', ['Élan', 'film']],
    [null, ['boeken']],
  ]);
  expect(edges[0]?.ingredients[1]?.ties).toMatchObject([{ other: 'initiative' }]);
  expect(found).toBe(4);
});

test('on a theme sheet a slip stands in the box where it lies, and an empty box stands there to write in', () => {
  const cloth = emptyCloth();
  addItems(cloth, [
    item('verhaal', { pos: [-200, -500] }),
    item('idee', { pos: [-800, 0] }),
    item('Karin', { kind: 'connector' }),
  ]);
  const snapshot = readSnapshot(cloth);
  const theme = { ...snapshot, meta: { ...snapshot.meta, sheet: 'theme' as const } };
  const groups = (sought?: string) =>
    outlineOf(theme, sought).edges.map(({ box, ingredients }) => [box, ...ingredients.map((each) => each.item.text)]);
  expect(groups()).toEqual([
    ['name'],
    ['story', 'verhaal'],
    ['ideas', 'idee'],
    ['initiatives'],
    ['remarks'],
    ['network'],
    ['timeline'],
  ]);
  expect(groups('idee')).toEqual([['ideas', 'idee']]);
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

test('a thing stands under the edge where it lies, whoever wrote it, and else in the middle', () => {
  const cloth = emptyCloth();
  const { seat: gemma } = takeSeat(cloth, { holder: 'one', name: 'Gemma' });
  const { seat: theo } = takeSeat(cloth, { holder: 'other', name: 'Theo' });
  addItems(cloth, [item('film', { seat: gemma, pos: placeBefore(cloth, theo) }), item('boek', { seat: theo })]);
  expect(outlineOf(readSnapshot(cloth)).edges).toMatchObject([
    { seat: { name: 'Theo' }, ingredients: [{ item: { text: 'film' } }] },
    { seat: null, ingredients: [{ item: { text: 'boek' } }] },
  ]);
  if (theo) removeSeat(cloth, theo);
  expect(outlineOf(readSnapshot(cloth)).edges.flatMap(({ ingredients }) => ingredients).length).toBe(2);
});

test('words that are hidden are not to be found by their letters', () => {
  const cloth = emptyCloth();
  addItems(cloth, [item('film')]);
  const hidden = maskSnapshot(readSnapshot(cloth), () => true);
  expect(outlineOf(hidden, '█').found).toBe(0);
  expect(outlineOf(hidden).found).toBe(1);
});

test('a tie that is expected is named so at both its ends', () => {
  const cloth = smallCloth();
  setExpected(cloth, ['a'], true);
  const { connectors, edges } = outlineOf(readSnapshot(cloth));
  expect(connectors[0]?.ties).toMatchObject([
    { other: 'boeken', tie: { expected: true } },
    { other: 'initiative', tie: { expected: false } },
  ]);
  expect(edges[0]?.ingredients[0]?.ties).toMatchObject([{ other: 'Heleen', tie: { expected: true } }]);
});

/** A place before a seat. */
function placeBefore(cloth: ClothDoc, seat: string | null): Point {
  const [place = [0, 0]] = placeIngredients(readSnapshot(cloth), seat, ['x'], fontMeasure);
  return place as Point;
}
