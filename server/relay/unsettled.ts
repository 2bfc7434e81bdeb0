interface Entry {
  readonly node: string;
  readonly life: number;
  readonly number: number;
  readonly update: Uint8Array;
  /** `performance.now()` */
  readonly heardAt: number;
  readonly waiters: (() => void)[];
}

/**
 * Updates that another node passed on and of which it is not known yet that they are durable. Nothing that may build on
 * them is acknowledged before they are; if the node that brought them is gone, they are stored from here.
 */
export class Unsettled {
  readonly #entries = new Set<Entry>();

  get size(): number {
    return this.#entries.size;
  }

  add(node: string, life: number, number: number, update: Uint8Array, now: number): void {
    // The bytes of a message are shared with the network's buffer.
    this.#entries.add({ node, life, number, update: update.slice(), heardAt: now, waiters: [] });
  }

  /** All of this node's up to a number is durable. */
  settle(node: string, life: number, upTo: number): void {
    for (const entry of this.#entries) {
      if (entry.node === node && entry.life === life && entry.number <= upTo) this.#done(entry);
    }
  }

  /** Takes out the updates that someone else is not going to store, each with what to call when it is durable. */
  takeOver(isAbandoned: (entry: { node: string; heardAt: number }) => boolean): { update: Uint8Array; done(): void }[] {
    return [...this.#entries].filter(isAbandoned).map((entry) => {
      this.#entries.delete(entry);
      return { update: entry.update, done: () => this.#done(entry) };
    });
  }

  /** Calls back once all that is unsettled now is durable: at once, if nothing is. */
  whenSettled(callback: () => void): void {
    let left = this.#entries.size;
    if (left === 0) {
      callback();
      return;
    }
    const one = (): void => {
      left -= 1;
      if (left === 0) callback();
    };
    for (const { waiters } of this.#entries) waiters.push(one);
  }

  #done(entry: Entry): void {
    this.#entries.delete(entry);
    for (const waiter of entry.waiters.splice(0)) waiter();
  }
}
