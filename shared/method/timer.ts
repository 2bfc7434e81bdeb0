import type { LastingSession, SessionState } from '../model/session.ts';
import type { Partaker } from './steps.ts';

/** The timer that everyone sees. All times in ms by the server's clock; made by facilitators, worked out by all. */
export type Timer = NonNullable<SessionState['timer']>;

const MINUTE_MS = 60_000;

/** A timer that begins now. */
export function startTimer(minutes: number, now: number): Timer {
  return { endsAt: Math.round(now + minutes * MINUTE_MS), pausedLeft: null };
}

/** No timer of a page runs so long, ms. Whoever sets one by other means could name a time that browsers cannot wait for. */
const LONGEST_LEFT_MS = 24 * 60 * MINUTE_MS;

/** Time left, ms, at most a day; 0 when it has run out. */
export function timeLeft({ endsAt, pausedLeft }: Timer, now: number): number {
  return Math.min(LONGEST_LEFT_MS, Math.max(0, pausedLeft ?? endsAt - now));
}

export function isPaused({ pausedLeft }: Timer): boolean {
  return pausedLeft !== null;
}

/** Whether it has run out. A paused timer never does. */
export function hasRunOut(timer: Timer, now: number): boolean {
  return !isPaused(timer) && timeLeft(timer, now) === 0;
}

/** The same timer standing still. One that has run out stays so. */
export function pauseTimer(timer: Timer, now: number): Timer {
  return isPaused(timer) || hasRunOut(timer, now) ? timer : { ...timer, pausedLeft: Math.round(timeLeft(timer, now)) };
}

/** The same timer going on where it stood. */
export function resumeTimer(timer: Timer, now: number): Timer {
  return timer.pausedLeft === null ? timer : { endsAt: Math.round(now + timer.pausedLeft), pausedLeft: null };
}

/** One minute more; after the end, one minute from now. A paused timer stays paused. */
export function addMinute(timer: Timer, now: number): Timer {
  const left = timeLeft(timer, now) + MINUTE_MS;
  return isPaused(timer) ? { ...timer, pausedLeft: left } : { endsAt: Math.round(now + left), pausedLeft: null };
}

/** The timer at its end, before its time. */
export function endTimer(now: number): Timer {
  return { endsAt: Math.round(now), pausedLeft: null };
}

/** Whether this person's input waits: the time is over, and the facilitator holds everyone until they go on. */
export function isHeld(
  { held, timer }: Pick<LastingSession, 'held' | 'timer'>,
  me: Pick<Partaker, 'role'>,
  now: number,
) {
  return held && me.role === 'participant' && timer !== null && hasRunOut(timer, now);
}

/** `m:ss`, rounded up, so that it shows 0:00 only when it is over. With more than an hour, all in minutes. */
export function shownTime(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
