import { expect, test } from 'vitest';
import { obstacleTo, readPaste } from '../../../client/panels/capture/written.ts';
import { LIMITS } from '../../../shared/cloth/schema.ts';

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
  const started = performance.now();
  expect(readPaste('a'.repeat(5_000_000))).toEqual({ kind: 'huge' });
  expect(performance.now() - started).toBeLessThan(500);
});

test('too long and too many are told apart, with how much', () => {
  expect(obstacleTo(['boekenlijst'], 0)).toBeNull();
  expect(obstacleTo(['a'.repeat(LIMITS.itemText)], 0)).toBeNull();
  expect(obstacleTo(['kort', 'a'.repeat(LIMITS.itemText + 7)], 0)).toEqual({ kind: 'too-long', by: 7 });
  expect(obstacleTo(['een', 'twee'], LIMITS.items - 1)).toEqual({ kind: 'no-room', room: 1 });
  expect(obstacleTo(['een'], LIMITS.items + 3)).toEqual({ kind: 'no-room', room: 0 });
});
