import { expect, test } from 'vitest';
import { sizeOf } from '../../../client/document/too-large.ts';
import { addItems, moveItems } from '../../../shared/commands/items.ts';
import { item } from '../../support/cloth.ts';

test('the size of what would be written is known without writing it', () => {
  const paste = Array.from({ length: 1_000 }, (_, index) => item(`i${index}`, { text: 'x'.repeat(500) }));
  expect(sizeOf((cloth) => addItems(cloth, paste))).toBeGreaterThan(500_000);
  expect(sizeOf((cloth) => addItems(cloth, [item('a')]))).toBeLessThan(400);
  expect(sizeOf((cloth) => moveItems(cloth, new Map([['a', [1, 1]]])))).toBeLessThan(10);
});
