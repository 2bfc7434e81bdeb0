import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { setClothLanguage, setStepMinutes } from '../../../shared/commands/cloth.ts';
import { setContactBy, setContactWhen, setTogether } from '../../../shared/commands/contacts.ts';
import { createCloth } from '../../../shared/commands/create.ts';
import { importClothFile } from '../../../shared/commands/import-file.ts';
import { removeItems, setAsked, setPosition } from '../../../shared/commands/items.ts';
import { keepMoment } from '../../../shared/commands/moments.ts';
import { takeSeat } from '../../../shared/commands/seats.ts';
import { setExpected } from '../../../shared/commands/ties.ts';
import { editWords } from '../../../shared/commands/words.ts';
import { type ClothDoc, openCloth } from '../../../shared/document/cloth-doc.ts';
import { momentFile } from '../../../shared/document/moment-file.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { UndoStack } from '../../../shared/document/undo.ts';
import { CLOTH_FILE, type ClothFile, readClothFile, writeClothFile } from '../../../shared/formats/cloth-file.ts';
import { fileMoments } from '../../../shared/formats/file-moments.ts';
import { CIRCLES } from '../../../shared/model/schema.ts';
import { smallCloth } from '../../support/cloth.ts';

const laid = (title?: string): ClothDoc => {
  const doc = new Y.Doc();
  createCloth(doc, { ...(title ? { title } : {}), createdAt: 5 });
  return openCloth(doc);
};

const fileOf = (cloth: ClothDoc): ClothFile => {
  const read = readClothFile(writeClothFile(readSnapshot(cloth)));
  if (!read.ok) throw new Error(JSON.stringify(read.why));
  return read.file;
};

function fullCloth(): ClothDoc {
  const cloth = smallCloth();
  cloth.meta.set('circles', CIRCLES);
  editWords(cloth, { of: 'initiative' }, 'leesplezier');
  editWords(cloth, { of: 'clarification', item: 'boeken' }, 'die je zelf kiest 📚');
  setPosition(cloth, ['Heleen'], 's', true);
  setPosition(cloth, ['Heleen'], 'p', true);
  takeSeat(cloth, { holder: 'device', name: 'Gemma' });
  setAsked(cloth, 'boeken', true);
  setTogether(cloth, 'boeken', 'Heleen', true);
  setContactWhen(cloth, 'Heleen', 'na de studiedag');
  setContactBy(cloth, 'Heleen', 'Gemma');
  setExpected(cloth, ['a'], true);
  setStepMinutes(cloth, 2, 20);
  setClothLanguage(cloth, 'nl-BE');
  return cloth;
}

