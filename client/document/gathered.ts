import * as Y from 'yjs';

/** From the first update that is gathered until all of them are passed on together, ms. */
const GATHER_MS = 200;

/** Gathers the updates of a burst into one: whoever types makes one with every key. */
export class Gathered {
  readonly #passOn: (update: Uint8Array) => void;
  #updates: Uint8Array[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(passOn: (update: Uint8Array) => void) {
    this.#passOn = passOn;
  }

  add(update: Uint8Array): void {
    this.#updates.push(update);
    this.#timer ??= setTimeout(() => {
      const all = this.take();
      if (all) this.#passOn(all);
    }, GATHER_MS);
  }

  /** What was gathered, to be passed on by who takes it; null when there is nothing. */
  take(): Uint8Array | null {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const updates = this.#updates;
    this.#updates = [];
    return updates.length > 0 ? Y.mergeUpdates(updates) : null;
  }
}
