import * as z from 'zod/mini';
import { JOIN_CODE } from './protocol.ts';
import { LIMITS } from './schema.ts';

/** The longest message to everyone, UTF-16 units: what is read at a glance, from across a room. */
export const MESSAGE_LENGTH = 120;

const time = z.int().check(z.minimum(0));
const count = z.int().check(z.minimum(0));
const coordinate = z.number().check(z.minimum(-LIMITS.coordinate), z.maximum(LIMITS.coordinate));
/** Seats, items and moments are named by their ids in the document; longer ones no program of ours makes. */
const id = z.string().check(z.minLength(1), z.maxLength(64));
const code = z.string().check(z.regex(new RegExp(`^[${JOIN_CODE.alphabet}]{${JOIN_CODE.length}}$`)));

/** What a field may be, and how it is when a session begins. */
function field<S extends z.ZodMiniType>(
  schema: S,
  first: z.infer<S>,
): { readonly schema: S; readonly first: z.infer<S> } {
  return { schema, first };
}

/**
 * State of the running session. Lives on the server, never in the document: set by facilitators, sent to all. A message
 * from a facilitator may hold any part of it; what it leaves out stays as it is, so that two facilitators (or one with
 * an older program) never undo each other. All times: ms since the epoch, server's clock.
 *
 * Every field of a running session, once: what a facilitator may set, what the store keeps and the pages read.
 */
const FIELDS = {
  step: field(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]), 1),
  /** Runs until `endsAt`; while paused, `pausedLeft` ms are left and `endsAt` says nothing. */
  timer: field(z.nullable(z.object({ endsAt: time, pausedLeft: z.nullable(time) })), null),
  /** Ingredients of others are masked: one sees that they are there, and not what they say. */
  hidden: field(z.boolean(), false),
  /** Nobody may leave the view that `follow` brings them to. */
  locked: field(z.boolean(), false),
  /** The connection (awareness client id) whose view all others follow. */
  follow: field(z.nullable(count), null),
  /** In step 2: everyone writes and moves at their own edge only. */
  quiet: field(z.boolean(), false),
  /** When the timer has run out, participants' input waits until the facilitator goes on. */
  held: field(z.boolean(), false),
  /** Participants work on cloths of their own for the time being. */
  alone: field(z.boolean(), false),
  /** The walk round the table that all are led on: in front of which seat they stand, and how many turns have been made. */
  walk: field(z.nullable(z.object({ seat: id, turn: count })), null),
  /** All look at the cloth by position. */
  byPosition: field(z.boolean(), false),
  /** The connector that the group talks about, contact by contact: its id. */
  contact: field(z.nullable(id), null),
  /** "Look here": a place on the cloth, mm. `n` is another number each time, so that the same place can be shown again. */
  ping: field(z.nullable(z.object({ at: z.tuple([coordinate, coordinate]), n: count })), null),
  /** The code to join by, for the shared screen to show; the server tells of none that no longer works. */
  code: field(z.nullable(z.object({ code, expiresAt: time })), null),
  /** The kept moment that all look back at (`back`), or compare with now. */
  moment: field(z.nullable(z.object({ id, as: z.enum(['back', 'compare']) })), null),
  /** A few words to everyone, until a time. `n` is another number each time. The server tells of none that is over. */
  message: field(
    z.nullable(z.object({ text: z.string().check(z.maxLength(10 * MESSAGE_LENGTH)), until: time, n: count })),
    null,
  ),
  /** The connection to whose person the leading was last given; the server sends it a key. `n` is another number each time. */
  handed: field(z.nullable(z.object({ to: count, n: count })), null),
  /** Nobody but who leads writes on the cloth any more, until it is opened again. */
  closed: field(z.boolean(), false),
};

type Fields = typeof FIELDS;
type Key = keyof Fields;
type Unchanged<T> = T extends object ? { readonly [K in keyof T]: Unchanged<T[K]> } : T;

/** The state of a session apart from when it was sent: what is kept, and what a facilitator may set. */
export type LastingSession = { readonly [K in Key]: Unchanged<z.infer<Fields[K]['schema']>> };

/** A session as the server tells of it; `now` is when, by its clock. */
export type SessionState = LastingSession & { readonly now: number };

const each = <T>(make: (field: Fields[Key]) => T) =>
  Object.fromEntries(Object.entries(FIELDS).map(([key, value]) => [key, make(value)]));

/** How every session begins. */
export const FIRST_SESSION = each(({ first }) => first) as unknown as LastingSession;

const patchSchema = z.partial(z.object(each(({ schema }) => schema)));
const nowSchema = z.object({ now: z.number() });

/** Some fields of a session out of JSON; what it says beyond them is ignored. Null when any of them is not what it may be. */
export function readSessionPatch(json: string): Partial<LastingSession> | null {
  const read = patchSchema.safeParse(parsedJson(json));
  return read.success ? (read.data as Partial<LastingSession>) : null;
}

/**
 * The running session out of a message 101, or null when it is not one. What an older server does not speak of yet is as
 * every session begins.
 */
export function readSessionState(json: string): SessionState | null {
  const now = nowSchema.safeParse(parsedJson(json));
  const patch = readSessionPatch(json);
  return now.success && patch?.step !== undefined ? { ...FIRST_SESSION, ...patch, now: now.data.now } : null;
}

/** What a text says as JSON; null where it is none. */
export function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
