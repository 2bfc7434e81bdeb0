import { expect, test } from 'vitest';
import { findKey, mintKey, newClothId, newJoinCode, normaliseJoinCode } from '../../../server/core/keys.ts';

test('a key opens its own role, and nothing is stored that opens it', () => {
  const minted = [mintKey('facilitator', 1), mintKey('viewer', 1)];
  const stored = minted.map((entry) => entry.stored);
  for (const { key, stored: own } of minted) {
    expect(findKey(key, stored)).toBe(own);
    expect(findKey(own.hash, stored)).toBeNull();
    expect(Buffer.from(key, 'base64url')).toHaveLength(18);
    expect(JSON.stringify(own)).not.toContain(key);
  }
  expect(findKey('', stored)).toBeNull();
  expect(findKey('', [])).toBeNull();
});

test('no key ends in a sign that a program which finds links in a text takes for the end of the sentence', () => {
  const keys = Array.from({ length: 500 }, () => mintKey('viewer', 1).key);
  expect(keys.filter((key) => !/[0-9A-Za-z]$/.test(key))).toEqual([]);
});

test('ids and codes are of the letters they promise', () => {
  for (let times = 0; times < 100; times++) {
    expect(newClothId()).toMatch(/^[0-9A-Za-z]{16}$/);
    const code = newJoinCode();
    expect(normaliseJoinCode(code)).toBe(code);
  }
});

test.each([
  ['acdefgh', 'ACDEFGH'],
  [' ACD EFGH ', 'ACDEFGH'],
  ['acd-efgh', 'ACDEFGH'],
  ['ａｃｄｅｆｇｈ', 'ACDEFGH'],
  ['ACDEFG', null],
  ['ACDEFGHJ', null],
  ['ACDEFG0', null],
  ['', null],
  ['😀😀😀', null],
])('"%s" typed is the code %s', (typed, code) => {
  expect(normaliseJoinCode(typed)).toBe(code);
});
