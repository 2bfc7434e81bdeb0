import * as Y from 'yjs';
import { isDay, isPeriod } from '../model/days.ts';
import { type DetailsOf, type DetailValue, detailsOf, type Row, type Table } from '../model/records.ts';
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

/** The details of a record, each as its row in the table says. */
export function readDetails<T extends Table>(record: Y.Map<unknown>, table: T): DetailsOf<T> {
  return detailsOf(table, (key, row) => readDetail(record, key, row));
}

/** A detail of a record, as its row in the table says; what does not parse is as if nothing was said. */
function readDetail(record: Y.Map<unknown>, key: string, detail: Row): DetailValue {
  const value = record.get(key);
  switch (detail.kept) {
    case 'text':
      return value instanceof Y.Text ? value.toString() : '';
    case 'line':
      return text(value) ?? '';
    case 'choice':
      return oneOf(detail.of, value);
    case 'day':
      return typeof value === 'string' && isDay(value) ? value : '';
    case 'period':
      return typeof value === 'string' && isPeriod(value) ? value : '';
    case 'mark':
      return value === true;
    case 'ids':
      return idsUnder(record, detail.under);
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
