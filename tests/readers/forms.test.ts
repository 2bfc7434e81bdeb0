import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { FORMS, type FormId, makeForm } from '../../shared/formats/forms.ts';
import { initialsOf } from '../../shared/method/named.ts';
import { INITIATIVE } from '../../shared/model/schema.ts';
import type { ClothSnapshot } from '../../shared/model/snapshot.ts';
import { soundText } from '../../shared/text/sound-text.ts';
import { clothOf } from '../support/cases/hostile.ts';

/** Words that break what is made carelessly, and any others. */
const NASTY = [
  '<script>alert(1)</script>',
  ']]>',
  '&amp; & &#0;',
  '=HYPERLINK("http://example.org";"x")',
  '+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  'a\u0000b\u0007c\u000bd\u0085e',
  '\ud83d',
  '\udcda op zijn kop',
  '\u202egnp.exe',
  'x'.repeat(500),
  '👩‍👩‍👧‍👦 📚',
  '漢字とかな',
  'שלום',
  'een "aanhaling"; met, alles\nop twee regels',
  '# kop',
  '1. lijst',
  '| tabel | cel |',
  '\ufffe\uffff',
  'toString',
  '__proto__',
];
const words = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 40 }));
const folder = mkdtempSync(join(tmpdir(), 'tafelkleed-readers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Asked = readonly [reader: string, path: string];

/** What other people's programs read in these files. */
function readBy(asked: readonly Asked[]): Record<string, unknown>[] {
  const said = execFileSync('/usr/bin/python3', ['-W', 'ignore', 'tests/readers/read.py'], {
    input: JSON.stringify(asked),
    maxBuffer: 256 * 1024 * 1024,
  });
  return JSON.parse(said.toString('utf8'));
}

let made = 0;
async function save(id: FormId, cloth: ClothSnapshot, choice: object = {}): Promise<string> {
  const path = join(folder, `${++made}${FORMS[id].extension}`);
  const content = await makeForm(id, cloth, { language: 'nl', names: 'full', stories: true, now: NOW, ...choice });
  writeFileSync(path, content);
  return path;
}

const NOW = Date.UTC(2026, 10, 28, 12);
/** XML has one kind of line end in what stands between tags; in what programs read of it the others are gone. */
const asRead = (text: string) => soundText(text);

test('whatever people write, other programs read the network that lay on the cloth, word for word', async () => {
  const cloths = fc.sample(clothOf(words), 25);
  const asked: Asked[] = [];
  for (const cloth of cloths) {
    const graphml = await save('graphml', cloth);
    asked.push(['networkx-graphml', graphml], ['igraph-graphml', graphml], ['gexf', await save('gexf', cloth)]);
  }
  const read = readBy(asked);
  for (const [at, cloth] of cloths.entries()) {
    const ids = [INITIATIVE, ...cloth.items.map(({ id }) => id)].sort();
    const said = cloth.items.map(({ id, text }) => [id, asRead(text)]);
    const ties = cloth.ties.map(({ from, to }) => [from, to].sort()).sort();
    const [networkx, igraph, gexf] = read.slice(3 * at, 3 * at + 3) as unknown as [Network, Igraph, Network];
    expect(networkx, JSON.stringify(cloth)).not.toHaveProperty('error');
    expect(Object.keys(networkx.nodes).sort()).toEqual(ids);
    expect(Object.entries(networkx.nodes).flatMap(ofItems('words')).sort()).toEqual(said.sort());
    expect(networkx.edges.map((ends) => [...ends].sort()).sort()).toEqual(ties);
    expect(igraph.directed).toBe(false);
    expect(igraph.nodes.map(({ id }) => id).sort()).toEqual(ids);
    expect(igraph.edges).toBe(cloth.ties.length);
    expect(gexf.version).toBe('1.3');
    expect(Object.entries(gexf.nodes).flatMap(ofItems('label')).sort()).toEqual(said.sort());
    expect(gexf.edges).toEqual(ties);
    for (const { id, pos, positions } of cloth.items) {
      // What lay at the top lies at the top.
      expect(gexf.nodes[id]?.at).toEqual([pos[0], -pos[1] + 0]);
      for (const letter of ['i', 'p', 's', 'l', 'g'] as const) {
        expect(networkx.nodes[id]?.[`position_${letter}`]).toBe(positions.includes(letter));
        expect(gexf.nodes[id]?.[`position_${letter}`]).toBe(String(positions.includes(letter)));
      }
    }
  }
});

interface Network {
  readonly version?: string;
  readonly nodes: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly edges: readonly (readonly string[])[];
}
interface Igraph {
  readonly directed: boolean;
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: number;
}

const ofItems =
  (key: string) =>
  ([id, data]: [string, Readonly<Record<string, unknown>>]): [string, unknown][] =>
    id === INITIATIVE ? [] : [[id, data[key] ?? '']];

test('in a spreadsheet all that people wrote is words, and nothing is carried out', async () => {
  const cloths = fc.sample(clothOf(words), 15);
  const asked: Asked[] = [];
  for (const cloth of cloths) {
    asked.push(['openpyxl', await save('xlsx', cloth)], ['openpyxl', await save('xlsx-kumu', cloth)]);
    asked.push(['csv', await save('csv-nodes', cloth)], ['csv', await save('contacts-csv', cloth)]);
  }
  const read = readBy(asked);
  for (const [at, cloth] of cloths.entries()) {
    const [book, kumu, nodes, contacts] = read.slice(4 * at, 4 * at + 4) as unknown as [
      Book,
      Book,
      string[][],
      string[][],
    ];
    expect([book, kumu].filter((one) => 'error' in one)).toEqual([]);
    for (const sheet of [...Object.values(book), ...Object.values(kumu)]) {
      for (const [, kind] of sheet.flat()) expect(['s', 'n']).toContain(kind);
    }
    expect(Object.keys(book)).toEqual(['Op het kleed', 'Verbindingen', 'Contacten']);
    expect(Object.keys(kumu)).toEqual(['Elements', 'Connections']);
    expect(kumu.Elements?.[0]?.slice(0, 2).map(([title]) => title)).toEqual(['ID', 'Label']);
    expect(kumu.Connections?.[0]?.slice(0, 2).map(([title]) => title)).toEqual(['From', 'To']);
    const labels = new Set(kumu.Elements?.map(([id]) => id?.[0]));
    for (const [from, to] of kumu.Connections?.slice(1) ?? []) {
      expect(labels.has(from?.[0]) && labels.has(to?.[0])).toBe(true);
    }
    expect(book['Op het kleed']).toHaveLength(cloth.items.length + 2);
    expect(nodes).toHaveLength(cloth.items.length + 2);
    expect(contacts).toHaveLength(cloth.items.filter(({ kind }) => kind === 'connector').length + 1);
    for (const cell of [...nodes, ...contacts].flat()) {
      expect(/^-?[\d,]+$/.test(cell) || !/^[\s]*[=+\-@\t\r]/.test(cell), JSON.stringify(cell)).toBe(true);
    }
  }
});

type Book = Readonly<Record<string, readonly (readonly (readonly [value: unknown, kind: string])[])[]>>;

test('who takes it home without names names nobody, and without stories tells none', async () => {
  const [cloth] = fc.sample(clothOf(fc.constantFrom('Roosmarijn', 'Quirijn')), { numRuns: 1, seed: 3 });
  if (!cloth) throw new Error('no cloth');
  const secret = { ...cloth, items: cloth.items.map((item) => ({ ...item, story: 'Zephyrverhaal' })) };
  for (const id of Object.keys(FORMS) as FormId[]) {
    if (id.startsWith('xlsx')) continue;
    const choice = { language: 'en', names: 'none', stories: false, now: NOW } as const;
    const people = {
      ...secret,
      initiative: 'leesplezier',
      items: secret.items.map((item) => ({
        ...item,
        contactWhen: '3 december',
        text: item.kind === 'connector' ? 'Roosmarijn' : 'boek',
        clarification: '',
      })),
    };
    const told = await makeForm(id, people, choice);
    expect(told, id).not.toMatch(/Roosmarijn|Quirijn|Zephyrverhaal/);
  }
  expect(initialsOf('Anne-Marie de Wit')).toBe('A.M.d.W.');
});
