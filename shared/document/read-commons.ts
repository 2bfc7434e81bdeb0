import type * as Y from 'yjs';
import {
  type CommonsSnapshot,
  ENTRY_FIELDS,
  LEFT_OUT_FIELDS,
  MEETING_FIELDS,
  type Meeting,
  PAIR_FIELDS,
  PLACE_FIELDS,
} from '../model/commons.ts';
import type { RecordOf, Table } from '../model/records.ts';
import type { CommonsDoc } from './commons-doc.ts';
import { byOrder, byTime, readAll, readRecord, text, time } from './read-values.ts';

/** The only reader of a room's document; as with a cloth, what does not parse is left out and stays. */
export function readCommons(commons: CommonsDoc): CommonsSnapshot {
  const { meta, wall, meetings, entries, sameNames, leftOut } = commons;
  const all = <T extends Table>(records: Y.Map<unknown>, table: T): RecordOf<T>[] => [
    ...readAll(records, (id, value) => readRecord(id, value, table)),
  ];
  return {
    name: text(meta.get('title')) ?? '',
    createdAt: time(meta.get('createdAt')) ?? 0,
    language: text(meta.get('language')) || null,
    wall: all(wall, PLACE_FIELDS).sort(byOrder),
    meetings: all(meetings, MEETING_FIELDS).sort(byDate),
    entries: all(entries, ENTRY_FIELDS).sort(byTime),
    sameNames: all(sameNames, PAIR_FIELDS)
      .filter(({ a, b }) => a !== '' && b !== '')
      .sort(byName),
    leftOut: all(leftOut, LEFT_OUT_FIELDS)
      .filter(({ name }) => name !== '')
      .sort(byName),
  };
}

const byDate = (a: Meeting, b: Meeting): number => compare(a.date, b.date) || compare(a.id, b.id);
const byName = (a: { readonly id: string }, b: { readonly id: string }): number => compare(a.id, b.id);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
