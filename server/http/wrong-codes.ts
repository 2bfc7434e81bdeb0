import { RateLimiterRes } from 'rate-limiter-flexible';
import type { Counter, Counting } from '../core/counting.ts';
import { hashOf } from '../core/keys.ts';
import { widerNetworkOf } from '../core/network.ts';
import { InTurn } from '../storage/in-turn.ts';

/** How long wrong codes count, s. In the twelve hours that a code lives lie parts of four such times at most. */
export const COUNTED_S = 4 * 3_600;
/** Wrong codes in that time from one network, which may be a whole school's: each of sixty may mistype once. */
export const MOST_WRONG = 80;
/** And from the /48 round an IPv6 one, which anybody may be given. */
export const MOST_WRONG_WIDE = 4_000;
/** So many wait at once to have their code looked up, of one network. */
const MOST_WAITING = 1_000;

/** Too many wrong codes came from there. */
export class TooManyWrong extends Error {
  /** How long that holds, s. */
  readonly waitS: number;

  constructor(waitMs: number) {
    super('too many wrong codes');
    this.waitS = Math.max(1, Math.ceil(waitMs / 1000));
  }
}

/**
 * Wrong codes by network, in all nodes together; right ones count for nothing. A code is counted before it is looked up,
 * for who learns that it is right has guessed it. So a joker uses up what all behind that address have; but a code that was
 * made there, or by which somebody came in there, is at home there: it is looked up however many were wrong, and guessing it
 * again gives nothing that is not known there. The sum is in docs/decisions/0017-codes-that-cannot-be-guessed.md.
 */
export class WrongCodes {
  readonly #wrong: Counter;
  readonly #wrongWide: Counter;
  readonly #homes: Counter;
  readonly #lookingUp = new InTurn();
  readonly #waiting = new Map<string, number>();

  constructor(counting: Counting) {
    this.#wrong = counting('wrong', MOST_WRONG, COUNTED_S);
    this.#wrongWide = counting('wrong-wide', MOST_WRONG_WIDE, COUNTED_S);
    this.#homes = counting('home', 1, COUNTED_S);
  }

  /** Keeps a code, until it expires, for one that is known in a network. */
  async isAtHome(network: string, code: string, expiresAt: number): Promise<void> {
    const seconds = Math.ceil((expiresAt - Date.now()) / 1000);
    if (seconds > 0) await this.#homes.set(homeOf(network, code), 1, seconds);
  }

  /** What `lookUp` finds by a code that was typed in a network; null is a wrong one. Rejects with {@link TooManyWrong}. */
  async find<T extends { readonly expiresAt: number }>(
    network: string,
    code: string,
    lookUp: () => Promise<T | null>,
  ): Promise<T | null> {
    if (await this.#homes.get(homeOf(network, code))) return lookUp();
    const waiting = this.#waiting.get(network) ?? 0;
    if (waiting >= MOST_WAITING) throw new TooManyWrong(1_000);
    this.#waiting.set(network, waiting + 1);
    // One after the other: a class that types its code in the same second has none of it wrong at any moment.
    return this.#lookingUp
      .run(network, async () => {
        if (await this.#homes.get(homeOf(network, code))) return lookUp();
        return this.#count(network, code, lookUp);
      })
      .finally(() => {
        const left = (this.#waiting.get(network) ?? 1) - 1;
        if (left > 0) this.#waiting.set(network, left);
        else this.#waiting.delete(network);
      });
  }

  async #count<T extends { readonly expiresAt: number }>(
    network: string,
    code: string,
    lookUp: () => Promise<T | null>,
  ): Promise<T | null> {
    const [key, wide] = [hashOf(network), hashOf(widerNetworkOf(network))];
    await take(this.#wrong, key);
    await take(this.#wrongWide, wide).catch(async (error: unknown) => {
      await this.#wrong.reward(key);
      throw error;
    });
    const giveBack = () => Promise.all([this.#wrong.reward(key), this.#wrongWide.reward(wide)]);
    const found = await lookUp().catch(async (error: unknown) => {
      // It was not looked up, and nobody knows now whether it is right.
      await giveBack();
      throw error;
    });
    if (found) await Promise.all([giveBack(), this.isAtHome(network, code, found.expiresAt)]);
    return found;
  }
}

/** What stands for a code and a network together tells of neither by itself. */
function homeOf(network: string, code: string): string {
  return hashOf(`${code} ${network}`);
}

async function take(counter: Counter, key: string): Promise<void> {
  try {
    await counter.consume(key);
  } catch (refused) {
    throw refused instanceof RateLimiterRes ? new TooManyWrong(refused.msBeforeNext) : refused;
  }
}
