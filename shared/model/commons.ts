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

/** Where a sheet hangs on the wall. */
export interface WallPlace {
  /** The sheet's own id. */
  readonly id: string;
  /** The theme sheet it hangs under, by id; empty for none. */
  readonly under: string;
  /** Rounded off: it hangs among what was, to be looked back at. */
  readonly earlier: boolean;
  /** From left to right, any number. */
  readonly order: number;
}

export const ENTRY_WAYS = ['plans', 'inform', 'experience', 'margin'] as const;
/**
 * In which way something comes up at a meeting: plans are discussed, one is informed in between, experience is exchanged;
 * `margin` is what is arranged outside the meeting.
 */
export type EntryWay = (typeof ENTRY_WAYS)[number];

/** A meeting on the year line. */
export interface Meeting {
  readonly id: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Empty when it has none of its own. */
  readonly name: string;
  readonly createdAt: number;
}

/** What comes up at a meeting: a sheet that hangs in the room, or loose words. */
export interface Entry {
  readonly id: string;
  readonly meeting: string;
  readonly way: EntryWay;
  /** The sheet's id, or null for loose words. */
  readonly sheet: string | null;
  readonly words: string;
  readonly createdAt: number;
}

export const NAME_VERDICTS = ['same', 'different', 'unknown'] as const;
export type NameVerdict = (typeof NAME_VERDICTS)[number];

/** Two names that look alike, as they are compared, and what people said of them. */
export interface NamePair {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly verdict: NameVerdict;
}

export interface LeftOut {
  /** The name as it is compared: without case, accents and punctuation. */
  readonly id: string;
  /** As it was written. */
  readonly name: string;
}

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
