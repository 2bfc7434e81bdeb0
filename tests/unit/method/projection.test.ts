import { expect, test } from 'vitest';
import { readSnapshot } from '../../../shared/document/read.ts';
import { projectSnapshot } from '../../../shared/method/projection.ts';
import { ITEM_DETAILS, NO_DETAILS } from '../../../shared/model/records.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { smallCloth } from '../../support/cloth.ts';

const cloth = (change: Partial<ClothSnapshot> = {}): ClothSnapshot => ({ ...readSnapshot(smallCloth()), ...change });
const all = { names: 'all', leftOut: [] } as const;

test('no detail of an item is shown unless somebody decided that it is, also not one that is new', () => {
  const [first] = cloth().items;
  if (!first) throw new Error('there is an item');
  const full = Object.fromEntries(Object.keys(ITEM_DETAILS).map((key) => [key, 'a secret']));
  const { items } = projectSnapshot(cloth({ items: [{ ...first, ...full } as typeof first] }), all, false);
  expect(items).toEqual([expect.objectContaining({ ...NO_DETAILS, text: 'boeken', by: '', seat: null })]);
});

test('who asked to be left out is nowhere: not as an item, in a sentence, in the middle or in the name of a moment', () => {
  const from = cloth({
    initiative: 'met Heleén naar buiten',
    moments: [{ id: 'm', name: 'na Heleen', createdAt: 1, by: 'Heleen' }],
  });
  const shown = projectSnapshot(from, { names: 'all', leftOut: ['heleen'] }, false);
  expect(JSON.stringify(shown).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()).not.toContain('heleen');
  expect(shown.initiative).toBe('met … naar buiten');
  // Ties to what is not shown go with it; a longer word that begins alike stays.
  expect(shown.ties).toEqual([]);
  expect(
    projectSnapshot(cloth({ initiative: 'Heleens plan' }), { names: 'all', leftOut: ['heleen'] }, false).initiative,
  ).toBe('Heleens plan');
});

test('sources only: connectors and whoever has a position are dots', () => {
  const { items } = projectSnapshot(cloth(), { names: 'sources', leftOut: [] }, false);
  expect(items.map(({ text }) => text)).toEqual(['boeken', '…']);
});
