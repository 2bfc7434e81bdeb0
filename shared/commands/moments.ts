import { nanoid } from 'nanoid';
import { type Change, write } from '../document/change.ts';
import type { ClothDoc } from '../document/cloth-doc.ts';
import { readMoment, readSnapshot } from '../document/read.ts';
import { readAll } from '../document/read-values.ts';
import { writeClothFile } from '../formats/cloth-file.ts';
import { LIMITS } from '../model/schema.ts';
import { cleanName } from '../text/clean-text.ts';

/** Why a moment could not be kept. */
export type MomentRefused = 'too-many' | 'too-large';

/**
 * Keeps the cloth as it is now under a name ("after the study day"), as a cloth file inside the document, so that it is
 * there offline and goes along in every copy.
 */
export function keepMoment(
  cloth: ClothDoc,
  moment: { readonly name: string; readonly by: string; readonly createdAt: number },
): { readonly changes: Change[]; readonly refused: MomentRefused | null } {
  const file = compact(writeClothFile(readSnapshot(cloth)));
  if ([...readAll(cloth.moments, readMoment)].length >= LIMITS.moments) return { changes: [], refused: 'too-many' };
  if (file.length > LIMITS.momentFile) return { changes: [], refused: 'too-large' };
  const name = cleanName(moment.name, LIMITS.name);
  const fields = { name, by: cleanName(moment.by, LIMITS.name), createdAt: moment.createdAt, file };
  return { changes: write(cloth, (writer) => writer.create('moments', nanoid(), fields)), refused: null };
}

export function renameMoment(cloth: ClothDoc, id: string, name: string): Change[] {
  return write(cloth, (writer) => writer.set(['moments', id], 'name', cleanName(name, LIMITS.name)));
}

/** Lets go of a moment: its file too, which is what makes room. Its change list holds the file, so it can be undone. */
export function forgetMoment(cloth: ClothDoc, id: string): Change[] {
  return write(cloth, (writer) => {
    writer.set(['moments', id], 'removed', true);
    writer.set(['moments', id], 'file', undefined);
  });
}

/** Without the indentation that is there for people: a third less in the document. */
function compact(json: string): string {
  return JSON.stringify(JSON.parse(json));
}
