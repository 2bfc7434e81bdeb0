import { expect, test } from 'vitest';
import { contactsRules } from '../../../client/steps/contacts/rules.ts';
import { FIRST_SESSION } from '../../../shared/model/session.ts';
import { plainCloth, plainItem } from '../layout/plain-cloth.ts';

test('has something to prepare as soon as there is a connector', () => {
  const books = plainItem('boeken', [0, -400]);
  const heleen = plainItem('Heleen', [0, -200], { kind: 'connector' });
  expect(contactsRules.promptOf(plainCloth({ items: [books] }), FIRST_SESSION)).toBe('none');
  expect(contactsRules.promptOf(plainCloth({ items: [books, heleen] }), FIRST_SESSION)).toBe('prepare');
});
