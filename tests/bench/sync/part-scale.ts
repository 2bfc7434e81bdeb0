import { digits, type Row, type Table } from '../table.ts';
import { Crowd, type Seen } from './crowd.ts';
import { type Form, Nodes } from './forms.ts';
import { HELD_MS } from './scenarios.ts';
import { between, type Served, Services } from './services.ts';
import { median, quantile } from './statistics.ts';

/** A group at work, as the goal has it: edits and presence of each, per second. */
const GROUP = { perCloth: 8, edits: 1, presence: 5 } as const;
const PEOPLE_A_CORE = 1_000;
/** So many times what one node holds three are to hold. */
const THREE_TO_ONE = 2.4;

const ONE: Form = { name: 'one node, LevelDB', nodes: 1, store: 'LevelDB', spread: false };
const ON_SERVICES: Form = { name: 'one node, PostgreSQL and Redis', nodes: 1, store: 'PostgreSQL', spread: false };
const TOGETHER: Form = { name: 'three, a cloth at one of them', nodes: 3, store: 'PostgreSQL', spread: false };
const SPREAD: Form = { name: 'three, a cloth at all of them', nodes: 3, store: 'PostgreSQL', spread: true };

/** People on the whole of a form: up to what leaves the one who plays them room on two cores. One has what each of three has, too. */
const LOADS: ReadonlyMap<Form, readonly number[]> = new Map([
  [ONE, [80, 160, 480, 800]],
  [ON_SERVICES, [80, 160, 640]],
  [TOGETHER, [240, 480]],
  [SPREAD, [240, 480]],
]);

/** The code is compiled as it will be for days by then. */
const WARM_UP_PEOPLE = 160;
const WARM_UP_MS = 8_000;
const SETTLE_MS = 2_000;
const WINDOW_MS = 6_000;
const THOUSAND = 1_000;
const MIB = 1024 * 1024;
const MICROS = 1_000_000;

/** What one load on one form came to. */
interface Measured {
  readonly form: Form;
  readonly people: number;
  readonly seen: Seen;
  /** Cores of all nodes together, and what of its time a node waited for one on average (0..1). */
  readonly cores: number;
  readonly waited: number;
  /** Bytes of all nodes: of live objects, and of the processes. */
  readonly memory: number;
  readonly resident: number;
  /** By PostgreSQL and Redis in the window; null where there are none. */
  readonly served: Served | null;
}

/** How many people one core holds, and what a thousand more of them cost, in each form of the server. */
export async function scalePart(): Promise<readonly Table[]> {
  const services = await Services.start();
  try {
    const all: Measured[] = [];
    for (const [form, loads] of LOADS) all.push(...(await measureForm(form, loads, services)));
    return [heldTable(all), goalTable(all), costTable(all)];
  } finally {
    await services.stop();
  }
}

async function measureForm(form: Form, loads: readonly number[], services: Services): Promise<Measured[]> {
  const nodes = await Nodes.start(form, services);
  try {
    await atWork(nodes, WARM_UP_PEOPLE, (crowd) => crowd.watch(WARM_UP_MS, 0));
    const measured: Measured[] = [];
    for (const people of loads) measured.push(await measure(form, nodes, people, services));
    return measured;
  } finally {
    await nodes.stop();
  }
}

async function measure(form: Form, nodes: Nodes, people: number, services: Services): Promise<Measured> {
  const usesServices = form.store === 'PostgreSQL';
  return atWork(nodes, people, async (crowd) => {
    await crowd.watch(SETTLE_MS, 0);
    const before = usesServices ? await services.served() : null;
    const waitedBefore = await nodes.waitedMicros();
    const seen = await crowd.watch(0, WINDOW_MS);
    const waited = ((await nodes.waitedMicros()) - waitedBefore) / MICROS / seen.seconds / form.nodes;
    const served = before && between(before, await services.served());
    const cores = seen.cpuMicros / MICROS / seen.seconds;
    console.log(`${form.name}: ${people} people, ${(people / cores).toFixed(0)} a core`);
    const [resident, memory] = [await nodes.resident(), await nodes.memory()];
    return { form, people, seen, cores, waited, resident, memory, served };
  });
}

async function atWork<T>(nodes: Nodes, people: number, work: (crowd: Crowd) => Promise<T>): Promise<T> {
  const crowd = await Crowd.gather(nodes, { ...GROUP, cloths: people / GROUP.perCloth });
  try {
    const result = await work(crowd);
    if (!crowd.everyoneIsThere) throw new Error('the server let go of someone');
    return result;
  } finally {
    crowd.leave();
  }
}

/** People at one core of a node, at this load. */
const aCore = ({ people, cores }: Measured): number => people / cores;

/** From an edit to another seeing it, at the 99th of a hundred: as it was, and less the crowd's own pauses, ms. */
function p99({ seen: { latencies, ownPauses } }: Measured): { readonly most: number; readonly least: number } {
  const less = latencies.map((latency, index) => Math.max(0, latency - (ownPauses[index] ?? 0)));
  return { most: quantile(latencies, 0.99), least: quantile(less, 0.99) };
}

