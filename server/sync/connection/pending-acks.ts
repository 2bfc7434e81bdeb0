/**
 * Acks kept while others wait; beyond, the oldest are forgotten. Pages send one at a time, the next when it is back, and
 * who sends more is told the same by a later one.
 */
const MOST_GATHERED = 1_000;

export interface OwedMarksOptions {
  /** Calls back once all that came in so far is durable. */
  readonly whenDurable: (callback: () => void) => void;
  /** Sends an ack back that came in so long ago, ms. */
  readonly send: (ack: number, waitedMs: number) => void;
}

interface Owed {
  readonly ack: number;
  /** `performance.now()` */
  readonly since: number;
}

/**
 * The acks that one connection is owed. However many it sends, it waits in one place for what is durable: acks that come
 * in meanwhile gather, and wait for the next time. Together with what is being written all that came in since is written
 * next, so that this takes no longer.
 */
export class PendingAcks {
  /** Null when the connection has left: whatever still waits for what is durable then keeps no more than this alive. */
  #options: OwedMarksOptions | null;
  #waiting: Owed[] = [];
  #gathered: Owed[] = [];

  constructor(options: OwedMarksOptions) {
    this.#options = options;
  }

  /** Takes an ack that came in just now. */
  owe(ack: number): void {
    this.#gathered.push({ ack, since: performance.now() });
    if (this.#gathered.length > MOST_GATHERED) this.#gathered.shift();
    if (this.#waiting.length === 0) this.#wait();
  }

  /** Nobody is there to be told any more. */
  stop(): void {
    this.#options = null;
    this.#waiting = [];
    this.#gathered = [];
  }

  #wait(): void {
    this.#waiting = this.#gathered;
    this.#gathered = [];
    this.#options?.whenDurable(() => this.#sendBack());
  }

  #sendBack(): void {
    const durable = this.#waiting;
    this.#waiting = [];
    const now = performance.now();
    for (const { ack, since } of durable) this.#options?.send(ack, now - since);
    if (this.#gathered.length > 0) this.#wait();
  }
}
