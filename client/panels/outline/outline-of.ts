import { BOXES, type BoxId, boxAt } from '../../../shared/layout/boxes.ts';
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

/** What lies before one seat, or before none; on a theme sheet, in one box. `number` is the place round the table, from 1. */
export interface OutlineEdge {
  /** Null for what lies in the middle, before nobody, or in a box. */
  readonly seat: Seat | null;
  readonly number: number;
  /** Null on a cloth. */
  readonly box: BoxId | null;
  readonly ingredients: readonly OutlineEntry[];
}

export interface OutlineOfCloth {
  /** Whether the initiative is in the list. */
  readonly initiative: boolean;
  readonly connectors: readonly OutlineEntry[];
  /** Seats round the table before which ingredients lie, then the middle; or the boxes of a theme sheet, those without a slip too. */
  readonly edges: readonly OutlineEdge[];
  /** How many things the list holds; the initiative counts when it is sought. */
  readonly found: number;
}

/**
 * The cloth as a list: every ingredient under the edge or in the box where it lies now, whoever wrote it, in the order they were
 * written. With `sought` only what holds those letters, whatever their case or accents.
 */
export function outlineOf(snapshot: ClothSnapshot, sought = ''): OutlineOfCloth {
  const { initiative, items, ties } = snapshot;
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
  const ingredients = entries.filter(({ item }) => item.kind === 'ingredient');
  const edges = snapshot.meta.sheet === 'theme' ? boxesOf(ingredients) : edgesOf(snapshot, ingredients);
  return {
    initiative: holds(initiative),
    connectors: entries.filter(({ item }) => item.kind === 'connector'),
    edges: edges.filter(({ box, ingredients: there }) => there.length > 0 || (box !== null && letters === '')),
    found: entries.length + (letters !== '' && holds(initiative) ? 1 : 0),
  };
}

const NO_TIES: readonly OutlineTie[] = [];

/** Every edge of the table, then the middle. */
function edgesOf(snapshot: ClothSnapshot, ingredients: readonly OutlineEntry[]): OutlineEdge[] {
  const zones = layTable(snapshot).zones.map(({ seat, zone }) => ({ id: seat.id, zone }));
  const atEdge = groupBy(ingredients, ({ item }) => edgeAt(zones, item.pos));
  const seats = snapshot.seats.map((seat, at) => ({ seat, number: at + 1 }));
  return [...seats, { seat: null, number: 0 }].map(({ seat, number }) => ({
    seat,
    number,
    box: null,
    ingredients: atEdge.get(seat?.id ?? null) ?? [],
  }));
}

/** The boxes of a theme sheet, in the order in which they are read. */
function boxesOf(ingredients: readonly OutlineEntry[]): OutlineEdge[] {
  const inBox = groupBy(ingredients, ({ item }) => boxAt(item.pos));
  return BOXES.map((box) => ({ seat: null, number: 0, box, ingredients: inBox.get(box) ?? [] }));
}

function groupBy<Key>(entries: readonly OutlineEntry[], keyOf: (entry: OutlineEntry) => Key) {
  const groups = new Map<Key, OutlineEntry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const there = groups.get(key);
    if (there) there.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}

/** Words without case and accents, to seek in. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLocaleLowerCase()
    .trim();
}
