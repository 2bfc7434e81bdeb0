/** Reads of one thing begin at least this far apart, ms. */
const APART_MS = 1_000;

interface Reading<T> {
  begunAt: number;
  /** The read that waits for its time; all who ask meanwhile share it. */
  next: Promise<T> | null;
}

/**
 * Reads at most once a second what is asked for by id, however many ask and however often. Who asks in between waits for the
 * next read: what they are told is never from before they asked.
 */
export class SpacedReads<T> {
  readonly #read: (id: string) => Promise<T>;
  readonly #readings = new Map<string, Reading<T>>();

  constructor(read: (id: string) => Promise<T>) {
    this.#read = read;
  }

  /** Reads at once, or when a second has passed since the last read of this id began. Rejects as the read does. */
  read(id: string): Promise<T> {
    const reading = this.#readings.get(id);
    if (!reading) return this.#begin(id);
    reading.next ??= new Promise((resolve, reject) => {
      const wait = reading.begunAt + APART_MS - performance.now();
      setTimeout(() => this.#begin(id).then(resolve, reject), Math.max(0, wait));
    });
    return reading.next;
  }

  #begin(id: string): Promise<T> {
    const reading: Reading<T> = { begunAt: performance.now(), next: null };
    this.#readings.set(id, reading);
    setTimeout(() => {
      if (!reading.next) this.#readings.delete(id);
    }, APART_MS).unref();
    return this.#read(id);
  }
}
