/**
 * `npm run bench:export`: a cloth of 2,000 items and 1,000 ties in every form of picture, made in the server's own thread for
 * pictures: how long each takes, how large it is, and how much memory the process has over its rest. Prints a table, and puts it
 * in docs/benchmarks.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { readConfig } from '../../server/core/config.ts';
import { Metrics } from '../../server/core/metrics.ts';
import { PictureShop, type PictureTask } from '../../server/export/picture-shop.ts';
import { USUAL_PAGE, WHOLE } from '../../shared/scene/page-choice.ts';
import { bigCloth, FULL } from './canvas/big-cloth.ts';

/** The best of so many: a machine that does other things too makes any of them dearer, and none cheaper. */
const TIMES = 3;
const WIDTH = 6_000;
const SAMPLE_MS = 10;
const MB = 1024 * 1024;

const json = new TextEncoder().encode(JSON.stringify({ cloth: bigCloth(FULL), at: null, since: null }));
const page = { ...USUAL_PAGE, paper: 'a0' } as const;
const orders: readonly { readonly name: string; readonly task: Pick<PictureTask, 'form' | 'choice'> }[] = [
  { name: 'SVG, words as words', task: { form: 'svg', choice: choiceOf({}) } },
  { name: 'SVG, letters as shapes', task: { form: 'svg-shapes', choice: choiceOf({}) } },
  { name: `PNG, ${WIDTH.toLocaleString('en')} px wide`, task: { form: 'png', choice: choiceOf({}) } },
  { name: 'PDF, A0', task: { form: 'pdf', choice: choiceOf({}) } },
  { name: 'PDF, A0 on A3 sheets', task: { form: 'pdf', choice: choiceOf({ tile: 'a3' }) } },
];

function choiceOf(some: Partial<PictureTask['choice']['page']>): PictureTask['choice'] {
  return { language: 'nl', now: 0, part: WHOLE, page: { ...page, ...some } };
}

const shop = new PictureShop(readConfig({ LOG_LEVEL: 'silent', WORK_SECONDS: '60' }).limits, new Metrics().pictures);
const rest = process.memoryUsage.rss();
let most = rest;
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss());
}, SAMPLE_MS);
const rows: string[][] = [];
for (const { name, task } of orders) {
  most = rest;
  let best = Number.POSITIVE_INFINITY;
  let bytes = 0;
  for (let nth = 0; nth < TIMES; nth++) {
    const began = performance.now();
    // Another version each time: what was made of the same one would be given again.
    const made = await shop.make('bench', `${name} ${nth}`, { json, ...task, width: WIDTH });
    best = Math.min(best, performance.now() - began);
    bytes = made.length;
  }
  rows.push([name, `${Math.round(bytes / 1024)} kB`, `${Math.round(best)} ms`, `${Math.round((most - rest) / MB)} MB`]);
}
clearInterval(watch);
shop.stop();

const head = ['form', 'size', 'time', 'memory over rest'];
const table = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const said = `\`npm run bench:export\`: Node ${process.versions.node}, one of ${cpus().length} cores of ${cpus()[0]?.model.trim()}.`;
console.log(`${said}\n\n${table}`);
const FILE = 'docs/benchmarks.md';
const marked = /(<!-- export: begin -->\n)[\s\S]*?(\n<!-- export: end -->)/;
const text = readFileSync(FILE, 'utf8');
if (!marked.test(text)) throw new Error(`${FILE} has no place for it`);
writeFileSync(
  FILE,
  text.replace(marked, (_, begin: string, end: string) => `${begin}${said}\n\n${table}${end}`),
);
