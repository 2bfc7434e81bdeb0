import { Backoff } from '../core/patience.ts';
import type { CommitQueue, Operation } from './commit-queue.ts';
import type { InTurn } from './in-turn.ts';
import { type Database, scrub } from './level-files.ts';
import * as keys from './level-keys.ts';
import { encodeJson } from './level-records.ts';

/** Words that could not be taken off the disk are tried again after this long, and each time after twice as long, ms. */
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;

/** Told that a deleted cloth's words are still on disk, and why (in words for the log); with null when they are off it after all. */
export type ScrubListener = (id: string, problem: string | null) => void;

/**
 * Sees to it that the words of deleted cloths leave the disk, also when it is full at that moment or the program is
 * killed: a mark that is written with the deletion stays until they have.
 */
export class Scrubs {
  readonly #db: Database;
  readonly #queue: CommitQueue;
  readonly #deletions: InTurn;
  readonly #listener: ScrubListener;
  /** Those that were reported as still there. */
  readonly #left = new Set<string>();
  #openings = 0;
  readonly #backoff = new Backoff(FIRST_RETRY_MS, LONGEST_RETRY_MS);
  #timer: NodeJS.Timeout | null = null;
  #closed = false;

  /** @param deletions in which deletions of a cloth take their turn: one made meanwhile keeps its own mark */
  constructor(db: Database, queue: CommitQueue, deletions: InTurn, listener: ScrubListener) {
    this.#db = db;
    this.#queue = queue;
    this.#deletions = deletions;
    this.#listener = listener;
  }

  /** What a deletion writes, to be found by {@link sweep} should nothing come of {@link scrub}. */
  mark(id: string): Operation {
    return { type: 'put', key: keys.scrubKey(id), value: encodeJson(Date.now()) };
  }

  /** To be called whenever the files are opened (anew). */
  opening(): void {
    this.#openings += 1;
  }

  /** Takes a deleted cloth's words off the disk, or sees to it that this is tried again. Never rejects. */
  async scrub(id: string): Promise<void> {
    try {
      const openings = this.#openings;
      await scrub(this.#db, this.#queue, id);
      // LevelDB does not say that compacting failed: it refuses the next write instead, until the files are opened anew.
      if (openings !== this.#openings) throw new Error('the files were opened anew meanwhile');
      await this.#queue.commit([{ type: 'del', key: keys.scrubKey(id) }], 'once');
      if (this.#left.delete(id)) this.#listener(id, null);
    } catch (error) {
      this.#failed(id, error);
    }
  }

  /** Finishes what earlier deletions left undone. Never rejects. */
  async sweep(): Promise<void> {
    try {
      const marks = await this.#db.keys(keys.SCRUB_RANGE).all();
      for (const id of marks.map(keys.idOfScrub)) await this.#deletions.run(id, () => this.scrub(id));
      if (this.#timer === null) this.#backoff.reset();
    } catch {
      this.#tryAgain();
    }
  }

  close(): void {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  #failed(id: string, error: unknown): void {
    if (this.#closed) return;
    if (!this.#left.has(id)) {
      this.#left.add(id);
      this.#listener(id, error instanceof Error ? error.message : String(error));
    }
    this.#tryAgain();
  }

  #tryAgain(): void {
    if (this.#closed || this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.sweep();
    }, this.#backoff.next()).unref();
  }
}
