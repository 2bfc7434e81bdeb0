import { expect, test } from 'vitest';
import { layParts } from '../../../client/document/lay-parts.ts';
import { LARGEST_ACTION, LARGEST_CHANGE, sizeOf } from '../../../client/document/too-large.ts';
import { importClothFile } from '../../../shared/commands/import-file.ts';
import { addItems } from '../../../shared/commands/items.ts';
import { addTies } from '../../../shared/commands/ties.ts';
import { editWords } from '../../../shared/commands/words.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { type ClothFile, clothFileOf } from '../../../shared/formats/cloth-file.ts';
import { partsOfFile } from '../../../shared/formats/file-parts.ts';
import { emptyCloth, item } from '../../support/cloth.ts';
import { localSession } from '../../support/local-session.ts';

/** Words of which every character is three bytes on the wire. */
const STORY = '語'.repeat(3_000);

/** A file of several times what one change may be, with ties from its first items to its last. */
function bigFile(count = 400): ClothFile {
  const cloth = emptyCloth();
  const all = Array.from({ length: count }, (_, nth) => item(`i${nth}`, { story: STORY, createdAt: nth }));
  addItems(cloth, all);
  const ties = all.map((_, nth) => ({
    id: `t${nth}`,
    from: `i${nth}`,
    to: `i${(nth + count - 1) % count}`,
    createdAt: nth,
  }));
  addTies(cloth, ties);
  editWords(cloth, { of: 'initiative' }, 'leesplezier');
  return clothFileOf(readSnapshot(cloth));
}

test('a file above what one change may be goes in parts that each fit, ties after items', () => {
  const file = bigFile();
  expect(sizeOf((cloth) => importClothFile(cloth, file))).toBeGreaterThan(LARGEST_CHANGE);
  const parts = partsOfFile(file);
  for (const part of parts) expect(sizeOf((cloth) => importClothFile(cloth, part))).toBeLessThan(LARGEST_CHANGE);
  expect(parts.flatMap(({ items }) => items)).toEqual(file.items);
  expect(parts.flatMap(({ ties }) => ties)).toEqual(file.ties);
  const withTies = parts.findIndex(({ ties }) => ties.length > 0);
  expect(parts.slice(withTies).every(({ items }) => items.length === 0)).toBe(true);
  const small = { ...file, items: file.items.slice(0, 2), ties: [] };
  expect(partsOfFile(small)).toEqual([small]);
});

test.each([
  ['', 400],
  ['Pilotles', 401],
])(
  'laid in parts on a cloth called %j it is laid as a whole, once, and taken back in one step',
  (initiative, items) => {
    const file = bigFile();
    const [session, whole] = [localSession({ title: initiative }), localSession({ title: initiative })];
    const before = session.snapshot.getState();
    whole.perform((cloth) => importClothFile(cloth, file));
    expect(layParts(session, file, importClothFile)).toEqual({ kind: 'done' });
    const after = session.snapshot.getState();
    expect(after.items).toHaveLength(items);
    const known = (cloth: ClothFile) => cloth.items.filter(({ id }) => /^i\d+$/.test(id));
    const [laid, laidWhole] = [clothFileOf(after), clothFileOf(whole.snapshot.getState())];
    expect(known(laid)).toEqual(known(laidWhole));
    expect({ ...laid, items: [], seats: [], meta: [] }).toEqual({ ...laidWhole, items: [], seats: [], meta: [] });
    expect(laid.seats.length).toBe(laidWhole.seats.length);
    session.undo();
    expect(session.snapshot.getState().items).toEqual([]);
    expect(session.snapshot.getState().initiative).toBe(before.initiative);
    expect(session.history.getState().canUndo).toBe(false);
    session.redo();
    expect(clothFileOf(session.snapshot.getState()).items).toEqual(laid.items);
  },
);

test('a file that could not be caught up with after a lost connection is refused whole', () => {
  const session = localSession();
  expect(layParts(session, bigFile(900), importClothFile)).toMatchObject({ kind: 'too-large', limit: LARGEST_ACTION });
  expect(session.snapshot.getState().items).toEqual([]);
});

test('when a part cannot be laid nothing is', () => {
  const session = localSession();
  let left = 2;
  const outcome = layParts(
    {
      seal: () => session.seal(),
      undo: () => session.undo(),
      tryPerform: (intent, key) => (left-- > 0 ? session.tryPerform(intent, key) : { kind: 'may-not-write' }),
    },
    bigFile(),
    importClothFile,
  );
  expect(outcome).toEqual({ kind: 'may-not-write' });
  expect(session.snapshot.getState().items).toEqual([]);
});
