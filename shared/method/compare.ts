import type { PositionLetter } from '../model/schema.ts';
import { byId, type ClothSnapshot, type Item, type Tie } from '../model/snapshot.ts';

/** What happened in a network between one moment and another. */
export interface Comparison {
  readonly initiative: { readonly before: string; readonly after: string } | null;
  readonly added: readonly Item[];
  readonly gone: readonly Item[];
  readonly reworded: readonly { readonly item: Item; readonly before: string }[];
  readonly tied: readonly Tie[];
  readonly untied: readonly Tie[];
  /** Ties that stayed: what was expected of someone then is really so now. */
  readonly provedReal: readonly Tie[];
  /** Ties that stayed: what was taken for real then is only expected now. */
  readonly onlyExpected: readonly Tie[];
  readonly positions: readonly PositionChange[];
}

export interface PositionChange {
  readonly item: Item;
  readonly gained: readonly PositionLetter[];
  readonly lost: readonly PositionLetter[];
}

/** What is new, gone, reworded, tied, untied, found to be real or not, and moved in position from `then` to `now`. Mere places do not count. */
export function compareCloths(then: ClothSnapshot, now: ClothSnapshot): Comparison {
  const before = byId(then.items);
  const tiedBefore = byId(then.ties);
  const turned = (expected: boolean) =>
    now.ties.filter((tie) => tie.expected === expected && tiedBefore.get(tie.id)?.expected === !expected);
  const stayed = now.items.flatMap((item) => {
    const old = before.get(item.id);
    return old ? [{ item, old }] : [];
  });
  return {
    initiative: then.initiative === now.initiative ? null : { before: then.initiative, after: now.initiative },
    added: missingFrom(then.items, now.items),
    gone: missingFrom(now.items, then.items),
    reworded: stayed
      .filter(({ item, old }) => item.text !== old.text)
      .map(({ item, old }) => ({ item, before: old.text })),
    tied: missingFrom(then.ties, now.ties),
    untied: missingFrom(now.ties, then.ties),
    provedReal: turned(false),
    onlyExpected: turned(true),
    positions: stayed
      .map(({ item, old }) => ({
        item,
        gained: item.positions.filter((letter) => !old.positions.includes(letter)),
        lost: old.positions.filter((letter) => !item.positions.includes(letter)),
      }))
      .filter(({ gained, lost }) => gained.length + lost.length > 0),
  };
}

function missingFrom<T extends { readonly id: string }>(there: readonly T[], here: readonly T[]): T[] {
  const known = byId(there);
  return here.filter((record) => !known.has(record.id));
}
