import { setImmediate as endOfTurn, setTimeout as sleep } from 'node:timers/promises';
import { Backoff } from '../core/patience.ts';
import { type StorageHealth, StorageUnavailable } from './storage.ts';

/** One change to the store's files. */
export type Operation =
  | { readonly type: 'put'; readonly key: string; readonly value: Uint8Array }
  | { readonly type: 'del'; readonly key: string };

/** `once`: a failure is told to the asker, who can try again. `insist`: kept and tried until the disk takes it. */
export type Patience = 'once' | 'insist';

interface Job {
  readonly operations: readonly Operation[];
  readonly patience: Patience;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

export interface Disk {
  /** Writes all operations atomically and synced. */
  write(operations: readonly Operation[]): Promise<void>;
  /** Called before the first write and after each failed one: gets the files into a state in which writing can work. */
  prepare(): Promise<void>;
}

/** Synced writes follow each other no faster, ms: what comes in meanwhile shares the next. */
const LEAST_INTERVAL_MS = 20;
const FIRST_RETRY_MS = 200;
const LONGEST_RETRY_MS = 3_000;

/**
 * Group commit: whatever is asked while a write is under way goes to disk together in the next one, all cloths in one
 * synced write. Order is kept. After a failure it keeps the insistent jobs and tries again until the disk recovers.
 */
export class CommitQueue {
  readonly #disk: Disk;
  readonly #onHealth: (health: StorageHealth) => void;
  #waiting: Job[] = [];
  #running: Promise<void> | null = null;
  #prepared = false;
  #closed = false;
  #hurry = new AbortController();
  health: StorageHealth = { ok: true, problem: null };

  constructor(disk: Disk, onHealth: (health: StorageHealth) => void) {
    this.#disk = disk;
    this.#onHealth = onHealth;
  }

  /** Resolves when the operations are on disk; rejects with {@link StorageUnavailable} as `patience` says. */
  commit(operations: readonly Operation[], patience: Patience): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(new StorageUnavailable('the store is closed'));
        return;
      }
      this.#waiting.push({ operations, patience, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Takes no more jobs, and resolves when all are done or, after `patienceMs`, given up. */
  async close(patienceMs: number): Promise<void> {
    this.#closed = true;
    const deadline = setTimeout(() => this.#hurry.abort(), patienceMs);
    await this.#running;
    clearTimeout(deadline);
  }

  async #run(): Promise<void> {
    const backoff = new Backoff(FIRST_RETRY_MS, LONGEST_RETRY_MS);
    // What came in with it joins it; and it waits until the others have been sent what is to be stored here.
    await endOfTurn();
    while (this.#waiting.length > 0) {
      const started = performance.now();
      let jobs: Job[] = [];
      try {
        if (!this.#prepared) await this.#disk.prepare();
        this.#prepared = true;
        jobs = this.#waiting.splice(0);
        await this.#disk.write(jobs.flatMap((job) => job.operations));
        backoff.reset();
        this.#report({ ok: true, problem: null });
        for (const job of jobs) job.resolve();
        const rest = LEAST_INTERVAL_MS - (performance.now() - started);
        if (this.#waiting.length > 0 && rest > 0) await sleep(rest);
      } catch (error) {
        this.#prepared = false;
        const problem = innermostMessage(error);
        this.#report({ ok: false, problem });
        this.#waiting = [...jobs, ...this.#waiting];
        this.#giveUp(problem);
        await sleep(backoff.next(), undefined, { signal: this.#hurry.signal }).catch(() => undefined);
      }
    }
    this.#running = null;
  }

  /** Tells the impatient jobs that they failed, and all of them when there is no time left. */
  #giveUp(problem: string): void {
    const jobs = this.#waiting;
    const keeps = (job: Job): boolean => job.patience === 'insist' && !this.#hurry.signal.aborted;
    this.#waiting = jobs.filter(keeps);
    for (const job of jobs) if (!keeps(job)) job.reject(new StorageUnavailable(problem));
  }

  #report(health: StorageHealth): void {
    const changed = health.ok !== this.health.ok || health.problem !== this.health.problem;
    this.health = health;
    if (changed) this.#onHealth(health);
  }
}

/** What went wrong at the bottom: the outer errors only say that the files are not open. */
export function innermostMessage(error: unknown): string {
  let innermost = error;
  while (innermost instanceof Error && innermost.cause instanceof Error) innermost = innermost.cause;
  if (innermost instanceof Error && 'code' in innermost && innermost.code === 'LEVEL_LOCKED') {
    return 'the data directory is in use by another process';
  }
  return innermost instanceof Error ? innermost.message : String(innermost);
}
