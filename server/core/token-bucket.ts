/** An allowance that refills steadily: `capacity` at once, `perSecond` in the long run. */
export class TokenBucket {
  readonly #capacity: number;
  readonly #perMs: number;
  #tokens: number;
  #at: number;

  constructor(capacity: number, perSecond: number, now: number) {
    this.#capacity = capacity;
    this.#perMs = perSecond / 1000;
    this.#tokens = capacity;
    this.#at = now;
  }

  /** Takes `cost` when at least one is left (so a large cost may run into debt). Returns whether it was taken. */
  take(cost: number, now: number): boolean {
    this.#refill(now);
    if (this.#tokens < 1) return false;
    this.#tokens -= cost;
    return true;
  }

  /** Takes `cost` whatever is left: for what was done already. Nobody comes to owe more than the whole allowance. */
  charge(cost: number, now: number): void {
    this.#refill(now);
    this.#tokens = Math.max(-this.#capacity, this.#tokens - cost);
  }

  /** Undoes a {@link take} of one. */
  giveBack(now: number): void {
    this.#refill(now);
    this.#tokens = Math.min(this.#capacity, this.#tokens + 1);
  }

  /** How long until {@link take} succeeds again, ms; 0 when it would now. */
  wait(now: number): number {
    this.#refill(now);
    return this.#tokens >= 1 ? 0 : Math.ceil((1 - this.#tokens) / this.#perMs);
  }

  /** Whether the allowance is whole again, so that forgetting the bucket changes nothing. */
  full(now: number): boolean {
    this.#refill(now);
    return this.#tokens >= this.#capacity;
  }

  #refill(now: number): void {
    if (now === this.#at) return;
    this.#tokens = Math.min(this.#capacity, this.#tokens + Math.max(0, now - this.#at) * this.#perMs);
    this.#at = now;
  }
}

/** Buckets that are full again are looked for this often, ms. */
const SWEEP_MS = 60_000;

/**
 * A bucket for each key (an address, a code). Those that are full again are forgotten within a minute, also when nobody
 * comes any more: who was here is nobody's business for longer than it slows anybody down.
 */
export class TokenBuckets {
  readonly #capacity: number;
  readonly #perSecond: number;
  readonly #buckets = new Map<string, TokenBucket>();
  #sweeper: NodeJS.Timeout | null = null;

  constructor(capacity: number, perSecond: number) {
    this.#capacity = capacity;
    this.#perSecond = perSecond;
  }

  /** How many are remembered. */
  get size(): number {
    return this.#buckets.size;
  }

  /** @param now `performance.now()`, as everywhere here */
  take(key: string, now: number): boolean {
    return this.#bucket(key, now).take(1, now);
  }

  giveBack(key: string, now: number): void {
    this.#buckets.get(key)?.giveBack(now);
  }

  /** How long this key has to wait, ms; 0 when it need not. */
  wait(key: string, now: number): number {
    return this.#buckets.get(key)?.wait(now) ?? 0;
  }

  #bucket(key: string, now: number): TokenBucket {
    let bucket = this.#buckets.get(key);
    if (!bucket) {
      bucket = new TokenBucket(this.#capacity, this.#perSecond, now);
      this.#buckets.set(key, bucket);
      this.#sweeper ??= setTimeout(() => this.#sweep(), SWEEP_MS).unref();
    }
    return bucket;
  }

  #sweep(): void {
    const now = performance.now();
    for (const [key, bucket] of this.#buckets) if (bucket.full(now)) this.#buckets.delete(key);
    this.#sweeper = this.#buckets.size > 0 ? setTimeout(() => this.#sweep(), SWEEP_MS).unref() : null;
  }
}
