import { expect, test } from 'vitest';
import { Acts } from '../../../client/document/acts.ts';
import { addItems } from '../../../shared/commands/items.ts';
import type { ClothDoc } from '../../../shared/document/cloth-doc.ts';
import { emptyCloth, item } from '../../support/cloth.ts';

test('an intent runs once; only what may be large is tried beside the cloth first', () => {
  const cloth = emptyCloth();
  const acts = new Acts({ cloth, mayBegin: () => true, mayEnd: () => true, done: () => {} });
  const ran: ClothDoc[] = [];
  const adding = (id: string) => (onto: ClothDoc) => {
    ran.push(onto);
    return addItems(onto, [item(id)]);
  };
  expect(acts.perform(adding('films'))).toEqual({ kind: 'done' });
  expect(ran).toEqual([cloth]);
  expect(acts.tryPerform(adding('boeken'))).toEqual({ kind: 'done' });
  expect(ran).toHaveLength(3);
  expect([...cloth.items.keys()]).toEqual(['films', 'boeken']);
});
