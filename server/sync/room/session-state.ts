import {
  FIRST_SESSION,
  type LastingSession,
  MESSAGE_LENGTH,
  readSessionPatch,
  type SessionState,
} from '../../../shared/model/session.ts';
import { cleanName, isBlank } from '../../../shared/text/clean-text.ts';

/**
 * What becomes of a session by a message (or by what the store kept): the fields that it names are set, all others stay,
 * and what it says beyond them is ignored. Null, and so nothing set, when any field is not what it should be.
 */
export function changedSession(session: LastingSession, json: string): LastingSession | null {
  const patch = readSessionPatch(json);
  if (!patch) return null;
  const { message } = patch;
  if (!message) return { ...session, ...patch };
  // Cleaned as all words are; no words are no message.
  if (isBlank(message.text)) return null;
  return { ...session, ...patch, message: { ...message, text: cleanName(message.text, MESSAGE_LENGTH) } };
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
