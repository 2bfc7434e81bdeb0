import { type Change, write } from '../document/change.ts';
import type { ClothDoc } from '../document/cloth-doc.ts';
import { readMark } from '../document/read-lines.ts';
import { readAll } from '../document/read-values.ts';
import { isDay, isPeriod } from '../model/days.ts';
import { type Activity, LIMITS, type MarkKind } from '../model/schema.ts';
import { cleanText } from '../text/clean-text.ts';

/** A mark about to be laid on the line of a theme. */
export interface NewMark {
  readonly id: string;
  readonly kind: MarkKind;
  /** `YYYY-MM-DD`; left out for a manifestation, which is where the period ends. */
  readonly day?: string;
  readonly activity?: Activity;
  readonly words?: string;
  readonly preparation?: string;
  readonly by: string;
  readonly createdAt: number;
}

/**
 * From which day to which one works at the theme; always with an end, which is the manifestation: laid now if it is not there
 * (`manifestation`). What is no period changes nothing.
 */
export function setPeriod(cloth: ClothDoc, from: string, to: string, manifestation: Omit<NewMark, 'kind'>): Change[] {
  const period = `${from}/${to}`;
  if (!isPeriod(period)) return [];
  return write(cloth, (writer) => {
    writer.set(['programme'], 'period', period);
    const stands = [...readAll(cloth.programme, readMark)].some(({ kind }) => kind === 'manifestation');
    if (!stands) writer.create('programme', manifestation.id, ...recordOf({ ...manifestation, kind: 'manifestation' }));
  });
}

/** Lays meetings and activities on the line, as many as it may hold. What has no day is passed over. */
export function addMarks(cloth: ClothDoc, marks: readonly NewMark[]): Change[] {
  const room = LIMITS.marks - [...readAll(cloth.programme, readMark)].length;
  return write(cloth, (writer) => {
    for (const mark of marks
      .filter(({ kind, day = '' }) => kind === 'manifestation' || isDay(day))
      .slice(0, Math.max(0, room))) {
      writer.create('programme', mark.id, ...recordOf(mark));
    }
  });
}

/** Another day for a meeting or activity. */
export function moveMark(cloth: ClothDoc, id: string, day: string): Change[] {
  return isDay(day) ? write(cloth, (writer) => writer.set(['programme', id], 'day', day)) : [];
}

/** Takes marks off the line. A flag, so that undo never loses what another wrote at them meanwhile. */
export function removeMarks(cloth: ClothDoc, ids: Iterable<string>): Change[] {
  return write(cloth, (writer) => {
    for (const id of ids) writer.set(['programme', id], 'removed', true);
  });
}

/** Rounds the theme off, with its last words, on a day; null takes it up again (the words stay). */
export function roundOffTheme(cloth: ClothDoc, day: string | null, lastWords?: string): Change[] {
  if (day !== null && !isDay(day)) return [];
  return write(cloth, (writer) => {
    writer.set(['programme'], 'roundedOff', day ?? undefined);
    if (lastWords !== undefined) {
      writer.set(['programme'], 'lastWords', cleanText(lastWords, LIMITS.longText) || undefined);
    }
  });
}

function recordOf({ id: _, words = '', preparation = '', ...fields }: NewMark) {
  const texts = { words: cleanText(words, LIMITS.itemText), preparation: cleanText(preparation, LIMITS.longText) };
  return [fields, texts] as const;
}
