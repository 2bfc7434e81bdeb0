interface Entry {
  /** Counts up with every entry, so that whoever waits knows what came before. */
  readonly order: number;
  readonly node: string;
  readonly incarnation: number;
  readonly number: number;
  readonly update: Uint8Array;
  /** `performance.now()` */
  readonly heardAt: number;
}

interface Waiter {
  /** Waits for all entries up to and including this. */
  readonly upTo: number;
  readonly callback: () => void;
}

/** Updates that are stored from here instead. */
export interface TakenOver {
  readonly updates: readonly Uint8Array[];
  /** To be called when all of them are durable. */
  readonly done: () => void;
}

/** What an update takes in memory beside its bytes, roughly: most are smaller than this. */
const ENTRY_BYTES = 250;

/**
 * Updates that another node passed on and of which it is not known yet that they are durable. Nothing that may build on
 * them is acknowledged before they are; if the node that brought them is gone, they are stored from here.
 */
export class Uncommitted {
  /** In the order in which they came in. */
  readonly #entries = new Set<Entry>();
  /** The lowest order in each lot that was taken over and is not durable yet. */
  readonly #taken = new Set<{ readonly order: number }>();
  /** In the order of what they wait for. */
  readonly #waiters: Waiter[] = [];
  #last = 0;
  #bytes = 0;

  get size(): number {
    return this.#entries.size;
  }

  /** What they take in memory, roughly. */
  get bytes(): number {
    return this.#bytes;
  }

  add(node: string, incarnation: number, number: number, update: Uint8Array, now: number): void {
    this.#last += 1;
    // The bytes of a message are shared with the network's buffer.
    this.#entries.add({ order: this.#last, node, incarnation, number, update: update.slice(), heardAt: now });
    this.#bytes += update.length + ENTRY_BYTES;
  }

  /** All of this node's up to a number is durable. */
  settle(node: string, incarnation: number, upTo: number): void {
    for (const entry of this.#entries) {
      if (entry.node === node && entry.incarnation === incarnation && entry.number <= upTo) this.#remove(entry);
    }
    this.#callBack();
  }

  /** Takes out the updates that are to be stored from here; null when there are none. */
  takeOver(isMeant: (entry: { node: string; heardAt: number }) => boolean): TakenOver | null {
    const entries = [...this.#entries].filter(isMeant);
    const [first] = entries;
    if (!first) return null;
    const lot = { order: first.order };
    this.#taken.add(lot);
    for (const entry of entries) this.#remove(entry);
    const done = (): void => {
      this.#taken.delete(lot);
      this.#callBack();
    };
    return { updates: entries.map(({ update }) => update), done };
  }

  /** Calls back once all that is unsettled now is durable: at once, if nothing is. */
  whenSettled(callback: () => void): void {
    if (this.#entries.size === 0 && this.#taken.size === 0) callback();
    else this.#waiters.push({ upTo: this.#last, callback });
  }

  #remove(entry: Entry): void {
    this.#entries.delete(entry);
    this.#bytes -= entry.update.length + ENTRY_BYTES;
  }

  #callBack(): void {
    let oldest = Number.POSITIVE_INFINITY;
    for (const { order } of this.#entries) {
      oldest = order;
      break;
    }
    for (const { order } of this.#taken) oldest = Math.min(oldest, order);
    const waiting = this.#waiters.findIndex(({ upTo }) => upTo >= oldest);
    const called = waiting < 0 ? this.#waiters.splice(0) : this.#waiters.splice(0, waiting);
    for (const { callback } of called) callback();
  }
}
