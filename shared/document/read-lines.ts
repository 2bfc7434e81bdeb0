import * as Y from 'yjs';
import { isSaid, MARK_DETAILS, NOTE_DETAILS, PATH_FIELDS, PROGRAMME_FIELDS } from '../model/records.ts';
import type { Path, PathNote, Programme, ProgrammeMark } from '../model/snapshot.ts';
import type { ClothDoc } from './cloth-doc.ts';
import { byTime, readAll, readDetails, text, time } from './read-values.ts';

export function readMark(id: string, value: unknown): ProgrammeMark | null {
  const record = standing(id, value);
  if (!record) return null;
  const details = readDetails(record.map, MARK_DETAILS);
  const { kind } = details;
  if (kind === null || (kind !== 'manifestation' && details.day === '')) return null;
  return { ...record.made, ...details, kind };
}

export function readNote(id: string, value: unknown): PathNote | null {
  const record = standing(id, value);
  if (!record) return null;
  const details = readDetails(record.map, NOTE_DETAILS);
  return details.stone === null ? null : { ...record.made, ...details, stone: details.stone };
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

/** What every record of a line has; null for what was taken away or is none. */
function standing(id: string, value: unknown) {
  if (!(value instanceof Y.Map) || value.get('removed') === true) return null;
  const createdAt = time(value.get('createdAt'));
  return createdAt === null ? null : { map: value, made: { id, createdAt, by: text(value.get('by')) ?? '' } };
}
