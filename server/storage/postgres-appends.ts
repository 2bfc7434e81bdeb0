import type { Database } from './postgres-database.ts';
import { APPEND } from './postgres-statements.ts';
import { UnknownCloth } from './storage.ts';

/** One statement takes no more than this, bytes, or one update if that is larger. */
const LARGEST_BATCH = 8 * 1024 * 1024;

interface Job {
  readonly updates: readonly Uint8Array[];
  readonly bytes: number;
  readonly resolve: (lastSequence: number) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Appends of one cloth follow each other; all that is asked while one is under way goes into the next one together.
 * Different cloths go their own ways, so a lock or a large write of one does not hold up another.
 */
export class PostgresAppends {
  readonly #database: Database;
  readonly #waiting = new Map<string, Job[]>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Resolves with the number of the last update once all are committed. */
  append(id: string, updates: readonly Uint8Array[]): Promise<number> {
    return new Promise((resolve, reject) => {
      const job: Job = { updates, bytes: updates.reduce((sum, { length }) => sum + length, 0), resolve, reject };
      const waiting = this.#waiting.get(id);
      if (waiting) {
        waiting.push(job);
        return;
      }
      const jobs = [job];
      this.#waiting.set(id, jobs);
      void this.#run(id, jobs);
    });
  }

  async #run(id: string, waiting: Job[]): Promise<void> {
    while (waiting.length > 0) {
      const jobs = takeBatch(waiting);
      try {
        await this.#commit(id, jobs);
      } catch (error) {
        for (const job of jobs) job.reject(error);
      }
    }
    this.#waiting.delete(id);
  }

  async #commit(id: string, jobs: readonly Job[]): Promise<void> {
    const updates = jobs.flatMap((job) => job.updates);
    const starts: number[] = [];
    let end = 1;
    for (const { length } of updates) {
      starts.push(end);
      end += length;
    }
    const lengths = updates.map(({ length }) => length);
    const values = [id, Buffer.concat(updates), starts, lengths, Date.now()];
    const [row] = await this.#database.insist<{ last_sequence: string }>(APPEND, values);
    if (!row) throw new UnknownCloth(id);
    let sequence = Number(row.last_sequence) - updates.length;
    for (const job of jobs) {
      sequence += job.updates.length;
      job.resolve(sequence);
    }
  }
}

/** Takes from the front what fits into one statement. */
function takeBatch(waiting: Job[]): Job[] {
  let bytes = 0;
  const tooMany = waiting.findIndex((job, index) => {
    bytes += job.bytes;
    return index > 0 && bytes > LARGEST_BATCH;
  });
  return waiting.splice(0, tooMany < 0 ? waiting.length : tooMany);
}
