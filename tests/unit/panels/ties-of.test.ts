import { expect, test } from 'vitest';
import { tiesOf } from '../../../client/panels/ties/ties-of.ts';
import { addItems } from '../../../shared/commands/items.ts';
import { addTies } from '../../../shared/commands/ties.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { item, smallCloth } from '../../support/cloth.ts';

test('every tie once: with its connector, the way to the initiative first; straight ones by themselves', () => {
  const cloth = smallCloth();
  addItems(cloth, [item('Theo', { kind: 'connector', createdAt: 9 }), item('film', { createdAt: 9 })]);
  addTies(cloth, [
    { id: 'c', from: 'Theo', to: 'Heleen', createdAt: 10 },
    { id: 'd', from: 'initiative', to: 'film', createdAt: 11 },
  ]);
  const groups = tiesOf(readSnapshot(cloth));
  expect(
    groups.map(({ connector, rows }) => [connector?.id, rows.map(({ tie, other }) => [tie.id, other?.id])]),
  ).toEqual([
    [
      'Heleen',
      [
        ['b', undefined],
        ['a', 'boeken'],
        ['c', 'Theo'],
      ],
    ],
    [undefined, [['d', 'film']]],
  ]);
});
