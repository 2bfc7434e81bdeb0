import { Backoff } from '../../core/patience.ts';

const FIRST_RESYNC_MS = 250;
const LONGEST_RESYNC_MS = 5_000;
/** Acks kept back while the document of the other side is being asked for again. */
const MOST_HELD_ACKS = 1_000;

export interface ResyncOptions {
  /** Asks the other side what it has. */
  readonly ask: () => void;
  readonly acknowledge: (ack: number) => void;
}

/**
 * Something of a sender could not be used yet: it is asked again what it has, after the moment in which an answer under way
 * may still bring it. Until an answer was used whole, no ack of that sender is returned.
 */
export class Resync {
  readonly #options: ResyncOptions;
  /** Null when nothing is missing. */
  #heldAcks: number[] | null = null;
  #timer: NodeJS.Timeout | null = null;
  readonly #backoff = new Backoff(FIRST_RESYNC_MS, LONGEST_RESYNC_MS);

  constructor(options: ResyncOptions) {
    this.#options = options;
  }

  get isUnderWay(): boolean {
    return this.#heldAcks !== null;
  }

  begin(): void {
    this.#heldAcks ??= [];
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#options.ask();
    }, this.#backoff.next());
  }

  /** Keeps all acks back until {@link begin} and an answer: what was sent may not be taken for now. */
  wait(): void {
    this.#heldAcks ??= [];
  }

  /** Keeps an ack back. False when there are too many. */
  hold(ack: number): boolean {
    return (this.#heldAcks?.push(ack) ?? 0) <= MOST_HELD_ACKS;
  }

  /** An answer was used whole. */
  settle(): void {
    const acks = this.#heldAcks;
    if (!acks) return;
    this.stop();
    this.#heldAcks = null;
    this.#backoff.reset();
    for (const ack of acks) this.#options.acknowledge(ack);
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
