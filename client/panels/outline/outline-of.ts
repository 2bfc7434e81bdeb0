import { INITIATIVE } from '../../../shared/model/schema.ts';
import { byId, type ClothSnapshot, type Item, type Seat } from '../../../shared/model/snapshot.ts';

/** One thing on the cloth with what it is tied to: ids of items, or `initiative`. */
export interface OutlineEntry {
  readonly item: Item;
  readonly tiedTo: readonly string[];
  /** Of these the ends to which the involvement is expected rather than seen. */
  readonly expected: readonly string[];
}

/** What lies at one seat's edge. `number` is the place round the table, from 1. */
export interface OutlineEdge {
  /** Null for ingredients whose seat is gone. */
  readonly seat: Seat | null;
  readonly number: number;
  readonly ingredients: readonly OutlineEntry[];
}

export interface OutlineOfCloth {
  /** Whether the initiative is in the list. */
  readonly initiative: boolean;
  readonly connectors: readonly OutlineEntry[];
  /** Seats round the table that have ingredients, then those without a seat. */
  readonly edges: readonly OutlineEdge[];
  /** How many things the list holds; the initiative counts when it is sought. */
  readonly found: number;
}

/** The cloth as a list, in the order it was written; with `sought` only what holds those letters, whatever their case or accents. */
export function outlineOf({ initiative, seats, items, ties }: ClothSnapshot, sought = ''): OutlineOfCloth {
  const tied = new Map<string, { readonly to: string[]; readonly expected: string[] }>();
  const note = (id: string, other: string, expected: boolean) => {
    const ends = tied.get(id) ?? { to: [], expected: [] };
    tied.set(id, ends);
    ends.to.push(other);
    if (expected) ends.expected.push(other);
  };
  for (const { from, to, expected } of ties) {
    if (from !== INITIATIVE) note(from, to, expected);
    if (to !== INITIATIVE) note(to, from, expected);
  }
  const letters = plain(sought);
  const holds = (text: string) => letters === '' || plain(text).includes(letters);
  const entries = items
    .filter((item) => holds(item.text))
    .map((item): OutlineEntry => {
      const ends = tied.get(item.id);
      return { item, tiedTo: ends?.to ?? [], expected: ends?.expected ?? [] };
    });
  const known = byId(seats);
  const ingredients = entries.filter(({ item }) => item.kind === 'ingredient');
  const atSeat = new Map<string | null, OutlineEntry[]>();
  for (const entry of ingredients) {
    const seat = entry.item.seat !== null && known.has(entry.item.seat) ? entry.item.seat : null;
    const there = atSeat.get(seat);
    if (there) there.push(entry);
    else atSeat.set(seat, [entry]);
  }
  const edges = [...seats.map((seat, at) => ({ seat, number: at + 1 })), { seat: null, number: 0 }]
    .map(({ seat, number }): OutlineEdge => ({ seat, number, ingredients: atSeat.get(seat?.id ?? null) ?? [] }))
    .filter((edge) => edge.ingredients.length > 0);
  return {
    initiative: holds(initiative),
    connectors: entries.filter(({ item }) => item.kind === 'connector'),
    edges,
    found: entries.length + (letters !== '' && holds(initiative) ? 1 : 0),
  };
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLocaleLowerCase()
    .trim();
}