describe('the cloth file', () => {
  it('export → import → export gives the same bytes', () => {
    const full = fullCloth();
    const cloth = laid();
    importClothFile(cloth, fileOf(full));
    expect(writeClothFile(readSnapshot(cloth))).toBe(writeClothFile(readSnapshot(full)));
  });

  it('names the language a cloth was prepared in, and nothing else that stands in its place', () => {
    expect(fileOf(fullCloth()).meta.language).toBe('nl-BE');
    const strange = fullCloth();
    setClothLanguage(strange, '<b>nl</b>');
    expect(fileOf(strange).meta.language).toBeUndefined();
  });

  it('does not say who held which seat on which device', () => {
    expect(writeClothFile(readSnapshot(fullCloth()))).not.toContain('device');
  });

  it('adds to a cloth in use and replaces nothing', () => {
    const cloth = laid('Pilotles');
    takeSeat(cloth, { holder: 'h', name: 'Gemma' });
    const before = readSnapshot(cloth);
    importClothFile(cloth, fileOf(fullCloth()));
    const after = readSnapshot(cloth);
    expect(after.initiative).toBe('Pilotles');
    expect(after.seats).toEqual(before.seats);
    expect(after.items.map((record) => record.text).sort()).toEqual(['Heleen', 'boeken', 'leesplezier']);
    expect(after.items.find((record) => record.id === 'Heleen')?.positions).toEqual(['p', 's']);
    expect(after.ties).toHaveLength(2);
  });

  it('laid twice on the same cloth, is there once; what was wiped out returns as it was here', () => {
    const cloth = fullCloth();
    const file = fileOf(cloth);
    const before = readSnapshot(cloth);
    importClothFile(cloth, file);
    expect(readSnapshot(cloth)).toEqual(before);
    removeItems(cloth, ['boeken']);
    importClothFile(cloth, file);
    expect(readSnapshot(cloth)).toEqual(before);
  });

  it('is one action to undo', () => {
    const cloth = laid('Pilotles');
    const before = readSnapshot(cloth);
    const stack = new UndoStack(cloth);
    stack.push(importClothFile(cloth, fileOf(fullCloth())));
    stack.undo();
    expect({ ...readSnapshot(cloth), seats: [] }).toEqual({ ...before, seats: [] });
  });

  it('leaves out doubled ids and dangling ties, and counts them', () => {
    const file = fileOf(fullCloth());
    const [first] = file.items;
    const [tie] = file.ties;
    if (!first || !tie) throw new Error('the cloth has items and ties');
    const spoiled = { ...file, items: [...file.items, first], ties: [...file.ties, { ...tie, id: 'z', to: 'gone' }] };
    const read = readClothFile(JSON.stringify(spoiled));
    expect(read).toEqual({ ok: true, file, leftOut: { doubled: 1, dangling: 1 } });
  });

  it.each([
    ['{', { problem: 'no-json' }],
    ['', { problem: 'no-json' }],
    ['[]', { problem: 'no-cloth' }],
    ['{"format":"tldraw","version":1}', { problem: 'no-cloth' }],
    ['{"format":"tafelkleed","version":2}', { problem: 'newer-version' }],
    ['{"format":"tafelkleed","version":1}', { problem: 'malformed', where: 'meta' }],
  ])('refuses %s', (text, why) => {
    expect(readClothFile(text)).toEqual({ ok: false, why });
  });

  it('says where a record does not fit', () => {
    const file = fileOf(fullCloth());
    const [first, second] = file.items;
    if (!first || !second) throw new Error('the cloth has two items');
    const spoiled = { ...file, items: [first, { ...second, pos: [0, 'x'] }] };
    expect(readClothFile(JSON.stringify(spoiled))).toEqual({
      ok: false,
      why: { problem: 'malformed', where: 'items[1].pos[1]' },
    });
  });

  it('refuses a file too large to be a cloth before parsing it', () => {
    expect(readClothFile(' '.repeat(CLOTH_FILE.maxLength + 1))).toEqual({ ok: false, why: { problem: 'too-large' } });
  });
});

describe('moments in a file', () => {
  const saved = (cloth: ClothDoc) => {
    const snapshot = readSnapshot(cloth);
    return writeClothFile(snapshot, fileMoments(snapshot.moments, (id) => momentFile(cloth, id)).moments);
  };
  function withMoments(): ClothDoc {
    const cloth = fullCloth();
    keepMoment(cloth, { name: 'na de studiedag', by: 'Gemma', createdAt: 10 });
    editWords(cloth, { of: 'initiative' }, 'leesplezier in 4 vwo');
    keepMoment(cloth, { name: 'voor de zomer', by: 'Theo', createdAt: 20 });
    return cloth;
  }

  it('go along, and export → import → export gives the same bytes', () => {
    const first = saved(withMoments());
    const read = readClothFile(first);
    if (!read.ok) throw new Error(JSON.stringify(read.why));
    expect(read.file.moments?.map(({ name, cloth }) => [name, cloth.initiative])).toEqual([
      ['na de studiedag', 'leesplezier'],
      ['voor de zomer', 'leesplezier in 4 vwo'],
    ]);
    const cloth = laid();
    importClothFile(cloth, read.file);
    expect(saved(cloth)).toBe(first);
    // Laid again they are there once.
    importClothFile(cloth, read.file);
    expect(readSnapshot(cloth).moments).toHaveLength(2);
  });

  it('that cannot be read are left out and counted, and the newest fit first', () => {
    const { moments } = readSnapshot(withMoments());
    expect(fileMoments(moments, () => 'no file')).toEqual({ moments: [], leftOut: 2 });
    expect(fileMoments(moments, () => null).leftOut).toBe(2);
    const long = (id: string) => (id === moments[0]?.id ? `${'x'.repeat(13_000_000)}` : null);
    expect(fileMoments(moments, long).leftOut).toBe(2);
  });
});
