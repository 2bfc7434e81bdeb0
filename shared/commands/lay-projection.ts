import { equalityDeep } from 'lib0/function';
import * as Y from 'yjs';
import type { ClothDoc } from '../document/cloth-doc.ts';
import { positionKey } from '../model/schema.ts';
import type { ClothSnapshot, Item } from '../model/snapshot.ts';

/**
 * Makes a document read as a projection does ({@link projectSnapshot}), changing only what differs. The server does so in a
 * document of its own, which nobody else writes in: so what was shown and is no more is deleted, not flagged.
 */
export function layProjection(cloth: ClothDoc, { meta, initiative, seats, items, ties, moments }: ClothSnapshot): void {
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
  });
}

function itemFields({ kind, pos, seat, colour, by, createdAt, positions }: Item): Record<string, unknown> {
  const letters = Object.fromEntries(positions.map((letter) => [positionKey(letter), true]));
  return { kind, pos, seat, colour, by, createdAt, ...letters };
}

function layAll<T extends { readonly id: string }>(
  records: Y.Map<unknown>,
  wanted: readonly T[],
  fieldsOf: (record: T) => Readonly<Record<string, unknown>>,
  wordsOf: (record: T) => Readonly<Record<string, string>> = () => ({}),
): void {
  const ids = new Set(wanted.map(({ id }) => id));
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
