import { byId, type ClothSnapshot, type Item } from '../model/snapshot.ts';

/** What a contact card shows of one connector, drawn from the cloth as it is now. */
export interface Card {
  readonly connector: Item;
  /** The ingredients it is tied to. */
  readonly ingredients: readonly Item[];
  /** Other connectors that are invited in one group with it. */
  readonly company: readonly Item[];
  /** Ingredients that everyone of the group is tied to; none when it goes alone. */
  readonly shared: readonly Item[];
}

/** A card for every connector, in the order they came on the cloth. */
export function cardsOf({ items, ties }: ClothSnapshot): Card[] {
  const known = byId(items);
  const tied = new Map<string, Set<string>>();
  for (const { from, to } of ties) {
    for (const [end, other] of [
      [from, to],
      [to, from],
    ] as const) {
      if (known.get(other)?.kind !== 'ingredient') continue;
      const others = tied.get(end);
      if (others) others.add(other);
      else tied.set(end, new Set([other]));
    }
  }
  const itemsOf = (ids: Iterable<string>) => [...ids].flatMap((id) => known.get(id) ?? []);
  return items
    .filter((item) => item.kind === 'connector')
    .map((connector): Card => {
      const own = tied.get(connector.id) ?? new Set<string>();
      const company = itemsOf(connector.together).filter((item) => item.kind === 'connector');
      const inAll = [...own].filter((id) => company.every((other) => tied.get(other.id)?.has(id)));
      return {
        connector,
        ingredients: itemsOf(own),
        company,
        shared: company.length > 0 ? itemsOf(inAll) : [],
      };
    });
}
