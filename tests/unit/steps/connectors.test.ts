import { expect, test } from 'vitest';
import { connectorsRules } from '../../../client/steps/connectors/rules.ts';
import { FIRST_SESSION } from '../../../shared/model/session.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { plainCloth, plainItem, plainTie } from '../layout/plain-cloth.ts';

const promptOf = (cloth: Partial<ClothSnapshot>) => {
  const { items = [], ties = [] } = cloth;
  return connectorsRules.promptOf(plainCloth({ items, ties }), FIRST_SESSION);
};
const books = plainItem('boeken', [0, -400]);
const heleen = plainItem('Heleen', [0, -200], { kind: 'connector' });

test('asks for a first connector, then for lines, then whether it is really so', () => {
  expect(promptOf({})).toBe('first');
  expect(promptOf({ items: [books] })).toBe('first');
  expect(promptOf({ items: [books, heleen] })).toBe('tie');
  expect(promptOf({ items: [books, heleen], ties: [plainTie('Heleen', 'initiative')] })).toBe('tie');
  const ties = [plainTie('boeken', 'Heleen'), plainTie('Heleen', 'initiative')];
  expect(promptOf({ items: [books, heleen], ties })).toBe('ask');
});
