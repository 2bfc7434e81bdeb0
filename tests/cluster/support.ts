import { afterAll, beforeAll } from 'vitest';
import type { Doc } from 'yjs';
import { AcknowledgedWriter } from '../server/acknowledged-writer.ts';
import { stockClient, synced, until } from '../server/support.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { type NewCloth, newCloth, type Program, startProgram } from '../support/program.ts';
import { type RedisServer, startRedis } from '../support/redis.ts';

/** One of several running programs that share a database. */
export interface Node extends Program {
  /** `ws://…/sync` */
  readonly syncUrl: string;
}

/** Real PostgreSQL and Redis for one file of tests, and nodes on them. */
export class TestCluster {
  readonly #postgres: Postgres;
  readonly #redis: RedisServer;
  nodes: Node[] = [];

  constructor(postgres: Postgres, redis: RedisServer) {
    this.#postgres = postgres;
    this.#redis = redis;
  }

  get postgres(): Postgres {
    return this.#postgres;
  }

  get redis(): RedisServer {
    return this.#redis;
  }

  /** The node of this number, counted on round the table. */
  node(index: number): Node {
    const node = this.nodes[index % this.nodes.length];
    if (!node) throw new Error('no node runs');
    return node;
  }

  /** @param more settings that this node has beside those of all */
  async startNode(more: Readonly<Record<string, string>> = {}): Promise<Node> {
    const program = await startProgram({
      ...more,
      DATABASE_URL: this.#postgres.url,
      REDIS_URL: this.#redis.url,
      LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
    });
    const node = { ...program, syncUrl: `${program.url.replace('http', 'ws')}/sync` };
    this.nodes.push(node);
    return node;
  }

  /** Ends a node as a power cut would. */
  async kill(node: Node): Promise<void> {
    this.nodes = this.nodes.filter((other) => other !== node);
    await node.kill();
  }

  async close(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.close()));
    await this.#redis.crash();
    await this.#postgres.close();
  }

  makeCloth(): Promise<NewCloth> {
    return newCloth(this.node(0).url);
  }

  /** Resolves when every node says that it reaches store and relay. */
  async ready(): Promise<void> {
    const isReady = async ({ url }: Node): Promise<boolean> => (await fetch(`${url}/readyz`)).ok;
    await until('all nodes are ready', async () => (await Promise.all(this.nodes.map(isReady))).every(Boolean), 20_000);
  }
}

/** Three nodes for all tests of a file; each test begins with three that are ready. */
export function threeNodes(): () => TestCluster {
  let cluster: TestCluster | undefined;
  beforeAll(async () => {
    const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
    cluster = new TestCluster(postgres, redis);
    await Promise.all([1, 2, 3].map(() => cluster?.startNode()));
    await cluster.ready();
  });
  afterAll(() => cluster?.close());
  return () => {
    if (!cluster) throw new Error('the cluster did not start');
    return cluster;
  };
}

/** A document as a node that has just opened the cloth gives it. */
export async function documentAt(node: Pick<Node, 'syncUrl'>, { id, keys }: NewCloth): Promise<Doc> {
  const { doc, provider } = stockClient(node, id, keys.viewer);
  await synced(provider);
  return doc;
}

/** One writer at each node. */
export function writersAt(nodes: readonly Node[], { id, keys }: NewCloth): AcknowledgedWriter[] {
  return nodes.map(
    ({ syncUrl }, index) => new AcknowledgedWriter(String.fromCharCode(97 + index), syncUrl, id, keys.participant),
  );
}

export function allSynced(writers: readonly AcknowledgedWriter[]): Promise<void> {
  return until('all writers are in step', () => writers.every(({ provider }) => provider.synced), 20_000);
}

/** Lets everyone write until the condition holds, and at least a few times. */
export async function writeUntil(
  what: string,
  writers: readonly AcknowledgedWriter[],
  holds: () => boolean,
): Promise<void> {
  let rounds = 0;
  await until(
    what,
    () => {
      for (const writer of writers) {
        writer.write();
        if (rounds % 4 === 3) writer.deleteOne();
      }
      rounds += 1;
      return rounds >= 5 && holds();
    },
    30_000,
  );
}

/** What was acknowledged to these writers and is not in the words, what is there though it was gone, or is there twice. */
export function wrongIn(words: readonly string[], writers: readonly AcknowledgedWriter[]): string[] {
  const there = new Set(words);
  const lost = writers.flatMap(({ kept }) =>
    [...kept].filter((word) => !there.has(word)).map((word) => `lost ${word}`),
  );
  const back = writers.flatMap(({ gone }) => [...gone].filter((word) => there.has(word)).map((word) => `back ${word}`));
  return [...lost, ...back, ...(there.size === words.length ? [] : ['a word stands there twice'])];
}

/** Resolves when everything is acknowledged and everyone has the same words. */
export async function agreed(writers: readonly AcknowledgedWriter[]): Promise<string[]> {
  await until('all is confirmed', () => writers.every(({ unconfirmed }) => unconfirmed === 0), 30_000);
  const texts = (): string[] => writers.map(({ words }) => JSON.stringify(words.toArray()));
  await until('all have the same words', () => new Set(texts()).size === 1, 30_000);
  return writers[0]?.words.toArray() ?? [];
}
