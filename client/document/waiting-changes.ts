import type { DeviceStorage } from '../device/device-storage.ts';

/** Nothing must have waited for this long before that is written down, ms. */
const CALM_MS = 1_000;

/**
 * How many changes in a cloth's local copy the server has not called durable, per page that made them, so that a page
 * opened later (offline too) can say how many wait and take over from one that was closed.
 */
export class WaitingChanges {
  readonly #storage: DeviceStorage;
  readonly #own: string;
  readonly #earlier: readonly string[];
  #written = 0;
  #clearing: ReturnType<typeof setTimeout> | undefined;
  /** What earlier pages left waiting. */
  readonly inherited: number;

  /** `page` names this page among those that have the same copy open. */
  constructor(storage: DeviceStorage, copy: string, page: string) {
    this.#storage = storage;
    this.#own = prefix(copy) + page;
    this.#earlier = accounts(storage, copy);
    this.inherited = countWaiting(storage, copy);
  }

  /**
   * `own` changes of this page are waiting now. That something waits is kept at once; that nothing does a moment later,
   * for whoever types goes from the one to the other with every key.
   */
  keep(own: number): void {
    clearTimeout(this.#clearing);
    if (own === this.#written) return;
    if (own === 0) this.#clearing = setTimeout(() => this.#write(0), CALM_MS);
    else this.#write(own);
  }

  /** The page goes away: what `keep` was told last is kept now. */
  leave(own: number): void {
    clearTimeout(this.#clearing);
    if (own !== this.#written) this.#write(own);
  }

  #write(own: number): void {
    this.#written = own;
    this.#storage.set(this.#own, own > 0 ? String(own) : null);
  }

  /** What the earlier pages left is durable now. */
  settleInherited(): void {
    for (const key of this.#earlier) this.#storage.set(key, null);
  }
}

/** All that waits in a copy, whichever page left it. */
export function countWaiting(storage: DeviceStorage, copy: string): number {
  return accounts(storage, copy).reduce((sum, key) => {
    const count = Number(storage.get(key));
    return sum + (Number.isSafeInteger(count) && count > 0 ? count : 0);
  }, 0);
}

export function forgetWaiting(storage: DeviceStorage, copy: string): void {
  for (const key of accounts(storage, copy)) storage.set(key, null);
}

function accounts(storage: DeviceStorage, copy: string): string[] {
  return storage.keys().filter((key) => key.startsWith(prefix(copy)));
}

function prefix(copy: string): string {
  return `tafelkleed.waiting.${copy}.`;
}
