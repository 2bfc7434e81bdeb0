import { describe, expect, it } from 'vitest';
import { removeItems } from '../../../shared/commands/items.ts';
import { forgetMoment, keepMoment, renameMoment } from '../../../shared/commands/moments.ts';
import { momentFile } from '../../../shared/document/moment-file.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { UndoStack } from '../../../shared/document/undo.ts';
import { readClothFile } from '../../../shared/formats/cloth-file.ts';
import { snapshotOfFile } from '../../../shared/formats/file-snapshot.ts';
import { LIMITS } from '../../../shared/model/schema.ts';
import { smallCloth } from '../../support/cloth.ts';

const studyDay = { name: 'na de studiedag', by: 'Gemma', createdAt: 50 };

describe('moments', () => {
  it('show the cloth as it was, whatever happened since', () => {
    const cloth = smallCloth();
    const then = readSnapshot(cloth);
    keepMoment(cloth, studyDay);
    removeItems(cloth, ['boeken']);
    const [moment] = readSnapshot(cloth).moments;
    expect(moment).toMatchObject(studyDay);
    const read = readClothFile(momentFile(cloth, moment?.id ?? '') ?? '');
    expect(read?.ok && snapshotOfFile(read.file)).toEqual(then);
  });

  it('can be renamed, forgotten and, by undo, remembered', () => {
    const cloth = smallCloth();
    keepMoment(cloth, studyDay);
    const id = readSnapshot(cloth).moments[0]?.id ?? '';
    renameMoment(cloth, id, 'na het overleg');
    expect(readSnapshot(cloth).moments[0]?.name).toBe('na het overleg');
    const stack = new UndoStack(cloth);
    stack.push(forgetMoment(cloth, id));
    expect(readSnapshot(cloth).moments).toEqual([]);
    expect(momentFile(cloth, id)).toBeNull();
    stack.undo();
    expect(readClothFile(momentFile(cloth, id) ?? '').ok).toBe(true);
  });

  it('are bounded in number, and the one too many says so', () => {
    const cloth = smallCloth();
    for (let n = 0; n < LIMITS.moments; n++) expect(keepMoment(cloth, studyDay).refused).toBeNull();
    expect(keepMoment(cloth, studyDay)).toEqual({ changes: [], refused: 'too-many' });
  });
});
