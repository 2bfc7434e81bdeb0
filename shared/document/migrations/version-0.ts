import * as Y from 'yjs';
import { ITEM_DETAILS, ITEM_FIELDS } from '../../model/records.ts';
import { POSITION_LETTERS, type Point, type PositionLetter, positionKey } from '../../model/schema.ts';
import type { Item } from '../../model/snapshot.ts';
import type { ClothDoc } from '../cloth-doc.ts';
import { readSnapshot, readTie, soundTies } from '../read.ts';
import { byTime, readAll, readPoint, readRecord } from '../read-values.ts';
import type { Migration } from './migration.ts';

/**
 * Version 0, from before the first release: no `meta.schema`; an item's place as `x` and `y`, which two people who moved
 * it at once could mix; its positions as one list of letters, of which one of two concurrent changes was lost.
 */
export const fromVersion0: Migration = {
  from: 0,
  read(cloth) {
    const items = [...readAll(cloth.items, readItem0)].sort(byTime);
    return { ...readSnapshot(cloth), items, ties: soundTies([...readAll(cloth.ties, readTie)].sort(byTime), items) };
  },
  apply({ items }: ClothDoc) {
    for (const item of items.values()) {
      // Removed ones as well: who takes the removal back finds them where they were.
      if (!(item instanceof Y.Map)) continue;
      const place = placeOf(item);
      if (place && !item.has('pos')) item.set('pos', place);
      for (const letter of lettersOf(item)) if (!item.has(positionKey(letter))) item.set(positionKey(letter), true);
    }
  },
};

/** All that an item had then where it has it now. */
const { pos: _place, positions: _letters, ...FIELDS_0 } = ITEM_FIELDS;
const ITEM_0 = { ...FIELDS_0, ...ITEM_DETAILS };

function readItem0(id: string, value: unknown): Item | null {
  const item = readRecord(id, value, ITEM_0);
  const pos = value instanceof Y.Map ? placeOf(value) : null;
  return item && pos && value instanceof Y.Map ? { ...item, pos, positions: lettersOf(value) } : null;
}

function placeOf(item: Y.Map<unknown>): Point | null {
  return readPoint([item.get('x'), item.get('y')]);
}

function lettersOf(item: Y.Map<unknown>): PositionLetter[] {
  const listed: unknown = item.get('positions');
  return Array.isArray(listed) ? POSITION_LETTERS.filter((letter) => listed.includes(letter)) : [];
}
