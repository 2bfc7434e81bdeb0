import { edgeAt } from '../../../shared/layout/edge.ts';
import { layTable } from '../../../shared/layout/table.ts';
import { INITIATIVE } from '../../../shared/model/schema.ts';
import type { ClothSnapshot, Item, Seat, Tie } from '../../../shared/model/snapshot.ts';

/** A tie as it is seen from one of its ends. */
export interface OutlineTie {
  readonly tie: Tie;
  /** What is at the other end: an item's id, or `initiative`. */
  readonly other: string;
}

/** One thing on the cloth with what it is tied to. */
export interface OutlineEntry {
  readonly item: Item;
  readonly ties: readonly OutlineTie[];
}

/** What lies before one seat, or before none. `number` is the place round the table, from 1. */
export interface OutlineEdge {
  /** Null for what lies in the middle, before nobody. */
  readonly seat: Seat | null;
  readonly number: number;
  readonly ingredients: readonly OutlineEntry[];
}

export interface OutlineOfCloth {
  /** Whether the initiative is in the list. */
  readonly initiative: boolean;
  readonly connectors: readonly OutlineEntry[];
  /** Seats round the table before which ingredients lie, then the middle. */
  readonly edges: readonly OutlineEdge[];
  /** How many things the list holds; the initiative counts when it is sought. */
  readonly found: number;
}

/**
 * The cloth as a list: every ingredient under the edge where it lies now, whoever wrote it, in the order they were
 * written. With `sought` only what holds those letters, whatever their case or accents.
 */
export function outlineOf(snapshot: ClothSnapshot, sought = ''): OutlineOfCloth {
  const { initiative, seats, items, ties } = snapshot;
  const tied = new Map<string, OutlineTie[]>();
  const note = (id: string, tie: OutlineTie) => {
    const known = tied.get(id);
    if (known) known.push(tie);
    else tied.set(id, [tie]);
  };
  for (const tie of ties) {
    if (tie.from !== INITIATIVE) note(tie.from, { tie, other: tie.to });
    if (tie.to !== INITIATIVE) note(tie.to, { tie, other: tie.from });
  }
  const letters = plain(sought);
  // Hidden words are nobody's to find.
  const holds = (text: string) => letters === '' || plain(text).includes(letters);
  const entries = items
    .filter((item) => holds(item.masked ? '' : item.text))
    .map((item): OutlineEntry => ({ item, ties: tied.get(item.id) ?? NO_TIES }));
  const zones = layTable(snapshot).zones.map(({ seat, zone }) => ({ id: seat.id, zone }));
  const atEdge = new Map<string | null, OutlineEntry[]>();
  for (const entry of entries) {
    if (entry.item.kind !== 'ingredient') continue;
    const edge = edgeAt(zones, entry.item.pos);
    const there = atEdge.get(edge);
    if (there) there.push(entry);
    else atEdge.set(edge, [entry]);
  }
  const edges = [...seats.map((seat, at) => ({ seat, number: at + 1 })), { seat: null, number: 0 }]
    .map(({ seat, number }): OutlineEdge => ({ seat, number, ingredients: atEdge.get(seat?.id ?? null) ?? [] }))
    .filter((edge) => edge.ingredients.length > 0);
  return {
    initiative: holds(initiative),
    connectors: entries.filter(({ item }) => item.kind === 'connector'),
    edges,
    found: entries.length + (letters !== '' && holds(initiative) ? 1 : 0),
  };
}

const NO_TIES: readonly OutlineTie[] = [];

/** Words without case and accents, to seek in. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLocaleLowerCase()
    .trim();
}
