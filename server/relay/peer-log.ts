/**
 * What was heard of one other node's updates to one cloth. They are numbered, so that one that was lost on the way is
 * noticed as soon as a later one, or word that it is stored, comes in.
 */
export class PeerLog {
  #next = 1;
  /** Somewhere between these numbers, both included, something is missing; null when nothing is. */
  #missing: { readonly from: number; readonly upTo: number } | null = null;

  /** An update came in and could be used. */
  heard(number: number): void {
    if (number > this.#next) this.#miss(this.#next, number - 1);
    this.#next = Math.max(this.#next, number + 1);
  }

  /** An update came in and could not be used. */
  lost(number: number): void {
    this.heard(number);
    this.#miss(number, number);
  }

  /** All numbered `from` to `upTo` is stored. Returns whether all of it was heard; if not, it is to be read there. */
  stored(from: number, upTo: number): boolean {
    if (upTo >= this.#next) this.lost(upTo);
    const missing = this.#missing;
    if (!missing) return true;
    if (missing.upTo <= upTo) this.#missing = null;
    return upTo < missing.from || from > missing.upTo;
  }

  #miss(from: number, upTo: number): void {
    const { from: first, upTo: last } = this.#missing ?? { from, upTo };
    this.#missing = { from: Math.min(first, from), upTo: Math.max(last, upTo) };
  }
}
