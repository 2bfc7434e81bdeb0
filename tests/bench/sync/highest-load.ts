import type { ContenderName } from './contenders.ts';
import { Crowd, type Traffic } from './crowd.ts';
import { HELD_MS, runOnce, withServer } from './scenarios.ts';
import { quantile } from './statistics.ts';

/** Sixty on one cloth; how much each does grows from step to step. */
const AT_EASE: Traffic = { cloths: 1, perCloth: 60, edits: 1, presence: 5 };
/** How long a server works before it is asked for more and more, ms. */
const AT_EASE_MS = 8_000;
const STEP = 1.4;
const MOST_STEPS = 14;
const WARM_UP_MS = 1_000;
const WINDOW_MS = 2_000;
/** Some edits of a window are seen after its end, and some from before it in it. */
const LEAST_SEEN = 0.9;
/** Two windows in a row over the bound end the climb; one may be the machine's. */
const TRIES = 2;

/** Messages to deliver per second in one cloth at which 99 of 100 edits are still seen within 100 ms. */
export function highestLoad(contender: ContenderName): Promise<number> {
  return withServer(contender, async (server) => {
    await runOnce(server, AT_EASE, AT_EASE_MS, 0);
    let held = 0;
    for (let step = 0, factor = 1; step < MOST_STEPS; step++, factor *= STEP) {
      const traffic = { ...AT_EASE, edits: AT_EASE.edits * factor, presence: AT_EASE.presence * factor };
      let holds = false;
      for (let attempt = 0; attempt < TRIES && !holds; attempt++) {
        const crowd = await Crowd.gather(server, traffic);
        const seen = await crowd.watch(WARM_UP_MS, WINDOW_MS);
        // An edit that a reader who lags behind is never shown has no latency, and is not held.
        const areSeen = seen.latencies.length >= LEAST_SEEN * seen.toBeSeen;
        holds = crowd.everyoneIsThere && areSeen && quantile(seen.latencies, 0.99) < HELD_MS;
        crowd.leave();
        if (holds) held = seen.deliveries / seen.seconds;
      }
      if (!holds) return held;
    }
    return held;
  });
}
