import { PRESENCE_INTERVAL_MS } from '../../shared/protocol.ts';

/** Whatever has presence to pass on. */
interface Waiting {
  flush(): void;
}

/** Moments at which presence is passed on, ms apart: to be woken costs a server more than to send, so all cloths share them. */
const BEAT_MS = PRESENCE_INTERVAL_MS / 3;

/** Who waits for which beat; beats are numbered by the clock. */
const agenda = new Map<number, Set<Waiting>>();

/**
 * Flushes at the last beat within one presence interval from now. Until then an edit may take the presence along, which
 * saves a write to each reader: then `cancel` lets the appointment go.
 */
export function flushInTime(one: Waiting): { cancel(): void } {
  const now = performance.now();
  const beat = Math.floor((now + PRESENCE_INTERVAL_MS) / BEAT_MS);
  let company = agenda.get(beat);
  if (!company) {
    company = new Set();
    agenda.set(beat, company);
    setTimeout(flushAll, beat * BEAT_MS - now, beat);
  }
  company.add(one);
  return { cancel: () => company.delete(one) };
}

function flushAll(beat: number): void {
  const company = agenda.get(beat);
  agenda.delete(beat);
  for (const one of company ?? []) one.flush();
}
