import { isSaid, MARK_FIELDS, NOTE_FIELDS, PATH_FIELDS, PROGRAMME_FIELDS } from '../model/records.ts';
import type { Path, PathNote, Programme, ProgrammeMark } from '../model/snapshot.ts';
import type { ClothDoc } from './cloth-doc.ts';
import { byTime, readAll, readDetails, readRecord } from './read-values.ts';

export function readMark(id: string, value: unknown): ProgrammeMark | null {
  const mark = readRecord(id, value, MARK_FIELDS);
  return mark && (mark.kind === 'manifestation' || mark.day !== '') ? mark : null;
}

export function readNote(id: string, value: unknown): PathNote | null {
  return readRecord(id, value, NOTE_FIELDS);
}

/** The line of a theme with the marks on it, or null where nobody has laid one. `marks` when they were read before. */
export function readProgramme(
  { programme }: Pick<ClothDoc, 'programme'>,
  marks: readonly ProgrammeMark[] = [...readAll(programme, readMark)].sort(byTime),
): Programme | null {
  const fields = readDetails(programme, PROGRAMME_FIELDS);
  return marks.length > 0 || Object.values(fields).some(isSaid) ? { ...fields, marks } : null;
}

/** The path of a cloth with the notes at its stones, or null where nobody has set foot on it. */
export function readPath(
  { path }: Pick<ClothDoc, 'path'>,
  notes: readonly PathNote[] = [...readAll(path, readNote)].sort(byTime),
): Path | null {
  const fields = readDetails(path, PATH_FIELDS);
  return notes.length > 0 || Object.values(fields).some(isSaid) ? { ...fields, notes } : null;
}
