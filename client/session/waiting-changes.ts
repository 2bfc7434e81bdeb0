import type { DeviceStorage } from './device-storage.ts';

/**
 * How many changes in a cloth's local copy the server has not called durable, per page that made them, so that a page
 * opened later (offline too) can say how many wait and take over from one that was closed.
 */
export class WaitingChanges {
  readonly #storage: DeviceStorage;
  readonly #prefix: string;
  readonly #own: string;
  readonly #earlier: readonly string[];
  #written = 0;
  /** What earlier pages left waiting. */
  readonly inherited: number;

  /** `page` names this page among those that have the same copy open. */
  constructor(storage: DeviceStorage, copy: string, page: string) {
    this.#storage = storage;
    this.#prefix = `tafelkleed.waiting.${copy}.`;
    this.#own = this.#prefix + page;
    this.#earlier = storage.keys().filter((key) => key.startsWith(this.#prefix));
    this.inherited = this.#earlier.reduce((sum, key) => sum + countIn(storage.get(key)), 0);
  }

  /** `own` changes of this page are waiting now. */
  keep(own: number): void {
    if (own === this.#written) return;
    this.#written = own;
    this.#storage.set(this.#own, own > 0 ? String(own) : null);
  }

  /** What the earlier pages left is durable now. */
  settleInherited(): void {
    for (const key of this.#earlier) this.#storage.set(key, null);
  }

  /** Forgets all that was counted for a copy. */
  static forget(storage: DeviceStorage, copy: string): void {
    const prefix = `tafelkleed.waiting.${copy}.`;
    for (const key of storage.keys()) if (key.startsWith(prefix)) storage.set(key, null);
  }
}

function countIn(text: string | null): number {
  const count = Number(text);
  return Number.isSafeInteger(count) && count > 0 ? count : 0;
}
