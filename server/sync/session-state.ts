import { z } from 'zod';
import type { SessionState } from '../../shared/protocol.ts';

const time = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** What a facilitator may set. `now` in a message from a client is ignored: the time is the server's. */
const sessionSchema = z.object({
  step: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  timer: z.object({ endsAt: time, pausedLeft: time.nullable() }).nullable(),
  hidden: z.boolean(),
  locked: z.boolean(),
  follow: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullable(),
});

/** The state of a session without the time at which it is sent. */
export type LastingSession = Omit<SessionState, 'now'>;

export const FIRST_SESSION: LastingSession = { step: 1, timer: null, hidden: false, locked: false, follow: null };

/** Reads a session state from a client or the store; null when it is not one. */
export function readSession(json: string): LastingSession | null {
  try {
    const parsed = sessionSchema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The message to the clients, stamped with the server's time. */
export function writeSession(session: LastingSession, now: number): string {
  return JSON.stringify({ ...session, now } satisfies SessionState);
}
