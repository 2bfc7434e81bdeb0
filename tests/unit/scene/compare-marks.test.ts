import { expect, test } from 'vitest';
import { addItems, movePosition, removeItems } from '../../../shared/commands/items.ts';
import { addTies, setExpected } from '../../../shared/commands/ties.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { compareMarks } from '../../../shared/scene/compare-marks.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { item, smallCloth } from '../../support/cloth.ts';

const ids = (shapes: readonly { readonly id: string }[]) => shapes.map(({ id }) => id);

test('what is new is marked where it is, and what is gone where it was, with its ties', () => {
  const cloth = smallCloth();
  addItems(cloth, [item('film', { pos: [300, 0], createdAt: 8 })]);
  addTies(cloth, [{ id: 'c', from: 'film', to: 'Heleen', createdAt: 9 }]);
  const then = readSnapshot(cloth);
  removeItems(cloth, ['film']);
  addItems(cloth, [item('Theo', { kind: 'connector', pos: [-200, 90], createdAt: 9 })]);
  addTies(cloth, [{ id: 'd', from: 'Theo', to: 'initiative', createdAt: 9 }]);
  const marks = compareMarks(then, readSnapshot(cloth), fontMeasure);
  expect(ids(marks.added)).toEqual(['Theo']);
  expect(marks.gone.map(({ id, centre }) => [id, centre])).toEqual([['film', [300, 0]]]);
  expect(ids(marks.tied)).toEqual(['d']);
  expect(ids(marks.untied)).toEqual(['c']);
  expect(marks.moved).toEqual([]);
});

test('a tie that turned from expected to real, or back, is marked as it is drawn now', () => {
  const cloth = smallCloth();
  setExpected(cloth, ['a'], true);
  const then = readSnapshot(cloth);
  setExpected(cloth, ['a'], false);
  setExpected(cloth, ['b'], true);
  const marks = compareMarks(then, readSnapshot(cloth), fontMeasure);
  expect(marks.provedReal.map(({ id, expected }) => [id, expected])).toEqual([['a', false]]);
  expect(marks.onlyExpected.map(({ id, expected }) => [id, expected])).toEqual([['b', true]]);
  expect([marks.tied, marks.untied]).toEqual([[], []]);
});

test('a lost letter keeps a place on the rim, beside those that are there', () => {
  const cloth = smallCloth();
  movePosition(cloth, 'Heleen', null, 's');
  movePosition(cloth, 'Heleen', null, 'g');
  const then = readSnapshot(cloth);
  movePosition(cloth, 'Heleen', 'g', 'p');
  const [moved, ...more] = compareMarks(then, readSnapshot(cloth), fontMeasure).moved;
  expect(more).toEqual([]);
  expect(moved?.shape.badges.map(({ letter }) => letter)).toEqual(['p', 's']);
  expect(moved?.gained.map(({ letter }) => letter)).toEqual(['p']);
  expect(moved?.lost.map(({ letter }) => letter)).toEqual(['g']);
  const places = [...(moved?.shape.badges ?? []), ...(moved?.lost ?? [])].map(({ centre }) => centre.join(' '));
  expect(new Set(places).size).toBe(3);
});
