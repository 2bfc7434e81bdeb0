import { type Change, write } from '../document/change.ts';
import type { ClothDoc } from '../document/cloth-doc.ts';
import { readNote } from '../document/read-lines.ts';
import { readAll } from '../document/read-values.ts';
import { isDay } from '../model/days.ts';
import { LIMITS, type Stone } from '../model/schema.ts';
import { cleanName, cleanText } from '../text/clean-text.ts';

/** A few words about to be laid at a stone of the path. */
export interface NewNote {
  readonly id: string;
  readonly stone: Stone;
  readonly words: string;
  readonly by: string;
  readonly createdAt: number;
}

/** On which stone of the path one is now; null for not on it. */
export function standAt(cloth: ClothDoc, stone: Stone | null): Change[] {
  return write(cloth, (writer) => writer.set(['path'], 'at', stone ?? undefined));
}

/** A note is a record of its own, so that two who write at one stone at the same moment both keep their words. */
export function addNote(cloth: ClothDoc, { id, words, ...fields }: NewNote): Change[] {
  if ([...readAll(cloth.path, readNote)].length >= LIMITS.notes) return [];
  return write(cloth, (writer) => writer.create('path', id, fields, { words: cleanText(words, LIMITS.itemText) }));
}

/** Takes a note away. A flag, as with items. */
export function removeNote(cloth: ClothDoc, id: string): Change[] {
  return write(cloth, (writer) => writer.set(['path', id], 'removed', true));
}

/** Who carries the initiative, in the group's own words ("Ria and Theo"). */
export function setCarriedBy(cloth: ClothDoc, names: string): Change[] {
  return write(cloth, (writer) => writer.set(['path'], 'carriedBy', cleanName(names, LIMITS.name) || undefined));
}

/** When it counts as finished, named beforehand. */
export function setFinishedWhen(cloth: ClothDoc, words: string): Change[] {
  return write(cloth, (writer) => writer.set(['path'], 'finishedWhen', cleanText(words, LIMITS.itemText) || undefined));
}

/** Rounds the initiative off on a day; null takes it up again. */
export function roundOffPath(cloth: ClothDoc, day: string | null): Change[] {
  if (day !== null && !isDay(day)) return [];
  return write(cloth, (writer) => writer.set(['path'], 'roundedOff', day ?? undefined));
}
