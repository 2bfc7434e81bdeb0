import { expect, test } from 'vitest';
import type { Standing } from '../../../shared/method/knows.ts';
import { knowsSentence } from '../../../shared/method/knows-sentence.ts';

test('what somebody says stands in a sentence between one pair of quotation marks', () => {
  const standing: Standing = {
    node: 'n',
    name: '“mijn klas wil filmen”',
    sheet: 's',
    kind: 'ingredient',
    positions: [],
    isPerson: false,
    with: ['"film"', '’s avonds'],
    isTied: true,
    leadsTo: '',
  };
  expect(knowsSentence(standing, 'taal leeft', 'nl')).toBe(
    'Bij “taal leeft” stond “mijn klas wil filmen”, verbonden met “film” en “’s avonds”.',
  );
});
