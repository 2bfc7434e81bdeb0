import { PRESENCE_INTERVAL_MS } from '../../shared/protocol.ts';

/** Whatever has presence to pass on. */
interface Waiting {
  flush(): void;
}

let waiting = new Set<Waiting>();
let lastBeatAt = Number.NEGATIVE_INFINITY;

/**
 * Flushes at the next beat: at most one presence interval from now, and at the same moment for all cloths. To be woken costs
 * a server more than to send, so twenty cloths that each kept their own time would cost far more than one.
 */
export function atNextBeat(one: Waiting): void {
  if (waiting.size === 0) setTimeout(beat, Math.max(0, lastBeatAt + PRESENCE_INTERVAL_MS - performance.now()));
  waiting.add(one);
}

function beat(): void {
  lastBeatAt = performance.now();
  const now = waiting;
  waiting = new Set();
  for (const one of now) one.flush();
}
