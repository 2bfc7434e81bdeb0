import { digits, type Row, type Table } from '../table.ts';
import { CONTENDERS, type ContenderName, type Running } from './contenders.ts';
import type { Seen } from './crowd.ts';
import { syncedAppendMs } from './disk.ts';
import { CLASS, HELD_MS, runOnce, SCENARIOS, type Scenario, withWarmServers } from './scenarios.ts';
import { median, quantile } from './statistics.ts';

const SETTLE_MS = 1_000;
const WINDOW_MS = 4_000;
/** The rarest thing that is measured is seen so often in one window: fewer would make one hiccup the 99th of a hundred. */
const LEAST_EDITS = 100;
/** Longest from mark to durable, ms, by median and at 99 of 100, where the disk's own append takes no more than one. */
const DURABLE_MS = { p50: 10, p99: 50, disk: 1 } as const;
/** Sixty people on one cloth, by whom the acknowledgements are judged. */
const SIXTY = 60;

type Observations = Record<ContenderName, Seen[]>;

/** Processor time and latency of people at work, the contenders in turn in each round. */
export async function workPart(rounds: number): Promise<readonly Table[]> {
  const disk = syncedAppendMs();
  const all = await withWarmServers((servers) => observe(servers, rounds));
  const classroom = all.get(CLASS);
  all.delete(CLASS);
  return [
    processorTable(all),
    latencyTable(all),
    durableTable(all, disk),
    ...(classroom ? [classTable(classroom)] : []),
  ];
}

async function observe(servers: readonly Running[], rounds: number): Promise<Map<Scenario, Observations>> {
  const all = new Map<Scenario, Observations>();
  for (const scenario of [...SCENARIOS, CLASS]) {
    const seen: Observations = { tafelkleed: [], reference: [], hocuspocus: [], relay: [] };
    all.set(scenario, seen);
    const editsPerSecond = scenario.cloths * scenario.perCloth * scenario.edits;
    const windowMs = Math.max(WINDOW_MS, (LEAST_EDITS / editsPerSecond) * 1_000);
    for (let round = 0; round < rounds; round++) {
      for (const server of servers) seen[server.name].push(await runOnce(server, scenario, SETTLE_MS, windowMs));
    }
  }
  return all;
}

const cost = (seen: readonly Seen[]): number => median(seen.map(({ cpuMicros, deliveries }) => cpuMicros / deliveries));

/** The latency that so large a share stayed under: by median over the rounds, so that one hiccup of the machine is not it. */
const latency = (seen: readonly Seen[], share: number): number =>
  median(seen.map(({ latencies }) => quantile(latencies, share)));

function processorTable(all: ReadonlyMap<Scenario, Observations>): Table {
  const rows = [...all].map(([{ name, target }, seen]): Row => {
    const ratio = cost(seen.tafelkleed) / cost(seen.reference);
    const costs = CONTENDERS.map((contender) => digits(cost(seen[contender]), 1));
    return { cells: [name, ...costs, digits(ratio, 2), `≤ ${target}`], met: target === null ? null : ratio <= target };
  });
  return {
    about: 'Processor time of the server per message delivered, µs (all its threads, median of the rounds).',
    head: ['people at work', ...CONTENDERS, 'ratio to reference', 'target'],
    rows,
  };
}

function latencyTable(all: ReadonlyMap<Scenario, Observations>): Table {
  const rows = [...all].map(([{ name }, seen]): Row => {
    const cells = CONTENDERS.map((contender) =>
      [0.5, 0.95, 0.99].map((share) => digits(latency(seen[contender], share), 1)).join(' / '),
    );
    const ratio = latency(seen.tafelkleed, 0.99) / latency(seen.reference, 0.99);
    return { cells: [name, ...cells, digits(ratio, 2), '≤ 1'], met: ratio <= 1 };
  });
  return {
    about: 'From an edit to another seeing it, ms: p50 / p95 / p99.',
    head: ['people at work', ...CONTENDERS, 'ratio of p99', 'target'],
    rows,
  };
}

function durableTable(all: ReadonlyMap<Scenario, Observations>, disk: number): Table {
  const rows = [...all].map(([{ name, perCloth }, { tafelkleed }]): Row => {
    const [p50, p99] = [0.5, 0.99].map((share) =>
      median(tafelkleed.map(({ acknowledgements }) => quantile(acknowledgements, share))),
    );
    const isJudged = perCloth === SIXTY && disk <= DURABLE_MS.disk;
    const met = (p50 ?? Number.NaN) <= DURABLE_MS.p50 && (p99 ?? Number.NaN) <= DURABLE_MS.p99;
    const target = perCloth === SIXTY ? `≤ ${DURABLE_MS.p50} / ≤ ${DURABLE_MS.p99}` : '';
    return { cells: [name, `${digits(p50, 1)} / ${digits(p99, 1)}`, target], met: isJudged ? met : null };
  });
  return {
    about: `From a mark to its return, all before it on disk, ms: p50 / p99. A small synced append to this disk takes ${digits(disk, 2)} ms.`,
    head: ['people at work', 'tafelkleed', 'target'],
    rows,
  };
}

function classTable(seen: Observations): Table {
  const rows = CONTENDERS.map((contender): Row => {
    const p99 = latency(seen[contender], 0.99);
    const cores = median(seen[contender].map(({ cpuMicros, seconds }) => cpuMicros / seconds / 1_000_000));
    const isOurs = contender === 'tafelkleed';
    return {
      cells: [contender, digits(p99, 1), digits(cores, 2), isOurs ? `< ${HELD_MS} ms, ≤ 1 core` : ''],
      met: isOurs ? p99 < HELD_MS && cores <= 1 : null,
    };
  });
  return { about: `${CLASS.name}:`, head: ['server', 'p99, ms', 'cores', 'target'], rows };
}
