import { INITIATIVE } from '../../model/schema.ts';
import type { Language } from '../../text/language.ts';
import type { Table } from '../table.ts';
import { EDGE_COLUMNS, type Graph, type Node, nodeColumns, positionName } from './graph.ts';

interface TableOptions {
  readonly language: Language;
  readonly stories?: boolean;
}

const NAMES = {
  nl: {
    nodes: 'Op het kleed',
    edges: 'Verbindingen',
    from: 'van',
    to: 'naar',
    fromWords: 'van (woorden)',
    toWords: 'naar (woorden)',
  },
  en: {
    nodes: 'On the cloth',
    edges: 'Ties',
    from: 'from',
    to: 'to',
    fromWords: 'from (words)',
    toWords: 'to (words)',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** Everything on the cloth, a row each, by an id that {@link edgeTable} names. */
export function nodeTable({ nodes }: Graph, { language, stories = false }: TableOptions): Table {
  const columns = nodeColumns(stories);
  return {
    name: NAMES[language].nodes,
    head: ['id', ...columns.map(({ title }) => title[language])],
    rows: nodes.map((node) => [node.id, ...columns.map(({ of }) => of(node))]),
  };
}

/** Every tie, a row each, with the ids and the words of its ends. */
export function edgeTable({ nodes, edges }: Graph, { language }: TableOptions): Table {
  const words = new Map(nodes.map((node) => [node.id, node.words]));
  const names = NAMES[language];
  return {
    name: names.edges,
    head: [
      'id',
      names.from,
      names.to,
      names.fromWords,
      names.toWords,
      ...EDGE_COLUMNS.map(({ title }) => title[language]),
    ],
    rows: edges.map((edge) => [
      edge.id,
      edge.from,
      edge.to,
      words.get(edge.from) ?? '',
      words.get(edge.to) ?? '',
      ...EDGE_COLUMNS.map(({ of }) => of(edge)),
    ]),
  };
}

const KUMU_TYPES: Readonly<Record<Language, Readonly<Record<Node['kind'], string>>>> = {
  nl: { initiative: 'Initiatief', connector: 'Schakel', ingredient: 'Ingrediënt' },
  en: { initiative: 'Initiative', connector: 'Connector', ingredient: 'Ingredient' },
};
const KUMU_TIES: Readonly<Record<Language, readonly [seen: string, expected: string]>> = {
  nl: ['Verbinding', 'Verwacht'],
  en: ['Tie', 'Expected'],
};

/**
 * The two sheets that Kumu imports (docs.kumu.io, "Import"): the first begins with `ID`, the second with `From` and `To`;
 * several values of one cell stand between bars. Ids are plain numbers, for Kumu's own hold no `_` and no `.`.
 */
export function kumuTables({ nodes, edges }: Graph, { language, stories = false }: TableOptions): Table[] {
  const ids = new Map(nodes.map(({ id }, at) => [id, id === INITIATIVE ? 'n0' : `n${at}`]));
  const elements = nodes.map((node) => [
    ids.get(node.id) ?? '',
    node.words,
    KUMU_TYPES[language][node.kind],
    (node.item?.positions ?? []).map((letter) => positionName(letter, language)).join('|'),
    node.edge,
    node.item?.clarification ?? '',
    ...(stories ? [node.item?.story ?? ''] : []),
  ]);
  const [seen, expected] = KUMU_TIES[language];
  return [
    {
      name: 'Elements',
      head: ['ID', 'Label', 'Type', 'Positions', 'Edge', 'Description', ...(stories ? ['Story'] : [])],
      rows: elements,
    },
    {
      name: 'Connections',
      head: ['From', 'To', 'Direction', 'Type'],
      rows: edges.map((edge) => [
        ids.get(edge.from) ?? '',
        ids.get(edge.to) ?? '',
        'undirected',
        edge.expected ? expected : seen,
      ]),
    },
  ];
}
