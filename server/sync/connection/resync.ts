const FIRST_RESYNC_MS = 250;
const LONGEST_RESYNC_MS = 5_000;
/** Marks kept back while the document of the other side is being asked for again. */
const MOST_HELD_MARKS = 1_000;

export interface ResyncOptions {
  /** Asks the other side what it has. */
  readonly ask: () => void;
  readonly acknowledge: (mark: number) => void;
}

/**
 * Something of a sender could not be used yet: it is asked again what it has, after the moment in which an answer under way
 * may still bring it. Until an answer was used whole, no mark of that sender is returned.
 */
export class Resync {
  readonly #options: ResyncOptions;
  /** Null when nothing is missing. */
  #heldMarks: number[] | null = null;
  #timer: NodeJS.Timeout | null = null;
  #delayMs = FIRST_RESYNC_MS;

  constructor(options: ResyncOptions) {
    this.#options = options;
  }

  get isUnderWay(): boolean {
    return this.#heldMarks !== null;
  }

  begin(): void {
    this.#heldMarks ??= [];
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#delayMs = Math.min(LONGEST_RESYNC_MS, this.#delayMs * 2);
      this.#options.ask();
    }, this.#delayMs);
  }

  /** Keeps all marks back until {@link begin} and an answer: what was sent may not be taken for now. */
  wait(): void {
    this.#heldMarks ??= [];
  }

  /** Keeps a mark back. False when there are too many. */
  hold(mark: number): boolean {
    return (this.#heldMarks?.push(mark) ?? 0) <= MOST_HELD_MARKS;
  }

  /** An answer was used whole. */
  settle(): void {
    const marks = this.#heldMarks;
    if (!marks) return;
    this.stop();
    this.#heldMarks = null;
    this.#delayMs = FIRST_RESYNC_MS;
    for (const mark of marks) this.#options.acknowledge(mark);
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
