import '../device/zod-without-eval.ts';
import * as z from 'zod/mini';
import { FIRST_SESSION, type ServerWarning, type SessionState } from '../../shared/model/protocol.ts';

const point = z.tuple([z.number(), z.number()]);

/** What an older server does not speak of yet is as every session begins. */
const sessionState = z.object({
  step: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  timer: z.nullable(z.object({ endsAt: z.number(), pausedLeft: z.nullable(z.number()) })),
  hidden: z.boolean(),
  locked: z.boolean(),
  follow: z.nullable(z.number()),
  quiet: z._default(z.boolean(), FIRST_SESSION.quiet),
  held: z._default(z.boolean(), FIRST_SESSION.held),
  alone: z._default(z.boolean(), FIRST_SESSION.alone),
  walk: z._default(z.nullable(z.object({ seat: z.string(), turn: z.number() })), null),
  byPosition: z._default(z.boolean(), FIRST_SESSION.byPosition),
  contact: z._default(z.nullable(z.string()), FIRST_SESSION.contact),
  ping: z._default(z.nullable(z.object({ at: point, n: z.number() })), null),
  code: z._default(z.nullable(z.object({ code: z.string(), expiresAt: z.number() })), null),
  moment: z._default(z.nullable(z.object({ id: z.string(), as: z.enum(['back', 'compare']) })), null),
  message: z._default(z.nullable(z.object({ text: z.string(), until: z.number(), n: z.number() })), null),
  handed: z._default(z.nullable(z.object({ to: z.number(), n: z.number() })), null),
  closed: z._default(z.boolean(), FIRST_SESSION.closed),
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
