import { INITIATIVE } from '../../../shared/model/schema.ts';
import type { OutlineEdge, OutlineEntry, OutlineOfCloth, OutlineTie } from './outline-of.ts';
import { plain } from './outline-of.ts';

/** Where a row stands in the tree, as a screen reader tells it. */
interface Standing {
  /** Tells it from all other rows. A tie has two rows, one under each end. */
  readonly key: string;
  readonly level: 1 | 2 | 3;
  /** Its number among the rows of its level under the same row, from 1, and how many those are. */
  readonly at: number;
  readonly of: number;
  /** Whether the rows under it are shown; null when there are none. */
  readonly open: boolean | null;
  /** Key of the row that it stands under. */
  readonly under: string | null;
}

export type Row = Standing &
  (
    | { readonly kind: 'initiative' }
    | { readonly kind: 'connectors'; readonly count: number }
    | { readonly kind: 'edge'; readonly edge: OutlineEdge }
    | { readonly kind: 'thing'; readonly entry: OutlineEntry }
    | { readonly kind: 'tie'; readonly tie: OutlineTie; readonly from: OutlineEntry }
  );

/** Whether somebody opened or closed a row, by its key; a row that is not there is as it begins. */
export type Opened = ReadonlyMap<string, boolean>;

export const CONNECTORS = 'connectors';

/**
 * The rows that are shown, from top to bottom: the initiative, connectors, each edge; things under them; ties under those.
 * Connectors have their row also while there are none; not when one `seeks`, for what seeking leaves out is not missing, and not
 * on a theme sheet, where nobody waits for them.
 */
export function rowsOf({ initiative, connectors, edges }: OutlineOfCloth, opened: Opened, seeks = false): Row[] {
  const rows: Row[] = [];
  const gathers = connectors.length > 0 || !(seeks || edges.some(({ box }) => box !== null));
  const tops = (initiative ? 1 : 0) + (gathers ? 1 : 0) + edges.length;
  if (initiative)
    rows.push({ kind: 'initiative', key: INITIATIVE, level: 1, at: 1, of: tops, open: null, under: null });
  const groups = [
    ...(gathers ? [{ key: CONNECTORS, things: connectors, edge: null }] : []),
    ...edges.map((edge) => ({ key: edgeKey(edge), things: edge.ingredients, edge })),
  ];
  groups.forEach(({ key, things, edge }, nth) => {
    const open = things.length > 0 ? (opened.get(key) ?? true) : null;
    const standing = { key, level: 1, at: tops - groups.length + nth + 1, of: tops, open, under: null } as const;
    rows.push(edge ? { kind: 'edge', edge, ...standing } : { kind: 'connectors', count: things.length, ...standing });
    if (open)
      for (const [at, entry] of things.entries()) addThing(rows, entry, { at, of: things.length, under: key, opened });
  });
  return rows;
}

interface Among {
  readonly at: number;
  readonly of: number;
  readonly under: string;
  readonly opened: Opened;
}

function addThing(rows: Row[], entry: OutlineEntry, { at, of, under, opened }: Among): void {
  const { id } = entry.item;
  const open = entry.ties.length > 0 ? (opened.get(id) ?? false) : null;
  rows.push({ kind: 'thing', entry, key: id, level: 2, at: at + 1, of, open, under });
  if (!open) return;
  entry.ties.forEach((tie, nth) => {
    const standing = { level: 3, at: nth + 1, of: entry.ties.length, open: null, under: id } as const;
    rows.push({ kind: 'tie', tie, from: entry, key: tieKey(id, tie.tie.id), ...standing });
  });
}

const edgeKey = ({ seat, box }: OutlineEdge) => (box ? `box ${box}` : `edge ${seat?.id ?? ''}`);

export function tieKey(item: string, tie: string): string {
  return `${item} ${tie}`;
}

/** What of the cloth a row stands for: an item, a tie or `initiative`; null for a row that only gathers others. */
export function targetOf(row: Row): string | null {
  switch (row.kind) {
    case 'initiative':
      return INITIATIVE;
    case 'thing':
      return row.entry.item.id;
    case 'tie':
      return row.tie.tie.id;
    default:
      return null;
  }
}

/** Where the keyboard goes on when what it stood on is gone: to what took its place, else to the last row. */
export function rowAfter(rows: readonly Row[], key: string, was: number): number {
  const at = rows.findIndex((row) => row.key === key);
  return at >= 0 ? at : Math.max(0, Math.min(was, rows.length - 1));
}

/**
 * The next row from `from` on, round and round, of which a word begins with these letters: a thing before a row that only
 * gathers things, and with `ends` (what a tie may end at) a thing or none. -1 when there is none.
 */
export function rowWith(
  rows: readonly Row[],
  wordsOf: (row: Row) => string,
  letters: string,
  { from, ends }: { readonly from: number; readonly ends: boolean },
): number {
  const sought = plain(letters);
  if (sought === '') return -1;
  let gathering = -1;
  let thing = -1;
  for (let step = 0; step < rows.length; step++) {
    const at = (from + step) % rows.length;
    const row = rows[at];
    const words = row ? plain(wordsOf(row)) : '';
    if (!row || row.kind === 'tie' || !beginsWith(words, sought)) continue;
    const isThing = row.kind === 'thing' || row.kind === 'initiative';
    // Who has typed all of a row's words means that row, whatever else has a word like it.
    if (words === sought && (isThing || !ends)) return at;
    if (isThing && thing < 0) thing = at;
    if (!isThing && gathering < 0) gathering = at;
  }
  return thing >= 0 || ends ? thing : gathering;
}

function beginsWith(words: string, letters: string): boolean {
  return words.startsWith(letters) || words.includes(` ${letters}`);
}
