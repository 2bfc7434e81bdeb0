import { equalityDeep } from 'lib0/function';
import * as Y from 'yjs';
import type { ClothDoc } from '../document/cloth-doc.ts';
import {
  type DetailValue,
  isSaid,
  MARK_FIELDS,
  NOTE_FIELDS,
  PATH_FIELDS,
  PROGRAMME_FIELDS,
  type Table,
} from '../model/records.ts';
import { positionKey } from '../model/schema.ts';
import type { ClothSnapshot, Item, Path, PathNote, Programme, ProgrammeMark } from '../model/snapshot.ts';

/**
 * Makes a document read as a projection does ({@link projectSnapshot}), changing only what differs. The server does so in a
 * document of its own, which nobody else writes in: so what was shown and is no more is deleted, not flagged.
 */
export function layProjection(cloth: ClothDoc, snapshot: ClothSnapshot): void {
  const { meta, initiative, seats, items, ties, moments, programme, path } = snapshot;
  cloth.doc.transact(() => {
    const { minutes: _, ...fields } = meta;
    setAll(cloth.meta, fields);
    setWords(cloth.initiative, initiative);
    layAll(cloth.seats, seats, ({ name, order, colour }) => ({ name, order, colour }));
    layAll(cloth.items, items, itemFields, ({ text }) => ({ text, clarification: '', story: '' }));
    layAll(cloth.ties, ties, ({ from, to, createdAt, expected }) => ({
      from,
      to,
      createdAt,
      ...(expected && { expected }),
    }));
    layAll(cloth.moments, moments, ({ name, createdAt }) => ({ name, createdAt, by: '' }));
    layLine(cloth.programme, programme, PROGRAMME_FIELDS, programme?.marks ?? [], MARK_FIELDS);
    layLine(cloth.path, path, PATH_FIELDS, path?.notes ?? [], NOTE_FIELDS);
  });
}

function itemFields({ kind, pos, seat, colour, by, createdAt, positions, leadsTo }: Item): Record<string, unknown> {
  const letters = Object.fromEntries(positions.map((letter) => [positionKey(letter), true]));
  return { kind, pos, seat, colour, by, createdAt, ...letters, ...(leadsTo !== '' && { leadsTo }) };
}

/** A theme's line or a cloth's path: what it says as a whole, and the records on it, in one map. */
function layLine<R extends ProgrammeMark | PathNote>(
  line: Y.Map<unknown>,
  whole: Programme | Path | undefined,
  fields: Table,
  records: readonly R[],
  details: Table,
): void {
  const said = Object.entries({ ...whole }).filter(([key, value]) => key in fields && isSaid(value as DetailValue));
  layAll(
    line,
    records,
    (record) => pick({ ...record }, details, (kept) => kept !== 'text'),
    (record) => pick({ ...record }, details, (kept) => kept === 'text') as Record<string, string>,
    Object.keys(fields),
  );
  const ids = records.map(({ id }) => id);
  setAll(line, Object.fromEntries(said), ids);
}

/** The details whose rows are wanted: words are there also when they are empty, all else only when it says something. */
function pick(
  details: Readonly<Record<string, unknown>>,
  table: Table,
  wants: (kept: Table[string]['kept']) => boolean,
): Record<string, unknown> {
  const rows = Object.entries(table).filter(
    ([key, { kept }]) => wants(kept) && (kept === 'text' || isSaid(details[key] as DetailValue | undefined)),
  );
  return Object.fromEntries(rows.map(([key]) => [key, details[key]]));
}

function layAll<T extends { readonly id: string }>(
  records: Y.Map<unknown>,
  wanted: readonly T[],
  fieldsOf: (record: T) => Readonly<Record<string, unknown>>,
  wordsOf: (record: T) => Readonly<Record<string, string>> = () => ({}),
  /** What stands in the map beside its records. */
  but: readonly string[] = [],
): void {
  const ids = new Set([...wanted.map(({ id }) => id), ...but]);
  for (const id of [...records.keys()]) if (!ids.has(id)) records.delete(id);
  for (const one of wanted) {
    const there = records.get(one.id);
    const record: Y.Map<unknown> = there instanceof Y.Map ? there : new Y.Map<unknown>();
    const words = wordsOf(one);
    if (record === there) {
      setAll(record, fieldsOf(one), Object.keys(words));
      for (const [key, text] of Object.entries(words)) {
        const kept = record.get(key);
        if (kept instanceof Y.Text) setWords(kept, text);
      }
    } else {
      for (const [key, value] of Object.entries(fieldsOf(one))) record.set(key, value);
      for (const [key, text] of Object.entries(words)) record.set(key, new Y.Text(text));
      records.set(one.id, record);
    }
  }
}

function setAll(map: Y.Map<unknown>, fields: Readonly<Record<string, unknown>>, but: readonly string[] = []): void {
  for (const key of [...map.keys()]) if (!(key in fields) && !but.includes(key)) map.delete(key);
  for (const [key, value] of Object.entries(fields)) if (!equalityDeep(map.get(key), value)) map.set(key, value);
}

function setWords(words: Y.Text, text: string): void {
  if (words.toString() === text) return;
  words.delete(0, words.length);
  words.insert(0, text);
}
