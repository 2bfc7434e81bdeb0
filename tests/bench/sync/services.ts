import { readFileSync } from 'node:fs';
import { Redis } from 'ioredis';
import { type Postgres, startPostgres } from '../../support/postgres.ts';
import { type RedisServer, startRedis } from '../../support/redis.ts';

/** What the two services behind several nodes have done since they started. */
export interface Served {
  /** Processor time of PostgreSQL's processes, µs; not a number where the machine does not tell. */
  readonly postgresMicros: number;
  readonly transactions: number;
  /** What PostgreSQL wrote to its log ahead of its tables: what goes to the disk first, and to a standby. */
  readonly walBytes: number;
  readonly redisMicros: number;
  /** Messages that nodes sent to Redis; each goes to the other nodes that have the cloth open. */
  readonly published: number;
  readonly redisBytesIn: number;
  readonly redisBytesOut: number;
}

/** A PostgreSQL that syncs what it commits, and a Redis, for what is measured alone. */
export class Services {
  readonly #postgres: Postgres;
  readonly #redis: RedisServer;
  readonly #asker: Redis;

  private constructor(postgres: Postgres, redis: RedisServer) {
    this.#postgres = postgres;
    this.#redis = redis;
    this.#asker = new Redis(redis.url);
    // It is taken away when all is over.
    this.#asker.on('error', () => undefined);
  }

  static async start(): Promise<Services> {
    const [postgres, redis] = await Promise.all([
      startPostgres({ fsync: 'on', shared_buffers: '256MB' }),
      startRedis(),
    ]);
    return new Services(postgres, redis);
  }

  /** The settings of a node on them. */
  get variables(): Readonly<Record<string, string>> {
    return { DATABASE_URL: this.#postgres.url, REDIS_URL: this.#redis.url };
  }

  async served(): Promise<Served> {
    const [counted] = await this.#postgres.query(
      `SELECT xact_commit AS transactions, pg_current_wal_insert_lsn() - '0/0' AS wal
       FROM pg_stat_database WHERE datname = current_database()`,
    );
    const processes = await this.#postgres.query('SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()');
    const info = (await this.#asker.info('everything')).split('\r\n');
    const said = (name: string): string => info.find((line) => line.startsWith(`${name}:`))?.split(':')[1] ?? '';
    const seconds = (name: string): number => Number(said(`used_cpu_${name}`));
    return {
      postgresMicros: processes.reduce((sum, { pid }) => sum + cpuMicrosOf(Number(pid)), 0),
      transactions: Number(counted?.transactions),
      walBytes: Number(counted?.wal),
      redisMicros: (seconds('user') + seconds('sys')) * 1_000_000,
      published: Number(/calls=(\d+)/.exec(said('cmdstat_publish'))?.[1] ?? 0),
      redisBytesIn: Number(said('total_net_input_bytes')),
      redisBytesOut: Number(said('total_net_output_bytes')),
    };
  }

  async stop(): Promise<void> {
    this.#asker.disconnect();
    await this.#redis.crash();
    await this.#postgres.close();
  }
}

/** What was served between two looks. */
export function between(before: Served, after: Served): Served {
  return {
    postgresMicros: after.postgresMicros - before.postgresMicros,
    transactions: after.transactions - before.transactions,
    walBytes: after.walBytes - before.walBytes,
    redisMicros: after.redisMicros - before.redisMicros,
    published: after.published - before.published,
    redisBytesIn: after.redisBytesIn - before.redisBytesIn,
    redisBytesOut: after.redisBytesOut - before.redisBytesOut,
  };
}

/** Linux counts a process's time in hundredths of a second. */
const MICROS_PER_TICK = 10_000;

function cpuMicrosOf(pid: number): number {
  try {
    // Behind the name, which may hold spaces: user and system time are the twelfth and thirteenth field.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.split(' ');
    return (Number(fields?.[11]) + Number(fields?.[12])) * MICROS_PER_TICK;
  } catch {
    return Number.NaN;
  }
}
