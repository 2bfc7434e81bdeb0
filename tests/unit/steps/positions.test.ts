import { expect, test } from 'vitest';
import { positionsRules } from '../../../client/steps/positions/rules.ts';
import { FIRST_SESSION } from '../../../shared/model/session.ts';
import type { Item } from '../../../shared/model/snapshot.ts';
import { plainCloth, plainItem } from '../layout/plain-cloth.ts';

const promptOf = (...items: Item[]) => positionsRules.promptOf(plainCloth({ items }), FIRST_SESSION);
const connector = (name: string, fields: Partial<Item> = {}) =>
  plainItem(name, [0, 0], { kind: 'connector', ...fields });

test('begins where nobody holds a position, goes on until every connector has one, then looks at the whole', () => {
  expect(promptOf(connector('Heleen'))).toBe('begin');
  expect(promptOf(connector('Heleen', { positions: ['s', 'l'] }), connector('Theo'))).toBe('go-on');
  expect(promptOf(connector('Heleen', { positions: ['s'] }), plainItem('boeken', [0, 0]))).toBe('look');
});
