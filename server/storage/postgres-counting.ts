import { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { Counting } from '../core/counting.ts';
import type { Database } from './postgres-database.ts';

interface Asked {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Counts for all nodes on one database. What is past the most is known to each node, and asks nothing of the database any more. */
export function countTogether(database: Database): Counting {
  const storeClient = {
    query: async ({ name, text, values }: Asked) => {
      const rows = await database.query({ name, text }, values);
      return { rows, rowCount: rows.length };
    },
  };
  return (keyPrefix, points, duration) =>
    new RateLimiterPostgres({
      storeClient,
      storeType: 'pool',
      tableName: 'tafelkleed_count',
      tableCreated: true,
      keyPrefix,
      points,
      duration,
      inMemoryBlockOnConsumed: points + 1,
    });
}
