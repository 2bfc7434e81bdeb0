/**
 * `npm run bench:routing`: how ties go round what they do not join, on the case and on cloths of three seeds each: how many run
 * through something when they are drawn as if nothing stood there and how many do when routed, how much longer they get, and
 * what it costs, and what calming the lines makes of them for each. Prints a table, and puts it in docs/benchmarks.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { calmLines } from '../../shared/layout/calm/calm.ts';
import { shiftItem } from '../../shared/layout/item-shape.ts';
import { itemBarrier, plainBarrier, seatBarrier } from '../../shared/layout/routing/barrier.ts';
import { type Ground, routeTies, tangleOf } from '../../shared/layout/routing/network.ts';
import { crossingsOf, hitsOf, measureOf } from '../../shared/layout/routing/survey.ts';
import { type TieEnd, tiePath } from '../../shared/layout/tie-path.ts';
import { INITIATIVE } from '../../shared/model/schema.ts';
import type { ClothSnapshot } from '../../shared/model/snapshot.ts';
import { buildScene } from '../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../shared/text/text-measure.ts';
import { differentiatie } from '../support/cases/differentiatie.ts';
import { seeded } from '../support/cases/seeded.ts';

const SEEDS = [1, 2, 3];
const CLOTHS: readonly { readonly name: string; readonly cloths: readonly ClothSnapshot[] }[] = [
  { name: 'the case: 14 connectors, 37 ties', cloths: [differentiatie()] },
  { name: '10 connectors, 30 ties', cloths: of(4, 10, 30) },
  { name: '14 connectors, 43 ties', cloths: of(4, 14, 43) },
  { name: '20 connectors, 56 ties', cloths: of(8, 20, 56) },
  { name: '40 connectors, 120 ties', cloths: of(24, 40, 120) },
];
/** Steps of a drag, and how many connectors are dragged. */
const DRAG = { steps: 40, mm: 3, connectors: 8 } as const;
/** The best of so many: a machine that does other things too makes any of them dearer, and none cheaper. */
const TIMES = 9;

const head = [
  'cloth',
  'through, plain',
  'through, routed',
  'length',
  'crossings',
  'whole cloth',
  'drag step, mean',
  'p95',
  'calmed: crossings',
  'moved',
  'time',
];
const rows = CLOTHS.map(({ name, cloths }) => {
  const all = cloths.map(measured);
  const sum = (of: (one: (typeof all)[number]) => number) => all.reduce((total, one) => total + of(one), 0);
  const steps = all.flatMap(({ steps }) => steps).sort((a, b) => a - b);
  const mean = steps.reduce((total, ms) => total + ms, 0) / steps.length;
  const part = (many: number) => `${((100 * many) / sum(({ ties }) => ties)).toFixed(1)} %`;
  return [
    name,
    part(sum(({ plain }) => plain)),
    part(sum(({ through }) => through)),
    `${(sum(({ length }) => length) / sum(({ before }) => before)).toFixed(2)} ×`,
    `${(sum(({ crossed }) => crossed) / all.length).toFixed(0)} → ${(sum(({ crossings }) => crossings) / all.length).toFixed(0)}`,
    `${Math.max(...all.map(({ whole }) => whole)).toFixed(1)} ms`,
    `${mean.toFixed(2)} ms`,
    `${(steps[Math.floor(0.95 * steps.length)] ?? Number.NaN).toFixed(2)} ms`,
    all.map(({ calm }) => calm.crossings).join(', '),
    all.map(({ calm }) => calm.moved).join(', '),
    `${Math.max(...all.map(({ calm }) => calm.ms)).toFixed(0)} ms`,
  ];
});
const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
console.log(table);
const FILE = 'docs/benchmarks.md';
const [BEGIN, END] = ['<!-- routing: begin -->', '<!-- routing: end -->'];
const text = readFileSync(FILE, 'utf8');
const words = `\`npm run bench:routing\`: three seeds of each but the case, Node ${process.versions.node}, one of ${cpus().length} cores of ${cpus()[0]?.model}.`;
writeFileSync(
  FILE,
  `${text.slice(0, text.indexOf(BEGIN))}${BEGIN}\n${words}\n\n${table}\n${text.slice(text.indexOf(END))}`,
);

function of(seats: number, connectors: number, ties: number): ClothSnapshot[] {
  return SEEDS.map((seed) => seeded({ seats, connectors, ties, seed }));
}

function measured({ ties, ...cloth }: ClothSnapshot) {
  const ground: Ground = buildScene({ ...cloth, ties }, fontMeasure);
  const { items, initiative, seats } = ground;
  const end = (id: string): TieEnd => items.find((item) => item.id === id) ?? initiative;
  const plainCourses = ties.map(({ from, to }) => [tiePath(end(from), end(to))]);
  const barriers = [...items.map(itemBarrier), plainBarrier(INITIATIVE, initiative), ...seats.map(seatBarrier)];
  const network = routeTies(ties, ground, null);
  const whole = Math.min(...Array.from({ length: TIMES }, () => time(() => routeTies(ties, ground, null))));
  const { crossings, through, length } = tangleOf(network);
  return {
    ties: ties.length,
    plain: plainCourses.filter(
      (course, nth) => hitsOf(course, barriers, ties[nth] ?? { from: '', to: '' }, 2).length > 0,
    ).length,
    through,
    crossings,
    crossed: crossingsOf(plainCourses),
    before: plainCourses.reduce((sum, course) => sum + measureOf(course).length, 0),
    length,
    whole,
    steps: dragged(ties, ground),
    calm: calmed(ties, ground),
  };
}

/** What is offered for calmer lines: crossings with a few moved and with as many as help, and how many those are. */
function calmed(ties: ClothSnapshot['ties'], ground: Ground) {
  const { now, calmer } = calmLines(ties, ground);
  const ms = Math.min(...Array.from({ length: 3 }, () => time(() => calmLines(ties, ground))));
  const steps = calmer.length > 1 ? [calmer[0], calmer.at(-1)] : calmer;
  return {
    crossings: [now, ...steps.map((step) => step?.tangle)].map((tangle) => tangle?.crossings).join(' → '),
    moved: steps.map((step) => step?.places.size).join(' / ') || '–',
    ms,
  };
}

/** What each step costs when connectors are dragged in a wide bow, ms: for each the least of a few goes. */
function dragged(ties: ClothSnapshot['ties'], ground: Ground): number[] {
  const connectors = ground.items.filter(({ radius }) => radius > 0).slice(0, DRAG.connectors);
  return connectors.flatMap((one, nth) => {
    const goes = Array.from({ length: 3 }, () => {
      let network = routeTies(ties, ground, null);
      return Array.from({ length: DRAG.steps }, (_, step) => {
        const [dx, dy] = [
          (step + 1) * DRAG.mm * (nth % 2 === 0 ? 1 : -1),
          ((step * step) / 20) * (nth % 3 === 0 ? 1 : -1),
        ];
        const items = ground.items.map((item) => (item === one ? shiftItem(item, dx, dy) : item));
        return time(() => {
          network = routeTies(ties, { ...ground, items }, network);
        });
      });
    });
    return Array.from({ length: DRAG.steps }, (_, step) => Math.min(...goes.map((go) => go[step] ?? Number.NaN)));
  });
}

/** Processor time, ms: it does not count what else the machine is doing. */
function time(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
