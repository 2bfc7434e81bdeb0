import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { applyStored } from '../../../server/sync/guard/apply-stored.ts';

test('updates that can be applied make the document; those that cannot are left out and counted', () => {
  const source = new Y.Doc();
  const updates: Uint8Array[] = [];
  source.on('update', (update: Uint8Array) => updates.push(update));
  for (const word of ['one ', 'two ', 'three']) source.getText('t').insert(source.getText('t').length, word);
  expect(applyStored(updates).refused).toBe(0);

  const poison = new Uint8Array([9, 9, 9]);
  const { doc, refused } = applyStored([poison, ...updates.slice(0, 2), poison, ...updates.slice(2)]);
  expect(refused).toBe(2);
  expect(doc.getText('t').toString()).toBe('one two three');
  expect(applyStored([])).toMatchObject({ refused: 0 });
});
