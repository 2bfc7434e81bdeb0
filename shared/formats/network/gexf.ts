import { POSITION_COLOURS } from '../../scene/palette.ts';
import { XML_HEAD, xmlText } from '../../text/xml-text.ts';
import { type Column, EDGE_COLUMNS, type Graph, type Node, nodeColumns } from './graph.ts';

/** How large Gephi draws a node: the initiative, a connector, an ingredient. */
const SIZES: Readonly<Record<Node['kind'], number>> = { initiative: 60, connector: 30, ingredient: 12 };
const MIDDLE = '#fff4cf';

/**
 * A network as GEXF 1.3 (gexf.net), as Gephi reads it: every node lies where it lay on the cloth, in the colour of its first
 * position or of its writer's marker. `now`, ms since the epoch: when it was made.
 */
export function writeGexf({ title, nodes, edges }: Graph, { stories = false, now }: GexfOptions): string {
  const columns = nodeColumns(stories).filter(({ key }) => key !== 'words');
  const drawnNodes = nodes.map((node) => {
    const [x, y] = node.item?.pos ?? [0, 0];
    // What lies at the top of a cloth lies at the top in Gephi: there y goes up.
    return `<node id="${xmlText(node.id)}" label="${xmlText(node.words)}">${valuesOf(columns, node)}<viz:color ${rgb(colourOf(node))}/><viz:position x="${x}" y="${-y}" z="0"/><viz:size value="${SIZES[node.kind]}"/></node>`;
  });
  const drawnEdges = edges.map(
    (edge) =>
      `<edge id="${xmlText(edge.id)}" source="${xmlText(edge.from)}" target="${xmlText(edge.to)}" weight="1">${valuesOf(EDGE_COLUMNS, edge)}</edge>`,
  );
  return [
    `${XML_HEAD}<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">`,
    `<meta lastmodifieddate="${new Date(now).toISOString().slice(0, 10)}"><creator>Tafelkleed</creator><description>${xmlText(title)}</description></meta>`,
    '<graph defaultedgetype="undirected" mode="static">',
    declared(columns, 'node'),
    declared(EDGE_COLUMNS, 'edge'),
    `<nodes>\n${drawnNodes.join('\n')}\n</nodes>`,
    `<edges>\n${drawnEdges.join('\n')}\n</edges>`,
    '</graph>',
    '</gexf>\n',
  ].join('\n');
}

interface GexfOptions {
  readonly stories?: boolean;
  readonly now: number;
}

function declared<T>(columns: readonly Column<T>[], of: 'node' | 'edge'): string {
  const rows = columns.map(({ key, type }) => `<attribute id="${key}" title="${key}" type="${type}"/>`);
  return `<attributes class="${of}" mode="static">${rows.join('')}</attributes>`;
}

function valuesOf<T>(columns: readonly Column<T>[], record: T): string {
  const values = columns.map(({ key, of }) => `<attvalue for="${key}" value="${xmlText(String(of(record)))}"/>`);
  return `<attvalues>${values.join('')}</attvalues>`;
}

function colourOf({ item }: Node): string {
  const [first] = item?.positions ?? [];
  if (first) return POSITION_COLOURS[first];
  return item?.colour ?? MIDDLE;
}

function rgb(colour: string): string {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `r="${r}" g="${g}" b="${b}"`;
}
