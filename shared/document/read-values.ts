import * as Y from 'yjs';
import { isDay, isPeriod } from '../model/days.ts';
import {
  type DetailsOf,
  type DetailValue,
  detailsOf,
  nothingSaid,
  type RecordOf,
  type Row,
  type Table,
} from '../model/records.ts';
import { LIMITS, type Point } from '../model/schema.ts';

/** Every record of a collection that parses, in no order. */
export function* readAll<T>(records: Y.Map<unknown>, read: (id: string, value: unknown) => T | null): Generator<T> {
  for (const [id, value] of records.entries()) {
    const record = read(id, value);
    if (record) yield record;
  }
}

type Dated = { readonly createdAt: number; readonly id: string };
type Ordered = { readonly order: number; readonly id: string };

/** Order of items and ties; ids break ties, because the order of keys in a Y.Map differs between replicas. */
export function byTime(a: Dated, b: Dated): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

export function byOrder(a: Ordered, b: Ordered): number {
  return a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** A record as its table says; null for one that was taken away, or is none: what it needs is not there, or does not parse. */
export function readRecord<T extends Table>(id: string, value: unknown, table: T): RecordOf<T> | null {
  if (!(value instanceof Y.Map) || value.get('removed') === true) return null;
  const record: Record<string, DetailValue> = { id };
  for (const key in table) {
    const row = table[key] as Row;
    const read = readField(value, key, row);
    if (read === null && row.needed) return null;
    record[key] = read ?? nothingSaid(row);
  }
  return record as RecordOf<T>;
}

/** The details of a record, each as its row in the table says; what does not parse is as if nothing was said. */
export function readDetails<T extends Table>(record: Y.Map<unknown>, table: T): DetailsOf<T> {
  return detailsOf(table, (key, row) => readField(record, key, row) ?? nothingSaid(row));
}

/** One field of a record, as its row in the table says; null when it is not there or does not parse. */
function readField(record: Y.Map<unknown>, key: string, row: Row): DetailValue {
  const value = row.kept === 'ids' || row.kept === 'letters' ? undefined : record.get(key);
  switch (row.kept) {
    case 'text':
      return value instanceof Y.Text ? value.toString() : null;
    case 'line':
      return text(value);
    case 'id':
      return text(value) || null;
    case 'time':
      return time(value);
    case 'order':
    case 'number':
      return finite(value);
    case 'colour':
      return readColour(value);
    case 'place':
      return readPoint(value);
    case 'letters':
      return row.of.filter((letter) => record.get(row.under + letter) === true);
    case 'choice':
      return oneOf(row.of, value);
    case 'day':
      return typeof value === 'string' && isDay(value) ? value : null;
    case 'period':
      return typeof value === 'string' && isPeriod(value) ? value : null;
    case 'mark':
      return value === true;
    case 'ids':
      return idsUnder(record, row.under);
  }
}

/** The ids that an item holds under keys of one kind, sorted. */
function idsUnder(item: Y.Map<unknown>, prefix: string): string[] {
  const ids: string[] = [];
  for (const [key, value] of item.entries()) {
    if (value === true && key.startsWith(prefix)) ids.push(key.slice(prefix.length));
  }
  return ids.sort();
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

export function finite(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function positive(value: unknown): number | null {
  const number = finite(value);
  return number !== null && number > 0 ? number : null;
}

/** The last moment that there is a date for, ms since the epoch. */
const LAST_TIME = 8.64e15;

export function time(value: unknown): number | null {
  const number = finite(value);
  return number !== null && number >= 0 && number <= LAST_TIME ? number : null;
}

export function oneOf<const T extends string>(allowed: readonly T[], value: unknown): T | null {
  return allowed.find((candidate) => candidate === value) ?? null;
}

export function readColour(value: unknown): string | null {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value : null;
}

/** A place on the cloth, or null when it is none. */
export function readPoint(value: unknown): Point | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [x, y] = [finite(value[0]), finite(value[1])];
  if (x === null || y === null || Math.abs(x) > LIMITS.coordinate || Math.abs(y) > LIMITS.coordinate) return null;
  return [x, y];
}
