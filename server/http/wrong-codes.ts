import { TokenBuckets } from '../core/token-bucket.ts';

/** What a class of sixty and a joker among them may type in one moment. */
const AT_ONCE = 300;
/** A joker who tries three a second leaves the others room. */
const PER_SECOND = 5;
/** Three a second can go on for an hour and a half, which is a session… */
const IN_ALL = 15_000;
/** …and in the life of a code no more is tried than these and half as many again. */
const IN_ALL_PER_SECOND = 0.15;

/**
 * Wrong codes from one network, which may be a whole school's: right ones are given back and count for nothing. They are
 * counted before they are looked up, for who learns that a code is right has guessed it; so what one visitor uses up is
 * used up for all behind that address, and the allowance must outlast a joker there and still be of no use for guessing.
 *
 * A code is one of 23^6 = 148 million, and lives 12 hours. In that time a network tries 15,000 + 12 × 3,600 × 0.15 = 21,500
 * at most: it hits a certain group's code with a chance of 1 in 6,900, and with 1,000 codes live at once any of them with
 * one of 1 in 7. Who goes on has spent the 15,000 and tries 6,500 in half a day: 1 in 23 for any of a thousand.
 */
export class WrongCodes {
  readonly #pace = new TokenBuckets(AT_ONCE, PER_SECOND);
  readonly #total = new TokenBuckets(IN_ALL, IN_ALL_PER_SECOND);

  /** Whether one more code from this network may be looked up. It counts as wrong until it {@link wasRight}. */
  mayTry(network: string, now: number): boolean {
    if (!this.#pace.take(network, now)) return false;
    if (this.#total.take(network, now)) return true;
    this.#pace.giveBack(network, now);
    return false;
  }

  wasRight(network: string, now: number): void {
    this.#pace.giveBack(network, now);
    this.#total.giveBack(network, now);
  }
}
