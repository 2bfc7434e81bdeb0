import { expect, test } from 'vitest';
import { readPaste } from '../../../shared/formats/pasted-words.ts';

test('one line is pasted as ever, blank lines around it or not', () => {
  expect(readPaste('boekenlijst')).toEqual({ kind: 'plain' });
  expect(readPaste('\n boekenlijst \r\n\n')).toEqual({ kind: 'plain' });
  expect(readPaste('')).toEqual({ kind: 'plain' });
});

test('several lines are asked about, without blanks, bullets of nothing and whatever cannot be seen', () => {
  const pasted = readPaste('\uFEFFboekenlijst\r\n\n  proefles \u200b\n\u200d\nfilm');
  expect(pasted).toEqual({
    kind: 'lines',
    lines: ['boekenlijst', 'proefles', 'film'],
    text: 'boekenlijst\n\n  proefles \n\u200d\nfilm',
  });
});

test('right-to-left words, emoji families and combining letters stay whole', () => {
  const pasted = readPaste('كتب\n👩‍👩‍👧\ne\u0301te');
  expect(pasted.kind === 'lines' && pasted.lines).toEqual(['كتب', '👩‍👩‍👧', 'éte']);
});

test('more than a whole cloth holds is refused at once', () => {
  // Of such a text no more is asked than how long it is: this one has nothing else.
  const unread = { length: 5_000_000 } as unknown as string;
  expect(readPaste(unread)).toEqual({ kind: 'huge' });
});

test.each([
  ['bullets of Word', '•\tboekenlijst\r\n•\tproefles', ['boekenlijst', 'proefles']],
  ['bullets with a blank', '• boekenlijst\n• proefles', ['boekenlijst', 'proefles']],
  ['bullets within bullets', '•\tboeken\no\tlijst\n▪\tklas 4', ['boeken', 'lijst', 'klas 4']],
  ['the o of Word with a blank', 'o boekenlijst\no proefles', ['boekenlijst', 'proefles']],
  ['a numbered list', '1. boekenlijst\n2. proefles\n10. film', ['boekenlijst', 'proefles', 'film']],
  ['letters', 'a) boekenlijst\nb) proefles', ['boekenlijst', 'proefles']],
  ['dashes of mail', '- boekenlijst\n- proefles', ['boekenlijst', 'proefles']],
  ['a row of three cells', 'boekenlijst\tproefles\tfilm', ['boekenlijst', 'proefles', 'film']],
  ['a table', 'boekenlijst\tGemma\nproefles\tTheo', ['boekenlijst', 'Gemma', 'proefles', 'Theo']],
  [
    'cells with line ends',
    '"lezen\nen kijken"\tfilm\n"zeg ""ja""\nvaker"\tles',
    ['lezen\nen kijken', 'film', 'zeg "ja"\nvaker', 'les'],
  ],
  ['quotation marks of the writer', '"ja"\n"nee" zeggen', ['"ja"', '"nee" zeggen']],
  ['soft returns', 'boekenlijst\u000bproefles\n film', ['boekenlijst\nproefles', 'film']],
])('%s: one by one', (_, pasted, lines) => {
  const read = readPaste(pasted);
  expect(read.kind === 'lines' && read.lines).toEqual(lines);
});

test.each([
  ['• boekenlijst', 'boekenlijst'],
  ['1.\tboekenlijst', 'boekenlijst'],
  ['o\tboekenlijst', 'boekenlijst'],
  ['"lezen\nen kijken"', 'lezen\nen kijken'],
  ['"lezen\r\nen kijken"\r\n', 'lezen\nen kijken'],
])('%j alone goes into the field as %j', (pasted, text) => {
  expect(readPaste(pasted)).toEqual({ kind: 'line', text });
});

test.each(['4. havo', 'o ja, het boek', '-5 graden', '"ja" zeggen', 'a. de Vries', '3) of 4'])(
  '%j is somebody’s own words',
  (own) => {
    expect(readPaste(own)).toEqual({ kind: 'plain' });
  },
);
