/** A node not heard of for this long is taken for gone, ms: four beats. */
const SILENCE_MS = 4_000;

/** Which other nodes there are, by the beat that each sends every second. */
export class Peers {
  readonly #seenAt = new Map<string, number>();

  /** @param now `performance.now()` */
  seen(node: string, now: number): void {
    this.#seenAt.set(node, now);
  }

  isAlive(node: string): boolean {
    return this.#seenAt.has(node);
  }

  /** Takes a node off that says it stops. Returns whether it was there. */
  remove(node: string): boolean {
    return this.#seenAt.delete(node);
  }

  /** Takes those off that have been silent for too long, and returns them. */
  sweep(now: number): string[] {
    const gone = [...this.#seenAt].filter(([, at]) => now - at > SILENCE_MS).map(([node]) => node);
    for (const node of gone) this.#seenAt.delete(node);
    return gone;
  }
}
