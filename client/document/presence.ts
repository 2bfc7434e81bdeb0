import '../device/zod-without-eval.ts';
import * as z from 'zod/mini';
import { type Dragged, hiddenOf, PRESENCE_INTERVAL_MS, type Presence, ROLES } from '../../shared/model/protocol.ts';
import { LIMITS, type Point } from '../../shared/model/schema.ts';
import type { Attendee, Person } from './cloth-session.ts';

/** As many hands as a large board follows, and more, drag at once. */
const MOST_HANDS = 20;

const id = z.string().check(z.maxLength(64));
const length = z.number().check(z.gte(-LIMITS.coordinate), z.lte(LIMITS.coordinate));
const point = z.tuple([length, length]);
const extent = z.number().check(z.gt(0), z.lte(8 * LIMITS.coordinate));
const angle = z.number().check(z.gte(-Math.PI), z.lte(Math.PI));
const dragged = z.object({ ids: z.array(id).check(z.maxLength(LIMITS.items)), by: point });
const presence = z.object({
  user: z.object({
    name: z.string().check(z.maxLength(LIMITS.name)),
    colour: z.string().check(z.regex(/^#[0-9a-f]{6}$/i)),
    seat: z.nullable(id),
    role: z.enum(ROLES),
  }),
  cursor: z.optional(point),
  editing: z.optional(id),
  of: z.optional(z.enum(['clarification', 'story'])),
  drag: z.optional(dragged),
  otherDrags: z.optional(z.array(dragged).check(z.maxLength(MOST_HANDS))),
  writing: z.optional(z.literal(true)),
  claims: z.optional(id),
  denies: z.optional(z.int().check(z.gte(0))),
  made: z.optional(z.int().check(z.gte(0), z.lte(LIMITS.items))),
  view: z.optional(z.tuple([length, length, extent, extent, angle])),
});

/** Another page's presence as a person, or null where it says nothing this program understands. */
export function readPerson(connection: number, state: unknown): Person | null {
  const read = presence.safeParse(state);
  if (!read.success) return null;
  const {
    user,
    cursor = null,
    editing = null,
    of = null,
    drag,
    otherDrags = [],
    writing = false,
    claims = null,
    denies = null,
    made = null,
    view = null,
  } = withinRole(read.data);
  const drags = drag ? [drag, ...otherDrags] : otherDrags;
  return { id: connection, ...user, cursor, editing, of, drags, writing, claims, denies, made, view };
}

/** A presence without what its role may not show. */
function withinRole(read: z.infer<typeof presence>): z.infer<typeof presence> {
  const within = { ...read };
  for (const key of hiddenOf(read.user.role)) if (key !== 'user') delete within[key];
  return within;
}

/** The slow part of the people: `before` itself when nobody came, went or changed what they are called. */
export function attendeesOf(people: readonly Person[], before: readonly Attendee[]): readonly Attendee[] {
  const known = new Map(before.map((attendee) => [attendee.id, attendee]));
  const next = people.map(({ id, name, colour, seat, role, made }) => {
    const old = known.get(id);
    const same = old && old.name === name && old.colour === colour && old.seat === seat && old.role === role;
    return same && old.made === made ? old : { id, name, colour, seat, role, made };
  });
  return next.length === before.length && next.every((attendee, index) => attendee === before[index]) ? before : next;
}

/** The longest list of ids that one presence message carries, characters; the server takes 4,096 for the whole. */
const LONGEST_DRAG = 3_000;

/** As many of the dragged items as fit in a message: the others see those move, and all of them land on release. */
export function fittingDrags(drags: readonly Dragged[]) {
  let length = 0;
  const fits = (id: string) => {
    length += id.length + 3;
    return length <= LONGEST_DRAG;
  };
  const [drag, ...others] = drags.slice(0, MOST_HANDS).map(({ ids, by }) => {
    length += 32;
    return { ids: ids.filter(fits), by: rounded(by) };
  });
  return { drag, otherDrags: others.length > 0 ? others : undefined };
}

/** To a tenth of a mm: finer than anyone sees, and shorter on the wire. */
export function rounded([x, y]: readonly [number, number]): Point {
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
}

/** The part of {@link Presence} that changes while somebody works. */
export type Doing = Omit<Presence, 'user'>;

/**
 * Does the work at most once per {@link PRESENCE_INTERVAL_MS}: the first time at once, and always after the last time it
 * was asked for, so that nobody keeps seeing a cursor where it no longer is.
 */
export function throttled(work: () => void, interval = PRESENCE_INTERVAL_MS) {
  let asked = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const next = () => {
    timer = null;
    if (!asked) return;
    asked = false;
    timer = setTimeout(next, interval);
    work();
  };
  return {
    ask(): void {
      asked = true;
      if (timer === null) next();
    },
    /** Drops what was asked for and not done. */
    stop(): void {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      asked = false;
    },
  };
}
