import { INITIATIVE, POSITION_LETTERS, type PositionLetter } from '../../model/schema.ts';
import type { ClothSnapshot, Item, Tie } from '../../model/snapshot.ts';
import type { Language } from '../../text/language.ts';

/** A cloth as other programs know networks: the initiative and every item a node, every tie an edge without direction. */
export interface Graph {
  readonly title: string;
  readonly nodes: readonly Node[];
  readonly edges: readonly Tie[];
}

export interface Node {
  readonly id: string;
  readonly kind: 'initiative' | Item['kind'];
  readonly words: string;
  /** Name of the seat at whose edge it was written; '' for none. */
  readonly edge: string;
  /** The item itself; null for the initiative. */
  readonly item: Item | null;
}

export function graphOf({ meta, initiative, items, ties, seats }: ClothSnapshot): Graph {
  const edgeOf = new Map(seats.map(({ id, name }) => [id, name]));
  const middle: Node = { id: INITIATIVE, kind: 'initiative', words: initiative, edge: '', item: null };
  const nodes = items.map((item): Node => {
    const { id, kind, text } = item;
    return { id, kind, words: text, edge: edgeOf.get(item.seat ?? '') ?? '', item };
  });
  return { title: initiative || meta.title, nodes: [middle, ...nodes], edges: ties };
}

export type Value = string | number | boolean;

/** What a program is told of each node or edge. */
export interface Column<T> {
  /**
   * Its name in files for programs. Never a bare `g`, `r`, `b`, `x`, `y`, `size`, `color`, `label` or `weight`: Gephi takes
   * those for how a node looks; and never `id`, which igraph keeps for itself.
   */
  readonly key: string;
  readonly type: 'string' | 'boolean' | 'double';
  /** Its name in a table that people read. */
  readonly title: Readonly<Record<Language, string>>;
  readonly of: (record: T) => Value;
  /** What people prepared of a contact: goes along only when that is asked. */
  readonly story?: true;
}

const POSITION_TITLES: Readonly<Record<PositionLetter, Readonly<Record<Language, string>>>> = {
  i: { nl: 'initiatiefnemer', en: 'initiator' },
  p: { nl: 'partner', en: 'partner' },
  s: { nl: 'schakel', en: 'connector' },
  l: { nl: 'leverancier', en: 'supplier' },
  g: { nl: 'gebruiker', en: 'user' },
};

/** What a position is called. */
export function positionName(letter: PositionLetter, language: Language): string {
  return POSITION_TITLES[letter][language];
}

const ofItem =
  (read: (item: Item) => Value): Column<Node>['of'] =>
  ({ item }) =>
    item ? read(item) : '';

const NODE_COLUMNS: readonly Column<Node>[] = [
  { key: 'kind', type: 'string', title: { nl: 'soort', en: 'kind' }, of: ({ kind }) => kind },
  { key: 'words', type: 'string', title: { nl: 'woorden', en: 'words' }, of: ({ words }) => words },
  { key: 'edge', type: 'string', title: { nl: 'rand van', en: 'edge of' }, of: ({ edge }) => edge },
  {
    key: 'written_by',
    type: 'string',
    title: { nl: 'geschreven door', en: 'written by' },
    of: ofItem(({ by }) => by),
  },
  {
    key: 'written_at',
    type: 'string',
    title: { nl: 'geschreven op', en: 'written on' },
    of: ofItem(({ createdAt }) => isoDay(createdAt)),
  },
  ...POSITION_LETTERS.map(
    (letter): Column<Node> => ({
      key: `position_${letter}`,
      type: 'boolean',
      title: POSITION_TITLES[letter],
      of: ({ item }) => item?.positions.includes(letter) ?? false,
    }),
  ),
  {
    key: 'meant',
    type: 'string',
    title: { nl: 'bedoeld', en: 'meant' },
    of: ofItem(({ clarification }) => clarification),
  },
  { key: 'x_mm', type: 'double', title: { nl: 'x (mm)', en: 'x (mm)' }, of: ({ item }) => item?.pos[0] ?? 0 },
  { key: 'y_mm', type: 'double', title: { nl: 'y (mm)', en: 'y (mm)' }, of: ({ item }) => item?.pos[1] ?? 0 },
  {
    key: 'story',
    type: 'string',
    story: true,
    title: { nl: 'eigen verhaal', en: 'own story' },
    of: ofItem(({ story }) => story),
  },
  {
    key: 'approach',
    type: 'string',
    story: true,
    title: { nl: 'alleen of samen', en: 'alone or together' },
    of: ofItem(({ approach }) => approach ?? ''),
  },
  {
    key: 'contacted',
    type: 'string',
    story: true,
    title: { nl: 'contact', en: 'contact' },
    of: ofItem(({ contacted }) => contacted ?? ''),
  },
  {
    key: 'contact_when',
    type: 'string',
    story: true,
    title: { nl: 'wanneer', en: 'when' },
    of: ofItem(({ contactWhen }) => contactWhen),
  },
  {
    key: 'contact_by',
    type: 'string',
    story: true,
    title: { nl: 'wie gaat', en: 'who goes' },
    of: ofItem(({ contactBy }) => contactBy),
  },
];

/** What is told of nodes; what people prepared of contacts only with `stories`. */
export function nodeColumns(stories: boolean): readonly Column<Node>[] {
  return stories ? NODE_COLUMNS : NODE_COLUMNS.filter((column) => !column.story);
}

export const EDGE_COLUMNS: readonly Column<Tie>[] = [
  { key: 'expected', type: 'boolean', title: { nl: 'verwacht', en: 'expected' }, of: ({ expected }) => expected },
];

/** `2026-11-28`, by the clock of whoever made the file; '' for a time that is no date. */
function isoDay(ms: number): string {
  const date = new Date(ms);
  if (ms <= 0 || Number.isNaN(date.getTime())) return '';
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
