import { expect, test } from 'vitest';
import {
  PREPARATION_FILE,
  type Preparation,
  readPreparation,
  writePreparation,
} from '../../../shared/formats/preparation.ts';

const preparation: Preparation = {
  initiative: 'leesplezier',
  language: 'nl',
  seats: ['Gemma', 'Caroline', ''],
  connectors: 5,
  minutes: { 2: 20, 3: 30 },
};

test('what is written is read again, and written the same', () => {
  const file = writePreparation(preparation);
  const read = readPreparation(file);
  expect(read).toEqual(preparation);
  expect(read && writePreparation(read)).toBe(file);
});

test('what it does not know is passed over', () => {
  const later = { ...JSON.parse(writePreparation(preparation)), mood: 'good' };
  expect(readPreparation(JSON.stringify(later))).toEqual(preparation);
});

test.each([
  ['no JSON', '{'],
  ['a cloth file', '{"format":"tafelkleed","version":1}'],
  ['another version', JSON.stringify({ ...JSON.parse(writePreparation(preparation)), version: 2 })],
  ['too many seats', writePreparation({ ...preparation, seats: Array.from({ length: 25 }, () => '') })],
  ['a name that is too long', writePreparation({ ...preparation, initiative: 'x'.repeat(121) })],
  ['half a circle', writePreparation({ ...preparation, connectors: 2.5 })],
  ['a thirteenth circle', writePreparation({ ...preparation, connectors: 13 })],
  ['no time', writePreparation({ ...preparation, minutes: { 2: 0 } })],
  ['another language', writePreparation(preparation).replace('"nl"', '"fr"')],
  ['too long', ' '.repeat(PREPARATION_FILE.maxLength + 1)],
])('%s is none', (_what, text) => {
  expect(readPreparation(text)).toBeNull();
});
