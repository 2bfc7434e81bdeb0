import { nanoid } from 'nanoid';
import { type Change, recordAt, textAt, transact, type Writer, write } from '../document/change.ts';
import type { ClothDoc } from '../document/cloth-doc.ts';
import { readItem, readTie } from '../document/read.ts';
import { readAll } from '../document/read-values.ts';
import { DETAILS, type Detail, type ItemDetail, isSaid, TIE_FIELDS, type TieRow } from '../model/records.ts';
import { differentKey, POSITION_LETTERS, positionKey } from '../model/schema.ts';
import type { Tie } from '../model/snapshot.ts';
import { isBlank } from '../text/clean-text.ts';
import { addTies, type NewTie } from './ties.ts';

/**
 * Makes one of two items that mean the same: `keep` takes over the other's ties, positions, explanations and prepared
 * contact, and the double is taken off the cloth. One action, so one undo parts them again.
 */
export function mergeItems(cloth: ClothDoc, keep: string, double: string, createdAt: number): Change[] {
  const kept = recordAt(cloth, ['items', keep]);
  const other = recordAt(cloth, ['items', double]);
  if (!kept || !other || keep === double) return [];
  return transact(cloth, () => {
    const { added, united } = tiesTakenOver(cloth, keep, double, createdAt);
    return [
      ...addTies(cloth, added),
      ...write(cloth, (writer) => {
        for (const [own, other] of united) mergeTie(writer, own, other);
      }),
      ...write(cloth, (writer) => {
        for (const letter of POSITION_LETTERS) {
          if (other.get(positionKey(letter)) === true) writer.set(['items', keep], positionKey(letter), true);
        }
        for (const [key, detail] of DETAILS) mergeDetail(cloth, writer, { keep, double, key, detail });
        writer.set(['items', double], 'removed', true);
      }),
    ];
  });
}

interface Merged {
  readonly keep: string;
  readonly double: string;
  readonly key: ItemDetail;
  readonly detail: Detail;
}

/** One detail of two items that become one, as its row in the table says. */
function mergeDetail(cloth: ClothDoc, writer: Writer, { keep, double, key, detail }: Merged): void {
  switch (detail.merged) {
    case 'joined': {
      const own = textAt(cloth, ['items', keep, key])?.toString() ?? '';
      const added = textAt(cloth, ['items', double, key])?.toString() ?? '';
      if (isBlank(added) || added === own) return;
      writer.setText(['items', keep, key], isBlank(own) ? added : `${own}\n${added}`);
      return;
    }
    case 'first': {
      const said = recordAt(cloth, ['items', double])?.get(key);
      const isThere = (typeof said === 'string' && said !== '') || said === true;
      if (isThere && !recordAt(cloth, ['items', keep])?.get(key)) writer.set(['items', keep], key, said);
      return;
    }
    case 'shared': {
      if (detail.kept !== 'ids') return;
      const { under } = detail;
      for (const item of readAll(cloth.items, readItem)) {
        const others = item[key] as readonly string[];
        if (item.id === double) {
          for (const other of others) if (other !== keep) writer.set(['items', keep], under + other, true);
        } else if (item.id !== keep && others.includes(double)) writer.set(['items', item.id], under + keep, true);
      }
      return;
    }
    case 'own':
  }
}

/**
 * Remembers for the group that two that look alike are two things, or that they may be one after all. For each pair a key of
 * its own, so that two people who decide at once both are heard.
 */
export function setDifferent(
  cloth: ClothDoc,
  pairs: Iterable<readonly [string, string]>,
  different: boolean,
): Change[] {
  return write(cloth, (writer) => {
    for (const [a, b] of pairs) {
      writer.set(['items', a], differentKey(b), different ? true : undefined);
      // However the pair stood when it was decided.
      if (!different) writer.set(['items', b], differentKey(a), undefined);
    }
  });
}

/** What two ties between the same ends say, as the rows of a tie have it. */
function mergeTie(writer: Writer, own: Tie, other: Tie): void {
  for (const [key, { merged }] of Object.entries<TieRow>(TIE_FIELDS)) {
    // What was seen of one of the two is seen of both.
    if (merged === 'both' && !isSaid(other[key as keyof Tie])) writer.set(['ties', own.id], key, undefined);
  }
}

/** The double's ties as `keep` takes them over: to whom there is none yet; and those there are, beside the double's. */
function tiesTakenOver(cloth: ClothDoc, keep: string, double: string, createdAt: number) {
  const ties = [...readAll(cloth.ties, readTie)];
  const own = new Map(ties.flatMap((tie) => endOf(tie, keep).map((end) => [end, tie] as const)));
  const added: NewTie[] = [];
  const united: (readonly [own: Tie, other: Tie])[] = [];
  for (const tie of ties) {
    for (const end of endOf(tie, double)) {
      const there = own.get(end);
      if (there) united.push([there, tie]);
      else if (end !== keep) added.push({ ...tie, id: nanoid(), from: keep, to: end, createdAt });
    }
  }
  return { added, united };
}

/** Where a tie leads from an item, if it is tied to that. */
function endOf({ from, to }: Tie, item: string): string[] {
  return from === item ? [to] : to === item ? [from] : [];
}
