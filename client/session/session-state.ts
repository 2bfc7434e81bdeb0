import './zod-without-eval.ts';
import * as z from 'zod/mini';
import type { ServerWarning, SessionState } from '../../shared/protocol.ts';

const sessionState = z.object({
  step: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  timer: z.nullable(z.object({ endsAt: z.number(), pausedLeft: z.nullable(z.number()) })),
  hidden: z.boolean(),
  locked: z.boolean(),
  follow: z.nullable(z.number()),
  now: z.number(),
});

const warning = z.object({ code: z.enum(['too-many-messages', 'storage', 'storage-ok']) });

/** The running session out of a message 101, or null when it is not one. */
export function readSessionState(json: string): SessionState | null {
  return sessionState.safeParse(parsed(json)).data ?? null;
}

/** What the server warns of in a message 102, or null when this program does not know it. */
export function readWarning(json: string): ServerWarning['code'] | null {
  return warning.safeParse(parsed(json)).data?.code ?? null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
