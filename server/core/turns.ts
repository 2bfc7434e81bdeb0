/**
 * Work of some milliseconds each, one piece at a time: between two pieces the server has as long for everyone else as the last
 * one took. Whoever has many pieces asks for the next when one is done, so that those who have much take turns.
 */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  #isUnderWay = false;

  /** Resolves with what the work gives, or rejects with what it throws. */
  take<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.push(() => {
        try {
          resolve(work());
        } catch (error) {
          reject(error);
        }
      });
      if (this.#isUnderWay) return;
      this.#isUnderWay = true;
      setImmediate(() => this.#next());
    });
  }

  #next(): void {
    const work = this.#waiting.shift();
    if (!work) {
      this.#isUnderWay = false;
      return;
    }
    const began = performance.now();
    work();
    setTimeout(() => this.#next(), Math.ceil(performance.now() - began));
  }
}
