import { PRESENCE_INTERVAL_MS } from '../../../shared/model/protocol.ts';

/** Whatever has presence to pass on. */
interface Waiting {
  flush(): void;
}

export interface Appointment {
  /** Null once it is kept or cancelled. */
  who: Waiting | null;
  readonly dueAt: number;
}

/** A server that is awake anyway sends what is due so soon, ms: to be woken for it would cost more than to send it. */
const SOON_MS = 4;

/** The appointments of all cloths; each is made for the same time ahead, so they are in order. */
const agenda: Appointment[] = [];
let alarm: NodeJS.Timeout | null = null;

/** Flushes one presence interval from now at the latest: when the server handles something else shortly before, then. */
export function flushInTime(who: Waiting): Appointment {
  const appointment = { who, dueAt: performance.now() + PRESENCE_INTERVAL_MS };
  agenda.push(appointment);
  if (!alarm) setAlarm();
  return appointment;
}

/** Keeps the appointments that are due soon. Called when the server is awake for something else. */
export function keepAppointments(): void {
  const [first] = agenda;
  if (first && (first.who === null || first.dueAt - performance.now() <= SOON_MS)) keepAll();
}

function keepAll(): void {
  const soon = performance.now() + SOON_MS;
  for (let next = agenda[0]; next && (next.who === null || next.dueAt <= soon); next = agenda[0]) {
    agenda.shift();
    next.who?.flush();
  }
  setAlarm();
}

function setAlarm(): void {
  if (alarm) clearTimeout(alarm);
  const [first] = agenda;
  alarm = first ? setTimeout(keepAll, Math.max(0, first.dueAt - performance.now())) : null;
}
