import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createCloth } from '../../../shared/commands/create.ts';
import { addItems } from '../../../shared/commands/items.ts';
import { layProjection } from '../../../shared/commands/lay-projection.ts';
import { addNote, setCarriedBy, setFinishedWhen, standAt } from '../../../shared/commands/path.ts';
import { addMarks, roundOffTheme, setPeriod } from '../../../shared/commands/programme.ts';
import { openCloth } from '../../../shared/document/cloth-doc.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { nodesBy, standingsOf } from '../../../shared/method/knows.ts';
import { projectSnapshot } from '../../../shared/method/projection.ts';
import { ITEM_DETAILS, NO_DETAILS } from '../../../shared/model/records.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { emptyCloth, item, smallCloth } from '../../support/cloth.ts';

const cloth = (change: Partial<ClothSnapshot> = {}): ClothSnapshot => ({ ...readSnapshot(smallCloth()), ...change });
const all = { names: 'all', leftOut: [] } as const;

test('of a line the days and what they are about are shown, of a path where one is; nothing that was prepared, noted or agreed', () => {
  const doc = emptyCloth();
  setPeriod(doc, '2026-09-01', '2026-12-20', { id: 'end', by: 'Gemma', createdAt: 1, words: 'feest met Heleen' });
  const meeting = { id: 'm', kind: 'meeting', day: '2026-10-01', words: 'de eerste keer', by: 'Gemma' } as const;
  addMarks(doc, [{ ...meeting, preparation: 'een geheim', createdAt: 2 }]);
  roundOffTheme(doc, '2026-12-21', 'het gaat door');
  standAt(doc, '8');
  setCarriedBy(doc, 'een geheim');
  setFinishedWhen(doc, 'een geheim');
  addNote(doc, { id: 'n', stone: '1', words: 'een geheim', by: 'Gemma', createdAt: 3 });
  const shown = projectSnapshot(readSnapshot(doc), { names: 'all', leftOut: ['heleen'] }, false);
  expect(shown.programme).toMatchObject({ period: '2026-09-01/2026-12-20', lastWords: 'het gaat door' });
  expect(shown.programme?.marks.map(({ kind, words }) => [kind, words])).toEqual([
    ['manifestation', 'feest met …'],
    ['meeting', 'de eerste keer'],
  ]);
  expect(shown.path).toMatchObject({ at: '8', notes: [] });
  for (const hidden of ['geheim', 'Gemma', 'Heleen']) expect(JSON.stringify(shown)).not.toContain(hidden);
  expect(projectSnapshot(readSnapshot(doc), all, true).programme?.lastWords).toBe('███ ████ ████');

  // A document laid from it reads the same, also when it is laid over one of before and when all is gone again.
  const laid = emptyCloth();
  for (const snapshot of [projectSnapshot(readSnapshot(doc), all, false), shown]) {
    layProjection(laid, snapshot);
    expect(readSnapshot(laid)).toMatchObject({ programme: snapshot.programme, path: snapshot.path });
  }
  const { programme: _, path: __, ...bare } = shown;
  layProjection(laid, bare);
  expect([readSnapshot(laid).programme, readSnapshot(laid).path]).toEqual([undefined, undefined]);
});

test('no detail of an item is shown unless somebody decided that it is, also not one that is new', () => {
  const [first] = cloth().items;
  if (!first) throw new Error('there is an item');
  const full = Object.fromEntries(Object.keys(ITEM_DETAILS).map((key) => [key, 'a secret']));
  const { items } = projectSnapshot(cloth({ items: [{ ...first, ...full } as typeof first] }), all, false);
  expect(items).toEqual([
    expect.objectContaining({ ...NO_DETAILS, leadsTo: 'a secret', text: 'boeken', by: '', seat: null }),
  ]);
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

test('on a theme sheet whoever stands in the box of the network is somebody: a dot too, and no bare first name is joined', () => {
  const doc = new Y.Doc();
  createCloth(doc, { sheet: 'theme', createdAt: 1 });
  const theme = openCloth(doc);
  addItems(theme, [
    item('Karin', { pos: [800, -600], createdAt: 1 }),
    item('leesclub', { pos: [-900, 0], createdAt: 2 }),
  ]);
  const snapshot = readSnapshot(theme);
  const { items } = projectSnapshot(snapshot, { names: 'sources', leftOut: [] }, false);
  expect(items.map(({ text }) => text)).toEqual(['…', 'leesclub']);
  const standings = standingsOf('taal', projectSnapshot(snapshot, all, false), nodesBy([]));
  expect(standings.map(({ node }) => node)).toEqual(['karin@taal', 'leesclub']);
});
