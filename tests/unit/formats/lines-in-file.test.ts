import { expect, test } from 'vitest';
import { createCloth } from '../../../shared/commands/create.ts';
import { importClothFile } from '../../../shared/commands/import-file.ts';
import { addItems, setLeadsTo } from '../../../shared/commands/items.ts';
import { addNote, roundOffPath, setCarriedBy, setFinishedWhen, standAt } from '../../../shared/commands/path.ts';
import { addMarks, roundOffTheme, setPeriod } from '../../../shared/commands/programme.ts';
import { editWords } from '../../../shared/commands/words.ts';
import type { ClothDoc } from '../../../shared/document/cloth-doc.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { readClothFile, writeClothFile } from '../../../shared/formats/cloth-file.ts';
import { snapshotOfFile } from '../../../shared/formats/file-snapshot.ts';
import { emptyCloth, item } from '../../support/cloth.ts';

const made = { by: 'Ria', createdAt: 5 };

/** A theme sheet with a whole line, and a path: all that a file can hold of both. */
function told(): ClothDoc {
  const cloth = emptyCloth();
  createCloth(cloth.doc, { sheet: 'theme', title: 'Leesplezier', seats: 0, createdAt: 1 });
  addItems(cloth, [item('voorlezen')]);
  setLeadsTo(cloth, 'voorlezen', 'een-kleed');
  setPeriod(cloth, '2026-09-01', '2027-02-28', { id: 'slot', ...made });
  addMarks(cloth, [
    { id: 'een', kind: 'meeting', day: '2026-10-06', words: 'Wie leest wat?', preparation: 'Lijstje maken', ...made },
    { id: 'twee', kind: 'activity', activity: 'talking', day: '2026-09-15', ...made },
    { id: 'nooit', kind: 'meeting', day: 'binnenkort', ...made },
  ]);
  roundOffTheme(cloth, '2027-03-01', 'We lezen door.');
  standAt(cloth, '8');
  addNote(cloth, { id: 'n', stone: '4', words: 'Klaar in mei', ...made });
  setCarriedBy(cloth, 'Ria en Theo');
  setFinishedWhen(cloth, 'Als iedereen voorleest');
  roundOffPath(cloth, '2027-05-01');
  return cloth;
}

function fileOf(cloth: ClothDoc) {
  const read = readClothFile(writeClothFile(readSnapshot(cloth)));
  if (!read.ok) throw new Error(JSON.stringify(read.why));
  return read.file;
}

test('a file carries the line and the path whole, and gives the same bytes again', () => {
  const cloth = told();
  const file = fileOf(cloth);
  const snapshot = readSnapshot(cloth);
  expect(snapshotOfFile(file)).toEqual({ ...snapshot, seats: [] });
  expect(snapshot.programme?.marks.map(({ id }) => id)).toEqual(['een', 'slot', 'twee']);
  const other = emptyCloth();
  createCloth(other.doc, { sheet: 'theme', title: 'Leesplezier', seats: 0, createdAt: 1 });
  importClothFile(other, file);
  expect(writeClothFile(readSnapshot(other))).toBe(writeClothFile(snapshot));
});

test('laid where something was said already, a file adds and never replaces', () => {
  const cloth = told();
  const file = fileOf(cloth);
  editWords(cloth, { of: 'preparation', mark: 'een' }, 'Lijstje is er');
  setCarriedBy(cloth, 'Gemma');
  importClothFile(cloth, file);
  const { programme, path } = readSnapshot(cloth);
  expect(programme?.marks.find(({ id }) => id === 'een')?.preparation).toBe('Lijstje is er');
  expect(path?.carriedBy).toBe('Gemma');
});

test('a cloth of which none of it is said has the file it always had', () => {
  const cloth = emptyCloth();
  addItems(cloth, [item('boeken')]);
  const text = writeClothFile(readSnapshot(cloth));
  for (const word of ['programme', 'path', 'leadsTo', '"sheet"']) expect(text).not.toContain(word);
});

test('a file with a day that is none is refused, and says where', () => {
  const text = writeClothFile(readSnapshot(told())).replace('2026-10-06', '2026-02-30');
  expect(readClothFile(text)).toEqual({ ok: false, why: { problem: 'malformed', where: 'programme.marks[0].day' } });
});

test('no period ends before it starts', () => {
  const cloth = emptyCloth();
  expect(setPeriod(cloth, '2026-09-01', '2026-08-01', { id: 'slot', ...made })).toEqual([]);
  expect(readSnapshot(cloth).programme).toBeUndefined();
});
