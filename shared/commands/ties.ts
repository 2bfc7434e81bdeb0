import { type Change, transact, write } from '../document/change.ts';
import type { ClothDoc } from '../document/cloth-doc.ts';
import { pairKey, readTie } from '../document/read.ts';
import { readAll } from '../document/read-values.ts';
import { TIE_FIELDS } from '../model/records.ts';
import type { Tie } from '../model/snapshot.ts';
import { addItems, type NewItem } from './items.ts';
import { fieldsOf, type Told } from './lay-record.ts';

/** A tie about to be drawn. Ends are item ids or `initiative`; which of the two comes first has no meaning. */
export type NewTie = Told<typeof TIE_FIELDS> & Pick<Tie, 'from' | 'to' | 'createdAt'>;

/** Draws ties; one that stands already between the same two, or that ends where it begins, is not drawn again. */
export function addTies(cloth: ClothDoc, ties: readonly NewTie[]): Change[] {
  return write(cloth, (writer) => {
    const standing = new Set([...readAll(cloth.ties, readTie)].map((tie) => pairKey(tie.from, tie.to)));
    for (const tie of ties) {
      const pair = pairKey(tie.from, tie.to);
      if (tie.from === tie.to || standing.has(pair)) continue;
      standing.add(pair);
      writer.create('ties', tie.id, fieldsOf(TIE_FIELDS, tie));
    }
  });
}

/** Draws through a connector that is not there yet: the connector and its ties, in one step of undo. */
export function addConnectorWithTies(cloth: ClothDoc, connector: NewItem, ties: readonly NewTie[]): Change[] {
  return transact(cloth, () => [...addItems(cloth, [connector]), ...addTies(cloth, ties)]);
}

/** Wipes ties out, each with the others that stand unseen between the same two (drawn by two people at once). */
export function removeTies(cloth: ClothDoc, ids: Iterable<string>): Change[] {
  return write(cloth, (writer) => {
    const all = [...readAll(cloth.ties, readTie)];
    const wanted = new Set(ids);
    const pairs = new Set(all.filter((tie) => wanted.has(tie.id)).map((tie) => pairKey(tie.from, tie.to)));
    for (const tie of all) {
      if (pairs.has(pairKey(tie.from, tie.to))) writer.set(['ties', tie.id], 'removed', true);
    }
  });
}

/** Marks involvement as expected ("she should") or as seen ("she does"). */
export function setExpected(cloth: ClothDoc, ids: Iterable<string>, expected: boolean): Change[] {
  return write(cloth, (writer) => {
    for (const id of ids) writer.set(['ties', id], 'expected', expected ? true : undefined);
  });
}
