/**
 * `npm run bench:sync [part…] [--rounds n]`: this server, acknowledging durably, beside the y-websocket reference server,
 * Hocuspocus with a store on disk, and a bare relay as the floor. Parts: work, load, memory, joins, and of this
 * server alone strangers (a neighbour under attack) and scale (how many people a core holds); all without a name. Each part prints its table with the ratios to the targets, and puts it in docs/benchmarks.md.
 */
import { PARTS, type PartName, parts } from './parts.ts';
import { peersFolder } from './peers.ts';
import { report } from './report.ts';

const given = process.argv.slice(2);
const at = given.indexOf('--rounds');
const rounds = at < 0 ? 3 : Number(given[at + 1]);
const named = at < 0 ? given : given.toSpliced(at, 2);
const unknown = named.filter((name) => !PARTS.includes(name as PartName));
if (unknown.length > 0 || !Number.isInteger(rounds) || rounds < 1) {
  console.error(`npm run bench:sync [${PARTS.join('|')}]… [--rounds n]`);
  process.exit(1);
}
/** Parts that are taken in one round whatever is asked: each figure of theirs is of a thousand connections or of a whole cloth. */
const ONCE: ReadonlySet<PartName> = new Set(['memory', 'joins', 'strangers', 'scale']);
const ALONE: ReadonlySet<string> = new Set<PartName>(['strangers', 'scale']);
// Before anything is measured, so that installing does not run beside it.
if (named.length === 0 || !named.every((name) => ALONE.has(name))) peersFolder();
for (const name of PARTS.filter((part) => named.length === 0 || named.includes(part))) {
  const startedAt = performance.now();
  console.log(`\n${name}…`);
  report(name, await parts[name](rounds), ONCE.has(name) ? 1 : rounds);
  console.log(`${name}: ${((performance.now() - startedAt) / 1_000).toFixed(0)} s`);
}
