import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { markdown, type Table } from '../table.ts';

const FILE = 'docs/benchmarks.md';
const HEADING = '## Sync';

/** Prints the tables of one part, and puts them in the section Sync of docs/benchmarks.md, in the place of its last ones. */
export function report(part: string, tables: readonly Table[], rounds: number): void {
  const text = tables.map(markdown).join('\n\n');
  console.log(text);
  const [begin, end] = [`<!-- sync ${part}: begin -->`, `<!-- sync ${part}: end -->`];
  const model = cpus()[0]?.model ?? 'unknown';
  const machine = `\`npm run bench:sync ${part}\`, rounds: ${rounds}, ${cpus().length} cores of ${model}, Node ${process.versions.node}.`;
  const section = `${begin}\n${machine}\n\n${text}\n${end}`;
  const before = existsSync(FILE) ? readFileSync(FILE, 'utf8').trimEnd() : '# Benchmarks';
  const headed = before.includes(HEADING) ? before : `${before}\n\n${HEADING}`;
  const at = headed.indexOf(begin);
  const after =
    at < 0 ? `${headed}\n\n${section}` : headed.slice(0, at) + section + headed.slice(headed.indexOf(end) + end.length);
  writeFileSync(FILE, `${after}\n`);
}
