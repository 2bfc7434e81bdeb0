import { z } from 'zod';
import {
  FIRST_SESSION,
  JOIN_CODE,
  type LastingSession,
  MESSAGE_LENGTH,
  type SessionState,
} from '../../../shared/model/protocol.ts';
import { LIMITS } from '../../../shared/model/schema.ts';
import { cleanName, isBlank } from '../../../shared/text/clean-text.ts';

const time = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const coordinate = z.number().min(-LIMITS.coordinate).max(LIMITS.coordinate);
/** Seats and items are named by their ids in the document; longer ones no program of ours makes. */
const seatId = z.string().min(1).max(64);
const itemId = seatId;

const momentId = seatId;
/** Cleaned as all words are; far too many of them are no message, and no words are none. */
const message = z
  .string()
  .max(10 * MESSAGE_LENGTH)
  .refine((text) => !isBlank(text))
  .transform((text) => cleanName(text, MESSAGE_LENGTH));

const code = z.string().regex(new RegExp(`^[${JOIN_CODE.alphabet}]{${JOIN_CODE.length}}$`));

/** What a facilitator may set. `now` in a message from a client is ignored: the time is the server's. */
const sessionSchema = z.object({
  step: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  timer: z.object({ endsAt: time, pausedLeft: time.nullable() }).nullable(),
  hidden: z.boolean(),
  locked: z.boolean(),
  follow: count.nullable(),
  quiet: z.boolean(),
  held: z.boolean(),
  alone: z.boolean(),
  walk: z.object({ seat: seatId, turn: count }).nullable(),
  byPosition: z.boolean(),
  contact: itemId.nullable(),
  ping: z.object({ at: z.tuple([coordinate, coordinate]), n: count }).nullable(),
  code: z.object({ code, expiresAt: time }).nullable(),
  moment: z.object({ id: momentId, as: z.enum(['back', 'compare']) }).nullable(),
  message: z.object({ text: message, until: time, n: count }).nullable(),
  handed: z.object({ to: count, n: count }).nullable(),
  closed: z.boolean(),
} satisfies Record<keyof LastingSession, z.ZodType>);

const patchSchema = sessionSchema.partial();

/**
 * What becomes of a session by a message (or by what the store kept): the fields that it names are set, all others stay,
 * and what it says beyond them is ignored. Null, and so nothing set, when any field is not what it should be.
 */
export function changedSession(session: LastingSession, json: string): LastingSession | null {
  try {
    const parsed = patchSchema.safeParse(JSON.parse(json));
    // JSON knows no undefined: a field that is there has a value.
    return parsed.success ? ({ ...session, ...parsed.data } as LastingSession) : null;
  } catch {
    return null;
  }
}

/** The session as the store kept it; fields it does not know yet, and what is no session at all, are as at the beginning. */
export function keptSession(json: string | null): LastingSession {
  return (json === null ? null : changedSession(FIRST_SESSION, json)) ?? FIRST_SESSION;
}

/** The message to the clients, stamped with the server's time, without a code that no longer works or a message that is over. */
export function writeSession(session: LastingSession, now: number): string {
  const code = session.code && session.code.expiresAt > now ? session.code : null;
  const message = session.message && session.message.until > now ? session.message : null;
  return JSON.stringify({ ...session, code, message, now } satisfies SessionState);
}
