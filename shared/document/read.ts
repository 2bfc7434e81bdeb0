import * as Y from 'yjs';
import { ITEM_DETAILS } from '../model/records.ts';
import {
  CIRCLES,
  CLOTH_KINDS,
  INITIATIVE,
  ITEM_KINDS,
  LIMITS,
  minutesKey,
  POSITION_LETTERS,
  type Point,
  type PositionLetter,
  positionKey,
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
  type Seat,
  type Tie,
} from '../model/snapshot.ts';
import type { ClothDoc } from './cloth-doc.ts';
import { readPath, readProgramme } from './read-lines.ts';
import {
  byOrder,
  byTime,
  finite,
  isObject,
  oneOf,
  positive,
  readAll,
  readColour,
  readDetails,
  readPoint,
  text,
  time,
} from './read-values.ts';

/**
 * The only reader of a document. Whatever stands in it, reading never throws: a record that does not parse is left out
 * (and stays in the document), an optional value that does not parse is read as absent.
 */
export function readSnapshot(cloth: ClothDoc): ClothSnapshot {
  const items = [...readAll(cloth.items, readItem)].sort(byTime);
  const programme = readProgramme(cloth);
  const path = readPath(cloth);
  return {
    meta: readMeta(cloth),
    initiative: cloth.initiative.toString(),
    seats: [...readAll(cloth.seats, readSeat)].sort(byOrder),
    items,
    ties: soundTies([...readAll(cloth.ties, readTie)].sort(byTime), items),
    moments: [...readAll(cloth.moments, readMoment)].sort(byTime),
    ...(programme && { programme }),
    ...(path && { path }),
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
  if (!(value instanceof Y.Map) || value.get('removed') === true) return null;
  const name = text(value.get('name'));
  const order = finite(value.get('order'));
  const colour = readColour(value.get('colour'));
  if (name === null || order === null || colour === null) return null;
  return { id, name, order, colour, holder: text(value.get('holder')) };
}

export function readItem(id: string, value: unknown): Item | null {
  if (!(value instanceof Y.Map)) return null;
  const positions = POSITION_LETTERS.filter((letter) => value.get(positionKey(letter)) === true);
  return readItemAt(id, value, readPoint(value.get('pos')), positions);
}

/** An item of which place and positions were found; earlier versions of the document have those elsewhere. */
export function readItemAt(
  id: string,
  value: Y.Map<unknown>,
  pos: Point | null,
  positions: readonly PositionLetter[],
): Item | null {
  if (value.get('removed') === true) return null;
  const kind = oneOf(ITEM_KINDS, value.get('kind'));
  const words = value.get('text');
  const colour = readColour(value.get('colour'));
  const createdAt = time(value.get('createdAt'));
  if (!kind || !(words instanceof Y.Text) || !pos || !colour || createdAt === null) return null;
  return {
    id,
    kind,
    text: words.toString(),
    pos,
    seat: text(value.get('seat')),
    colour,
    by: text(value.get('by')) ?? '',
    createdAt,
    positions,
    ...readDetails(value, ITEM_DETAILS),
  };
}

export function readTie(id: string, value: unknown): Tie | null {
  if (!(value instanceof Y.Map) || value.get('removed') === true) return null;
  const from = text(value.get('from'));
  const to = text(value.get('to'));
  const createdAt = time(value.get('createdAt'));
  if (!from || !to || from === to || createdAt === null) return null;
  return { id, from, to, createdAt, expected: value.get('expected') === true };
}

export function readMoment(id: string, value: unknown): Moment | null {
  if (!(value instanceof Y.Map) || value.get('removed') === true) return null;
  const name = text(value.get('name'));
  const createdAt = time(value.get('createdAt'));
  if (name === null || createdAt === null || !text(value.get('file'))) return null;
  return { id, name, createdAt, by: text(value.get('by')) ?? '' };
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
