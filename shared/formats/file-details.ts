import * as z from 'zod/mini';
import { isDay, isPeriod } from '../model/days.ts';
import {
  type DetailsOf,
  type DetailValue,
  detailsOf,
  isSaid,
  nothingSaid,
  type Row,
  type Table,
} from '../model/records.ts';
import { LIMITS } from '../model/schema.ts';

/** An id in a file. */
export const fileId = z.string().check(z.minLength(1), z.maxLength(LIMITS.id));
const coordinate = z.number().check(z.minimum(-LIMITS.coordinate), z.maximum(LIMITS.coordinate));
const ids = z.optional(z.array(fileId).check(z.maxLength(LIMITS.items)));

/** How a detail stands in a file, by its row in the table. */
function inFile(detail: Row): z.ZodMiniType<DetailValue | undefined> {
  switch (detail.kept) {
    case 'text':
    case 'line': {
      const words = z.string().check(z.maxLength(detail.most));
      return detail.file === 'said' ? z.optional(words) : words;
    }
    case 'choice':
      if (detail.needed) return z.enum(detail.of);
      return detail.file === 'said' ? z.optional(z.enum(detail.of)) : z.nullable(z.enum(detail.of));
    case 'day':
      return z.optional(z.string().check(z.refine(isDay)));
    case 'period':
      return z.optional(z.string().check(z.refine(isPeriod)));
    case 'mark':
      return z.optional(z.literal(true));
    case 'ids':
      return ids;
    case 'letters':
      return z.array(z.enum(detail.of));
    case 'id':
      return detail.needed ? fileId : z.nullable(fileId);
    case 'place':
      return z.tuple([coordinate, coordinate]);
    case 'colour':
      return z.string().check(z.regex(/^#[0-9a-f]{6}$/i));
    case 'time':
      return z.int().check(z.minimum(0));
    case 'order':
    case 'number':
      return z.number();
  }
}

type InFile<T extends Table> = {
  [Key in keyof T as T[Key]['file'] extends 'never' ? never : Key]: z.ZodMiniType<
    T[Key]['file'] extends 'said' ? Mutable<DetailsOf<T>[Key]> | undefined : Mutable<DetailsOf<T>[Key]>
  >;
};
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** How the details of a record stand in a file, by its table. */
export function inFileBy<T extends Table>(table: T): InFile<T> {
  const stands = Object.entries(table).filter(([, { file }]) => file !== 'never');
  return Object.fromEntries(stands.map(([key, row]) => [key, inFile(row)])) as InFile<T>;
}

/** The details of a record as its file has them: those that say nothing are left out where their row has it so. */
export function detailsInFile<T extends Table>(table: T, record: Partial<DetailsOf<T>>): FileDetails<T> {
  const told = record as Readonly<Record<string, DetailValue | undefined>>;
  const stands: Record<string, unknown> = {};
  for (const key in table) {
    const file = table[key]?.file;
    const value = told[key];
    if (value === undefined || file === 'never' || (file === 'said' && !isSaid(value))) continue;
    stands[key] = Array.isArray(value) ? [...value] : value;
  }
  return stands as FileDetails<T>;
}

type FileDetails<T extends Table> = { [Key in keyof InFile<T>]: z.infer<InFile<T>[Key]> };

/** The details of a record out of a file, with what it leaves out. */
export function detailsOfFile<T extends Table>(table: T, record: object): DetailsOf<T> {
  const told = record as Readonly<Record<string, DetailValue | undefined>>;
  return detailsOf(table, (key, row) => told[key] ?? nothingSaid(row));
}
