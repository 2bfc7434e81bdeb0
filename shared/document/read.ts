import type * as Y from 'yjs';
import { ITEM_DETAILS, ITEM_FIELDS, MOMENT_FIELDS, PHOTO_FIELDS, SEAT_FIELDS, TIE_FIELDS } from '../model/records.ts';
import {
  CIRCLES,
  CLOTH_KINDS,
  INITIATIVE,
  LIMITS,
  minutesKey,
  SCHEMA_VERSION,
  STEP_NUMBERS,
  type StepNumber,
  TABLE_SHAPES,
} from '../model/schema.ts';
import {
  byId,
  type ClothSnapshot,
  type Item,
  type MetaRecord,
  type Moment,
  type Photo,
  type Seat,
  type Tie,
} from '../model/snapshot.ts';
import type { ClothDoc } from './cloth-doc.ts';
import { readPath, readProgramme } from './read-lines.ts';
import { byOrder, byTime, isObject, oneOf, positive, readAll, readRecord, text, time } from './read-values.ts';

/**
 * The only reader of a document. Whatever stands in it, reading never throws: a record that does not parse is left out
 * (and stays in the document), an optional value that does not parse is read as absent.
 */
export function readSnapshot(cloth: ClothDoc): ClothSnapshot {
  const items = [...readAll(cloth.items, readItem)].sort(byTime);
  const programme = readProgramme(cloth);
  const path = readPath(cloth);
  const photo = [...readAll(cloth.photos, readPhoto)].sort(byTime).at(-1);
  return {
    meta: readMeta(cloth),
    initiative: cloth.initiative.toString(),
    seats: [...readAll(cloth.seats, readSeat)].sort(byOrder),
    items,
    ties: soundTies([...readAll(cloth.ties, readTie)].sort(byTime), items),
    moments: [...readAll(cloth.moments, readMoment)].sort(byTime),
    ...(programme && { programme }),
    ...(path && { path }),
    ...(photo && { photo }),
  };
}

export function readMeta({ meta }: ClothDoc): MetaRecord {
  const table = meta.get('table');
  const sheet = isObject(table) ? table : {};
  return {
    schema: positive(meta.get('schema')) ?? SCHEMA_VERSION,
    title: text(meta.get('title')) ?? '',
    kind: oneOf(CLOTH_KINDS, meta.get('kind')) ?? 'initiative',
    createdAt: time(meta.get('createdAt')) ?? 0,
    table: {
      shape: oneOf(TABLE_SHAPES, sheet.shape) ?? 'rectangle',
      width: extent(sheet.width),
      height: extent(sheet.height),
    },
    minutes: readMinutes(meta),
    ...(meta.get('circles') === CIRCLES && { circles: CIRCLES }),
    ...readLanguage(meta),
    ...(meta.get('sheet') === 'theme' && { sheet: 'theme' as const }),
  };
}

export function readSeat(id: string, value: unknown): Seat | null {
  return readRecord(id, value, SEAT_FIELDS);
}

const ITEM = { ...ITEM_FIELDS, ...ITEM_DETAILS };

export function readItem(id: string, value: unknown): Item | null {
  return readRecord(id, value, ITEM);
}

export function readTie(id: string, value: unknown): Tie | null {
  const tie = readRecord(id, value, TIE_FIELDS);
  return tie && tie.from !== tie.to ? tie : null;
}

export function readMoment(id: string, value: unknown): Moment | null {
  const record = readRecord(id, value, MOMENT_FIELDS);
  if (!record || record.file === '') return null;
  const { file: _, ...moment } = record;
  return moment;
}

export function readPhoto(id: string, value: unknown): Photo | null {
  return readRecord(id, value, PHOTO_FIELDS);
}

/** The ties that can be drawn: both ends are there, and of several between the same two only the first. */
export function soundTies(ties: readonly Tie[], items: readonly Item[]): readonly Tie[] {
  const known = byId(items);
  const seen = new Set<string>();
  const stands = (end: string) => end === INITIATIVE || known.has(end);
  return ties.filter((tie) => {
    const pair = pairKey(tie.from, tie.to);
    if (seen.has(pair) || !stands(tie.from) || !stands(tie.to)) return false;
    seen.add(pair);
    return true;
  });
}

/** One key for the two ends of a tie, whichever way it was drawn. */
export function pairKey(from: string, to: string): string {
  return from < to ? `${from}\n${to}` : `${to}\n${from}`;
}

function readMinutes(meta: Y.Map<unknown>): MetaRecord['minutes'] {
  const minutes: Partial<Record<StepNumber, number>> = {};
  for (const step of STEP_NUMBERS) {
    const length = positive(meta.get(minutesKey(step)));
    if (length !== null) minutes[step] = length;
  }
  return minutes;
}

function readLanguage(meta: Y.Map<unknown>): Pick<MetaRecord, 'language'> {
  const language = text(meta.get('language'));
  return language === null || language === '' ? {} : { language };
}

/** A side of the sheet, mm; absent or senseless reads as 0, which lets the geometry lay what the seats need. */
function extent(value: unknown): number {
  const number = positive(value);
  return number !== null && number <= LIMITS.coordinate ? number : 0;
}
