import type { RecordOf, Table } from './records.ts';
import { LIMITS } from './schema.ts';
import type { ShownNames } from './sheets.ts';

/**
 * A network room at one moment, plain and immutable. Which sheets hang in it and with which grant stands in the store, with
 * each sheet; here stands what people in the room do with them.
 */
export interface CommonsSnapshot {
  readonly name: string;
  readonly createdAt: number;
  /** In which language it opens for who has not chosen one (a BCP 47 tag), when that was chosen. */
  readonly language: string | null;
  /** Sorted by (order, id). */
  readonly wall: readonly WallPlace[];
  /** Sorted by (date, id). */
  readonly meetings: readonly Meeting[];
  /** Sorted by (createdAt, id). */
  readonly entries: readonly Entry[];
  /** What was answered about names that look alike. */
  readonly sameNames: readonly NamePair[];
  /** The names of who asked to be left out. */
  readonly leftOut: readonly LeftOut[];
}

/** Where a sheet hangs on the wall; the record's id is the sheet's own. */
export const PLACE_FIELDS = {
  /** The theme sheet it hangs under, by id; empty for none. */
  under: { kept: 'line', most: LIMITS.id, file: 'never' },
  /** Rounded off: it hangs among what was, to be looked back at. */
  earlier: { kept: 'mark', file: 'never' },
  /** From left to right, any number. */
  order: { kept: 'order', file: 'never', needed: true },
} as const satisfies Table;
export interface WallPlace extends RecordOf<typeof PLACE_FIELDS> {}

/** A meeting on the year line. */
export const MEETING_FIELDS = {
  date: { kept: 'day', file: 'never', needed: true },
  /** Empty when it has none of its own. */
  name: { kept: 'line', most: LIMITS.name, file: 'never' },
  createdAt: { kept: 'time', file: 'never', needed: true },
} as const satisfies Table;
export interface Meeting extends RecordOf<typeof MEETING_FIELDS> {}

export const ENTRY_WAYS = ['plans', 'inform', 'experience', 'margin'] as const;
/**
 * In which way something comes up at a meeting: plans are discussed, one is informed in between, experience is exchanged;
 * `margin` is what is arranged outside the meeting.
 */
export type EntryWay = (typeof ENTRY_WAYS)[number];

/** What comes up at a meeting: a sheet that hangs in the room, or loose words. */
export const ENTRY_FIELDS = {
  meeting: { kept: 'id', file: 'never', needed: true },
  way: { kept: 'choice', of: ENTRY_WAYS, file: 'never', needed: true },
  /** The sheet's id, or null for loose words. */
  sheet: { kept: 'id', file: 'never' },
  words: { kept: 'line', most: LIMITS.itemText, file: 'never' },
  createdAt: { kept: 'time', file: 'never', needed: true },
} as const satisfies Table;
export interface Entry extends RecordOf<typeof ENTRY_FIELDS> {}

export const NAME_VERDICTS = ['same', 'different', 'unknown'] as const;
export type NameVerdict = (typeof NAME_VERDICTS)[number];

/** Two names that look alike, as they are compared, and what people said of them. */
export const PAIR_FIELDS = {
  a: { kept: 'line', most: LIMITS.name, file: 'never', needed: true },
  b: { kept: 'line', most: LIMITS.name, file: 'never', needed: true },
  verdict: { kept: 'choice', of: NAME_VERDICTS, file: 'never', needed: true },
} as const satisfies Table;
export interface NamePair extends RecordOf<typeof PAIR_FIELDS> {}

/** Who asked to be left out; the record's id is the name as it is compared: without case, accents and punctuation. */
export const LEFT_OUT_FIELDS = {
  /** As it was written. */
  name: { kept: 'line', most: LIMITS.name, file: 'never', needed: true },
} as const satisfies Table;
export interface LeftOut extends RecordOf<typeof LEFT_OUT_FIELDS> {}

/** What a room shows of a sheet that hangs there to who only looks. */
export interface Shown {
  readonly names: ShownNames;
  /** Names as they are compared. */
  readonly leftOut: readonly string[];
}

/** Upper bounds of a room, so that it stays a room. */
export const ROOM_LIMITS = {
  /** Most sheets that hang in one room, and most rooms that one sheet hangs in. */
  sheets: 1_000,
  rooms: 20,
  meetings: 200,
  entries: 5_000,
  leftOut: 2_000,
  sameNames: 5_000,
} as const;
