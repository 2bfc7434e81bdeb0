import { CONTENDERS, type ContenderName, type Running, start } from './contenders.ts';
import { Crowd, type Seen, type Traffic } from './crowd.ts';

/** A way of working together, with the share of the reference server's processor time it is meant to cost at most. */
export interface Scenario extends Traffic {
  readonly name: string;
  readonly target: number | null;
}

export const SCENARIOS: readonly Scenario[] = [
  {
    name: '20 on one cloth, 2 edits/s and 10 presence/s each',
    cloths: 1,
    perCloth: 20,
    edits: 2,
    presence: 10,
    target: 0.7,
  },
  {
    name: '60 on one cloth, 1 edit/s and 5 presence/s each',
    cloths: 1,
    perCloth: 60,
    edits: 1,
    presence: 5,
    target: 0.5,
  },
  {
    name: '20 cloths of 8, 1 edit/s and 5 presence/s each',
    cloths: 20,
    perCloth: 8,
    edits: 1,
    presence: 5,
    target: 0.75,
  },
  { name: '5 dragging at 60/s, 1 edit/s each', cloths: 1, perCloth: 5, edits: 1, presence: 60, target: 0.65 },
];

/** A class: everyone's cursor moves, and everyone writes every two seconds. */
export const CLASS: Scenario = {
  name: 'a class of 60, cursors at 10/s, an edit every two seconds',
  cloths: 1,
  perCloth: 60,
  edits: 0.5,
  presence: 10,
  target: null,
};

/** What each server does before anything is measured, so that its code is compiled as it will be for days: edits too, which are rare. */
const WARM_UP: Traffic = { cloths: 3, perCloth: 20, edits: 4, presence: 10 };
const WARM_UP_MS = 12_000;

/** Latency that counts as held, ms. */
export const HELD_MS = 100;

/** Runs one scenario on new cloths of a server. */
export async function runOnce(server: Running, traffic: Traffic, settleMs: number, ms: number): Promise<Seen> {
  const crowd = await Crowd.gather(server, traffic);
  const seen = await crowd.watch(settleMs, ms);
  if (!crowd.everyoneIsThere) throw new Error(`${server.name} let go of someone`);
  crowd.leave();
  return seen;
}

/** Starts all contenders and lets each work until its code is as fast as it gets: a server is in use for days. */
export async function withWarmServers<T>(work: (servers: readonly Running[]) => Promise<T>): Promise<T> {
  const servers: Running[] = [];
  try {
    for (const contender of CONTENDERS) {
      const server = await start(contender);
      servers.push(server);
      await runOnce(server, WARM_UP, WARM_UP_MS, 0);
    }
    return await work(servers);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

export async function withServer<T>(contender: ContenderName, work: (server: Running) => Promise<T>): Promise<T> {
  const server = await start(contender);
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}
