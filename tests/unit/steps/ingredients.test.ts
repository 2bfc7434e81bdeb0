import { expect, test } from 'vitest';
import { ingredientsRules } from '../../../client/steps/ingredients/rules.ts';
import { FIRST_SESSION } from '../../../shared/model/session.ts';
import { plainCloth } from '../layout/plain-cloth.ts';

const cloth = plainCloth();

test('asks to write, to write in quiet, or to read while all walk round the table', () => {
  expect(ingredientsRules.promptOf(cloth, FIRST_SESSION)).toBe('write');
  expect(ingredientsRules.promptOf(cloth, { ...FIRST_SESSION, quiet: true })).toBe('quiet');
  const walk = { seat: 'gemma', turn: 1 };
  expect(ingredientsRules.promptOf(cloth, { ...FIRST_SESSION, quiet: true, walk })).toBe('walk');
});
