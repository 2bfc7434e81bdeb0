import type { Collection, Plain, Writer } from '../document/change.ts';
import { type DetailsOf, isSaid, type Row, type Table } from '../model/records.ts';

/** A record with an id, of which some or all of a table is said. */
export type Told<T extends Table> = { readonly id: string } & {
  readonly [Key in keyof T]?: DetailsOf<T>[Key] | undefined;
};

/** What is written of a record as it is laid: what it needs, and what else is said. Its words are written apart. */
export function fieldsOf<T extends Table>(table: T, record: Told<T>): Readonly<Record<string, Plain>> {
  return Object.fromEntries(saidOf(table, record));
}

/** Says of a record that stands all that is said of it in a file, besides what it needs, and its words. */
export function fillIn<T extends Table>(writer: Writer, of: Collection, table: T, record: Told<T>): void {
  for (const [key, value, row] of saidOf(table, record)) if (!row.needed) writer.set([of, record.id], key, value);
}

/** Each field that is written in a record, by its key: of what has keys of its own, such as the ids of others, one each. */
function* saidOf<T extends Table>(table: T, record: Told<T>): Generator<[key: string, value: Plain, row: Row]> {
  for (const [key, row] of Object.entries<Row>(table)) {
    const value = record[key];
    if (row.kept === 'text' || value === undefined || !(row.needed || isSaid(value))) continue;
    if (row.kept === 'ids' || row.kept === 'letters') {
      for (const other of value as readonly string[]) yield [row.under + other, true, row];
    } else yield [key, value as Plain, row];
  }
}
