/** What the acks say about this page's changes. */
export interface AckState {
  /** Own changes that the server has not called durable. */
  readonly waiting: number;
  /** Everything in this page's document is durable, confirmed over the socket that is open now. */
  readonly settled: boolean;
}

/** Own changes that are not durable, up to a number. */
interface Waiting {
  readonly number: number;
  readonly weight: number;
  readonly onDurable?: () => void;
}

/**
 * Keeps account of which changes the server has called durable (message 100). Each change gets the next number; an ack
 * carries the number of the last change that went out before it, and its echo makes all up to it durable. Pure: sending
 * is the caller's.
 */
export class AckTracker {
  readonly #send: (ack: number) => void;
  /** Number of the last change. From 1, so that what was there before this page's first change needs an echo too. */
  #last = 1;
  #durable = 0;
  #waiting: Waiting[] = [];
  /** Has the socket that is open now carried our sync step 2? Before that an ack would vouch for what did not go out. */
  #open = false;
  #confirmed = false;
  /** The ack on its way. One at a time: while it travels, later changes gather behind the next one. */
  #travelling: number | null = null;

  constructor(send: (ack: number) => void) {
    this.#send = send;
  }

  get state(): AckState {
    return {
      waiting: this.#waiting.reduce((sum, { weight }) => sum + weight, 0),
      settled: this.#open && this.#confirmed && this.#durable === this.#last,
    };
  }

  /**
   * This person changed the document, and the change went out if the socket is open. With `joins` it belongs to the
   * change before it (keystrokes of one visit to the same words) and counts as one with that, if that still waits.
   */
  changed(joins = false): void {
    this.#last++;
    const before = joins ? this.#waiting.pop() : undefined;
    this.#waiting.push({ weight: 1, ...before, number: this.#last });
    this.#sendNext();
  }

  /**
   * What was kept on this device came into the document, with `weight` changes that waited there. `onDurable` is called
   * when the server has them.
   */
  loaded(weight: number, onDurable: () => void): void {
    this.#last++;
    this.#waiting.push({ number: this.#last, weight, onDurable });
    this.#sendNext();
  }

  /** Our sync step 2 went out on a new socket: whatever this document holds, the server has it before any ack. */
  opened(): void {
    this.#open = true;
    this.#confirmed = false;
    this.#travelling = null;
    this.#sendNext();
  }

  closed(): void {
    this.#open = false;
    this.#travelling = null;
  }

  echoed(ack: number): void {
    // Only what is on its way now can come back; anything else is a server gone wrong and vouches for nothing.
    if (!this.#open || ack !== this.#travelling) return;
    this.#travelling = null;
    this.#confirmed = true;
    this.#durable = ack;
    const durable = this.#waiting.filter(({ number }) => number <= ack);
    this.#waiting = this.#waiting.filter(({ number }) => number > ack);
    for (const { onDurable } of durable) onDurable?.();
    this.#sendNext();
  }

  #sendNext(): void {
    if (!this.#open || this.#travelling !== null || (this.#confirmed && this.#durable === this.#last)) return;
    this.#travelling = this.#last;
    this.#send(this.#last);
  }
}
