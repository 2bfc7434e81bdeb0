import { type RateLimiterAbstract, RateLimiterMemory } from 'rate-limiter-flexible';

/** Counts by key, each forgotten so long after it began. `consume` rejects past the most, with how long that holds. */
export type Counter = Pick<RateLimiterAbstract, 'consume' | 'reward' | 'get' | 'set'>;

/** Makes a counter of this name; on all nodes the counters of one name are one. `seconds` is how long a count lives. */
export type Counting = (name: string, most: number, seconds: number) => Counter;

/** Counts in the memory of this server, for one that runs alone. */
export const countHere: Counting = (keyPrefix, points, duration) =>
  new RateLimiterMemory({ keyPrefix, points, duration });
