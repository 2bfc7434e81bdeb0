/**
 * What was heard of one other node's updates to one cloth. They are numbered, so that one that was lost on the way is
 * noticed as soon as a later one, or word that it is stored, comes in.
 */
export class PeerLog {
  #next = 1;
  /** Something numbered up to here is missing; 0 when nothing is. */
  #missingUpTo = 0;

  /** An update came in and could be used. */
  heard(number: number): void {
    if (number > this.#next) this.#missingUpTo = number - 1;
    this.#next = Math.max(this.#next, number + 1);
  }

  /** An update came in and could not be used. */
  lost(number: number): void {
    this.heard(number);
    this.#missingUpTo = Math.max(this.#missingUpTo, number);
  }

  /** All numbered `from` to `upTo` is stored. Returns whether all of it was heard; if not, it is to be read there. */
  stored(from: number, upTo: number): boolean {
    if (upTo >= this.#next) this.lost(upTo);
    const complete = this.#missingUpTo < from;
    if (this.#missingUpTo <= upTo) this.#missingUpTo = 0;
    return complete;
  }
}
