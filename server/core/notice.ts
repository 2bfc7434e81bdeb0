import { z } from 'zod';

const DAY_MS = 86_400_000;
/** So long before it goes, it is said of a cloth that it will, ms. */
export const NOTICE_MS = DAY_MS;
/** A clock that leapt by less is believed: a server that is off at night leaps every morning, ms. */
const LEAP_MS = DAY_MS;
/** One that leapt by more is believed again when it went right for as long as it leapt, but never for longer than this, ms. */
const LONGEST_DOUBT_MS = 7 * DAY_MS;

export const noticesSchema = z.object({
  /** When the clock was last looked at. */
  seenAt: z.number(),
  /** From when on it is believed. */
  believedFrom: z.number(),
  /** Of each joint cloth that will go for its age: when that was first said. */
  announced: z.record(z.string(), z.number()),
});

/** What was said of cloths that will go for their age, and whether the clock that says so is believed. Times are ms since the epoch. */
export type Notices = Readonly<z.infer<typeof noticesSchema>>;

/**
 * The notices after another look at the clock. One that does not agree with what was written down last, as that of a
 * machine whose battery is empty, is not believed at first, and all is announced anew.
 *
 * @param before null where nothing was written down: then the clock is held against `lastChangedAt`
 * @param lastChangedAt when any cloth was last written to; null when there is none
 * @param expired the joint cloths that are old enough to go
 */
export function announce(
  before: Notices | null,
  lastChangedAt: number | null,
  expired: readonly string[],
  now: number,
): Notices {
  const leap = Math.abs(now - (before?.seenAt ?? lastChangedAt ?? now));
  const agrees = leap <= LEAP_MS;
  const said = agrees ? (before?.announced ?? {}) : {};
  return {
    seenAt: now,
    believedFrom: agrees ? (before?.believedFrom ?? now) : now + Math.min(leap, LONGEST_DOUBT_MS),
    announced: Object.fromEntries(expired.map((id) => [id, said[id] ?? now])),
  };
}

/** When a joint cloth goes if nobody writes to it or its individual ones; null when that was not announced. */
export function goesAt({ announced, believedFrom }: Notices, id: string): number | null {
  const since = announced[id];
  return since === undefined ? null : Math.max(since + NOTICE_MS, believedFrom);
}

export const isDoubted = ({ believedFrom }: Notices, now: number): boolean => now < believedFrom;

/** Notices as they were written down; null when they were not, or cannot be read. */
export function readNotices(text: string | null): Notices | null {
  if (text === null) return null;
  try {
    return noticesSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
