/**
 * Which numbers of a cloth's log the document in memory holds. Alone they simply go up; where several nodes write to
 * one log, their numbers come in any order, and only up to the first gap is all of it known to be here.
 */
export class SequenceTracker {
  #reached: number;
  /** Ranges beyond a gap: first number to last. */
  readonly #ahead = new Map<number, number>();

  constructor(reached: number) {
    this.#reached = reached;
  }

  /** Everything up to and including this number is in the document. */
  get reached(): number {
    return this.#reached;
  }

  /** The document holds what is stored under `first` to `last`. */
  cover(first: number, last: number): void {
    if (first > this.#reached + 1) this.#ahead.set(first, Math.max(last, this.#ahead.get(first) ?? 0));
    else this.reach(last);
  }

  /** The document holds everything up to and including `last`. */
  reach(last: number): void {
    this.#reached = Math.max(this.#reached, last);
    for (const [first, end] of [...this.#ahead].sort(([one], [other]) => one - other)) {
      if (first > this.#reached + 1) break;
      this.#ahead.delete(first);
      this.#reached = Math.max(this.#reached, end);
    }
  }
}
