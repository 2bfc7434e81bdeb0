"""Reads files as other people's programs do, and says what those made of them.

Standard input: a JSON list of [reader, path]. Standard output: a JSON list with, for each, what it read or {"error": why}.
"""

import csv
import json
import sys
import xml.etree.ElementTree as xml

import igraph
import networkx
import openpyxl


def network(graph):
    return {
        "nodes": {str(node): data for node, data in graph.nodes(data=True)},
        "edges": sorted([str(one), str(other)] for one, other in graph.edges()),
    }


def by_igraph(path):
    graph = igraph.Graph.Read_GraphML(path)
    return {
        "nodes": [vertex.attributes() for vertex in graph.vs],
        "edges": len(graph.es),
        "directed": graph.is_directed(),
    }


def by_gexf(path):
    """GEXF 1.3, which NetworkX does not know yet."""
    gexf, viz = "{http://gexf.net/1.3}", "{http://gexf.net/1.3/viz}"
    root = xml.parse(path).getroot()
    graph = root.find(f"{gexf}graph")
    titles = {
        (kind.get("class"), one.get("id")): one.get("title")
        for kind in graph.findall(f"{gexf}attributes")
        for one in kind.findall(f"{gexf}attribute")
    }

    def values(element, kind):
        found = element.find(f"{gexf}attvalues")
        return {titles[kind, one.get("for")]: one.get("value") for one in found}

    return {
        "version": root.get("version"),
        "nodes": {
            node.get("id"): {
                "label": node.get("label"),
                "at": [float(node.find(f"{viz}position").get(axis)) for axis in "xy"],
                **values(node, "node"),
            }
            for node in graph.find(f"{gexf}nodes")
        },
        "edges": sorted(
            sorted([edge.get("source"), edge.get("target")]) for edge in graph.find(f"{gexf}edges")
        ),
    }


def workbook(path):
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: [[[cell.value, cell.data_type] for cell in row] for row in sheet.iter_rows()]
        for sheet in book.worksheets
    }


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


READERS = {
    "networkx-graphml": lambda path: network(networkx.read_graphml(path)),
    "gexf": by_gexf,
    "igraph-graphml": by_igraph,
    "openpyxl": workbook,
    "csv": table,
}


def read(reader, path):
    try:
        return READERS[reader](path)
    except Exception as why:  # Whatever a reader says of a file is what we want to know.
        return {"error": f"{type(why).__name__}: {why}"}


json.dump([read(reader, path) for reader, path in json.load(sys.stdin)], sys.stdout)
