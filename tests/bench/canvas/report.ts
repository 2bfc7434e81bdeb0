import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** Steps in the order of the report; `most` is the target as a part of the floor, or in ms for `load`. */
export const STEPS = [
  { id: 'pan', name: 'pan at 100 %', most: 1.2 },
  { id: 'panAll', name: 'pan, all in view', most: 1.2 },
  { id: 'zoom', name: 'zoom', most: 1.2 },
  { id: 'drag', name: 'drag one item with 4 ties', most: 0.4 },
  { id: 'remote', name: '20 items moved by others at 30 Hz', most: 0.4 },
  { id: 'type', name: 'type a key in an item', most: 0.4 },
  { id: 'moveAll', name: 'move all 2,000 items', most: null },
  { id: 'load', name: 'load to interactive', most: null },
] as const;

/** Longest load to interactive, ms. */
const MOST_LOAD_MS = 1_500;

export interface Results {
  readonly floor: Record<string, number>;
  readonly client: Record<string, number>;
}

export interface Circumstances {
  readonly rounds: number;
  /** Which browser, with its version. */
  readonly browser: string;
  readonly viewport: { readonly width: number; readonly height: number };
}

const FILE = 'docs/benchmarks.md';
const [BEGIN, END] = ['<!-- canvas: begin -->', '<!-- canvas: end -->'];

/** Prints the table, and puts it in the section Canvas of docs/benchmarks.md. */
export async function report(results: Results, circumstances: Circumstances): Promise<void> {
  const table = tableOf(results);
  console.log(table);
  const section = `${BEGIN}\n${introduction(circumstances)}\n\n${table}\n${END}`;
  const before = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '# Benchmarks\n';
  const at = before.indexOf(BEGIN);
  const after =
    at < 0
      ? `${before.trimEnd()}\n\n## Canvas\n\n${section}\n`
      : before.slice(0, at) + section + before.slice(before.indexOf(END) + END.length);
  writeFileSync(FILE, after);
}

function introduction({ rounds, browser, viewport }: Circumstances): string {
  const model = cpus()[0]?.model ?? 'unknown';
  return [
    `\`npm run bench:canvas\`: a cloth of 2,000 items and 1,000 ties, in ${browser} without a graphics card,`,
    `${viewport.width} × ${viewport.height} px, on ${cpus().length} cores of ${model}. Milliseconds of main-thread`,
    `processor time per step, median of ${rounds} rounds; what the page puts off until the hand rests is counted in. The floor`,
    `is a page that does nothing but draw the same picture, by the same painters, on a plain canvas: all that is in view,`,
    `on every step.`,
  ].join('\n');
}

function tableOf({ floor, client }: Results): string {
  const rows = STEPS.map(({ id, name, most }) => {
    const [least = Number.NaN, ours = Number.NaN] = [floor[id], client[id]];
    if (id === 'load') {
      const verdict = ours <= MOST_LOAD_MS ? 'met' : '**missed**';
      return [name, seconds(least), seconds(ours), '', `≤ ${seconds(MOST_LOAD_MS)}`, verdict];
    }
    const ratio = ours / least;
    const verdict = most === null ? '' : ratio <= most ? 'met' : '**missed**';
    return [name, least.toFixed(1), ours.toFixed(1), ratio.toFixed(2), most === null ? '' : `≤ ${most}`, verdict];
  });
  const head = ['step', 'floor', 'Tafelkleed', 'ratio', 'target', ''];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(2)} s`;
}
