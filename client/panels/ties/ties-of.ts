import { INITIATIVE } from '../../../shared/model/schema.ts';
import { byId, type ClothSnapshot, type Item, type Tie } from '../../../shared/model/snapshot.ts';

/** One tie as its connector sees it. */
export interface TieRow {
  readonly tie: Tie;
  /** The other end: an item, or null for the initiative. */
  readonly other: Item | null;
}

/** The ties of one connector; `connector` is null for those that go straight from an ingredient to the initiative. */
export interface TieGroup {
  readonly connector: Item | null;
  readonly rows: readonly TieRow[];
}

/**
 * Every tie once, by connector in the order these came on the cloth, each one's way to the initiative first. A tie
 * between two connectors stands with the first of them.
 */
export function tiesOf({ items, ties }: ClothSnapshot): TieGroup[] {
  const known = byId(items);
  const rows = new Map<string | null, TieRow[]>();
  for (const tie of ties) {
    const ends = [known.get(tie.from), known.get(tie.to)].flatMap((item) => item ?? []);
    const connector = ends
      .filter((item) => item.kind === 'connector')
      .sort((a, b) => items.indexOf(a) - items.indexOf(b))[0];
    const [end = null] = ends.filter((item) => item !== connector);
    const key = connector?.id ?? null;
    rows.set(key, [...(rows.get(key) ?? []), { tie, other: end }]);
  }
  const toInitiativeFirst = (a: TieRow, b: TieRow) => Number(isDirect(b)) - Number(isDirect(a));
  const groups = items.flatMap((item): TieGroup[] => {
    const own = rows.get(item.id);
    return own ? [{ connector: item, rows: own.sort(toInitiativeFirst) }] : [];
  });
  const straight = rows.get(null);
  return straight ? [...groups, { connector: null, rows: straight }] : groups;
}

const isDirect = ({ tie: { from, to } }: TieRow) => from === INITIATIVE || to === INITIATIVE;
