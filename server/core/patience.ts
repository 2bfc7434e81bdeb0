/** What `work` comes to, or else, when that takes longer than `ms`, what `late` gives (or throws). The work goes on. */
export async function within<T, L>(ms: number, work: Promise<T>, late: () => L): Promise<T | L> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<L>((resolve, reject) => {
    timer = setTimeout(() => {
      try {
        resolve(late());
      } catch (error) {
        reject(error);
      }
    }, ms);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}

/** How long to wait before trying again: twice as long each time, up to a longest. ms. */
export class Backoff {
  readonly #first: number;
  readonly #longest: number;
  #next: number;

  constructor(first: number, longest: number) {
    this.#first = first;
    this.#longest = longest;
    this.#next = first;
  }

  next(): number {
    const wait = this.#next;
    this.#next = Math.min(this.#longest, wait * 2);
    return wait;
  }

  /** It went well: the next time begins with the first wait again. */
  reset(): void {
    this.#next = this.#first;
  }
}