function heldTable(all: readonly Measured[]): Table {
  const rows = all.map((measured): Row => {
    const { form, people, cores, seen } = measured;
    const { most, least } = p99(measured);
    return {
      cells: [
        form.name,
        digits(people, 0),
        digits(cores, 2),
        digits(aCore(measured), 0),
        digits(aCore(measured) / GROUP.perCloth, 0),
        digits(median(seen.latencies), 1),
        digits(least, 1),
        digits(most, 1),
        `${digits(median(seen.acknowledgements), 1)} / ${digits(quantile(seen.acknowledgements, 0.99), 1)}`,
        digits(seen.worstDelay, 0),
        digits(measured.waited * 100, 0),
      ],
      met: null,
    };
  });
  const about = `Cloths of eight, ${GROUP.edits} edit and ${GROUP.presence} presence a second each. Cores are processor time of all nodes, without PostgreSQL and Redis. The crowd is played on the same machine: what it saw late because it was busy itself is in the p99 and not in the one before it; the truth lies between. So much of its time a node was ready to run and had no core.`;
  const seenMs = ['seen, p50, ms', 'p99, own pauses off', 'p99'];
  const head = ['form', 'people', 'cores', 'people a core', 'cloths a core', ...seenMs, 'mark, p50 / p99, ms'];
  return { about, head: [...head, 'crowd late by at most, ms', 'no core, %'], rows };
}

/** The highest load of a form at which the p99 held. */
function best(all: readonly Measured[], form: Form): Measured | undefined {
  return all.findLast((measured) => measured.form === form && p99(measured).least < HELD_MS);
}

function goalTable(all: readonly Measured[]): Table {
  const one = best(all, ONE);
  const goals: Row[] = [
    goal(`people a core, ${ONE.name}`, one ? aCore(one) : Number.NaN, PEOPLE_A_CORE, 0),
    ...[TOGETHER, SPREAD].flatMap((form) =>
      [ONE, ON_SERVICES].map((base) => {
        const ratio = timesOne(all, form, base);
        return goal(`${form.name}, times ${base.name}`, ratio, form === TOGETHER ? THREE_TO_ONE : null, 2);
      }),
    ),
  ];
  const about = `At the highest load with 99 of 100 edits seen within ${HELD_MS} ms; three nodes beside one with as many people as each of them has.`;
  return { about, head: ['goal', 'measured', 'wanted'], rows: goals };
}

function goal(name: string, value: number, least: number | null, behind: number): Row {
  const wanted = least === null ? '' : `≥ ${least}`;
  return { cells: [name, digits(value, behind), wanted], met: least === null ? null : value >= least };
}

/** How many times what one node holds several hold, each as busy as the one. */
function timesOne(all: readonly Measured[], form: Form, base: Form): number {
  const several = best(all, form);
  if (!several) return Number.NaN;
  const each = several.people / form.nodes;
  const distance = ({ people }: Measured): number => Math.abs(people - each);
  const [one] = all.filter((measured) => measured.form === base).sort((a, b) => distance(a) - distance(b));
  return one ? (form.nodes * aCore(several)) / aCore(one) : Number.NaN;
}

/** What a thousand people more cost, from what the highest load that held came to. */
interface Cost {
  readonly head: string;
  readonly digits: number;
  readonly of: (held: Measured) => number | null;
}

/** So much of what was counted in the window a thousand people make in a second. */
const rate = (count: number, { people, seen }: Measured): number => (count / seen.seconds / people) * THOUSAND;
const rateOf =
  (of: (served: Served) => number, unit = 1) =>
  (held: Measured): number | null =>
    held.served && rate(of(held.served), held) / unit;

const COSTS: readonly Cost[] = [
  { head: 'cores of the nodes', digits: 2, of: (held) => rate(held.seen.cpuMicros, held) / MICROS },
  { head: 'PostgreSQL: commits/s', digits: 0, of: rateOf(({ transactions }) => transactions) },
  { head: 'log, kB/s', digits: 0, of: rateOf(({ walBytes }) => walBytes, THOUSAND) },
  { head: 'cores', digits: 2, of: rateOf(({ postgresMicros }) => postgresMicros, MICROS) },
  { head: 'Redis: messages/s', digits: 0, of: rateOf(({ published }) => published) },
  { head: 'in, kB/s', digits: 0, of: rateOf(({ redisBytesIn }) => redisBytesIn, THOUSAND) },
  { head: 'out, kB/s', digits: 0, of: rateOf(({ redisBytesOut }) => redisBytesOut, THOUSAND) },
  { head: 'cores', digits: 2, of: rateOf(({ redisMicros }) => redisMicros, MICROS) },
];

/** Memory, which does not begin at nothing, is what it grew by from the least to the highest load. */
const MEMORY: readonly { readonly head: string; readonly of: (measured: Measured) => number }[] = [
  { head: 'live memory, MiB', of: ({ memory }) => memory / MIB },
  { head: 'resident, MiB', of: ({ resident }) => resident / MIB },
];

function costTable(all: readonly Measured[]): Table {
  const rows = [...LOADS.keys()].flatMap((form): Row[] => {
    const ofForm = all.filter((measured) => measured.form === form);
    const [low, high] = [ofForm[0], ofForm.at(-1)];
    if (!low || !high) return [];
    const held = best(all, form) ?? low;
    const costs = COSTS.map((cost) => digits(cost.of(held) ?? Number.NaN, cost.digits));
    const memory = MEMORY.map(({ of }) => digits(((of(high) - of(low)) / (high.people - low.people)) * THOUSAND, 0));
    return [{ cells: [form.name, ...memory, ...costs], met: null }];
  });
  const about =
    'What each thousand of people costs, at the highest load that held; of memory, what it grew by from the least load to the highest.';
  return { about, head: ['form', ...[...MEMORY, ...COSTS].map(({ head }) => head)], rows };
}
