import type { Logger } from 'pino';
import type { Config } from '../core/config.ts';
import { type Counting, countHere } from '../core/counting.ts';
import type { Metrics } from '../core/metrics.ts';
import { Cluster } from '../relay/cluster.ts';
import { RedisRelay } from '../relay/redis-relay.ts';
import { NoRelay, type Relay } from '../relay/relay.ts';
import { LevelStorage } from '../storage/leveldb.ts';
import { PostgresStorage } from '../storage/postgres.ts';
import type { Storage } from '../storage/storage.ts';

/** Where this server keeps its cloths, and the other servers that keep theirs in the same place. */
export interface Store {
  readonly storage: Storage;
  /** Null for a store that only this server uses. */
  readonly cluster: Cluster | null;
  /** Counts for all servers that keep theirs in the same place. */
  readonly counting: Counting;
}

/** Opens the store that the settings name. One that cannot be reached yet says so in its health and is tried again. */
export async function openStore(config: Config, metrics: Metrics, log: Logger): Promise<Store> {
  const { databaseUrl, redisUrl } = config;
  if (databaseUrl === null) {
    const heedDamage = (damage: string): void => log.error({ damage }, 'a file is damaged');
    const heedScrub = (cloth: string, problem: string | null): void => {
      if (problem === null) log.info({ cloth }, 'the words of a deleted tablecloth are off the disk now');
      else log.error({ cloth, problem }, 'the words of a deleted tablecloth are still on disk; it is tried again');
    };
    const storage = await LevelStorage.open(config.dataDir, heedDamage, heedScrub);
    timeAppends(storage, metrics);
    return { storage, cluster: null, counting: countHere };
  }
  const storage = await PostgresStorage.open(databaseUrl);
  timeAppends(storage, metrics);
  const relay = redisUrl === null ? new NoRelay() : openRelay(redisUrl, metrics, log);
  const counts = {
    caughtUp: () => metrics.catchUps.inc(),
    tookOver: (updates: number) => metrics.takenOver.inc(updates),
  };
  return { storage, cluster: new Cluster(storage, relay, log, counts), counting: storage.counting };
}

function openRelay(url: string, metrics: Metrics, log: Logger): Relay {
  const relay = new RedisRelay(url);
  metrics.relayOk(false);
  relay.listen({
    onLive: (live) => {
      metrics.relayOk(live);
      if (live) log.info({ node: relay.node }, 'Redis carries messages to the other nodes');
      else log.error({ problem: relay.problem }, 'Redis is away; other nodes are followed by way of the store');
    },
    onGone: (node) => log.warn({ node }, 'another node is gone'),
  });
  return relay;
}

/** Measures how long appends take until they are durable, whoever asks for them. */
function timeAppends(storage: Storage, metrics: Metrics): void {
  const append = storage.append.bind(storage);
  storage.append = (id, updates) => {
    const timed = metrics.appendSeconds.startTimer();
    const appended = append(id, updates);
    appended.then(
      () => void timed(),
      () => undefined,
    );
    return appended;
  };
}
