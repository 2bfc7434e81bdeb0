import { XML_HEAD, xmlText } from '../../text/xml-text.ts';
import { type Column, EDGE_COLUMNS, type Graph, nodeColumns } from './graph.ts';

/** A network as GraphML (graphml.graphdrawing.org), as NetworkX, igraph, yEd and Gephi read it. */
export function writeGraphml({ title, nodes, edges }: Graph, { stories = false } = {}): string {
  const columns = nodeColumns(stories);
  const keys = [
    ...columns.map((column) => keyOf(column, 'node')),
    ...EDGE_COLUMNS.map((column) => keyOf(column, 'edge')),
  ];
  const drawnNodes = nodes.map((node) => `<node id="${xmlText(node.id)}">${dataOf(columns, node)}</node>`);
  const drawnEdges = edges.map(
    (edge) =>
      `<edge id="${xmlText(edge.id)}" source="${xmlText(edge.from)}" target="${xmlText(edge.to)}">${dataOf(EDGE_COLUMNS, edge)}</edge>`,
  );
  return [
    `${XML_HEAD}<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">`,
    '<key id="title" for="graph" attr.name="title" attr.type="string"/>',
    ...keys,
    '<graph id="cloth" edgedefault="undirected">',
    `<data key="title">${xmlText(title)}</data>`,
    ...drawnNodes,
    ...drawnEdges,
    '</graph>',
    '</graphml>\n',
  ].join('\n');
}

function keyOf<T>({ key, type }: Column<T>, what: 'node' | 'edge'): string {
  return `<key id="${key}" for="${what}" attr.name="${key}" attr.type="${type}"/>`;
}

function dataOf<T>(columns: readonly Column<T>[], record: T): string {
  return columns.map(({ key, of }) => `<data key="${key}">${xmlText(String(of(record)))}</data>`).join('');
}
