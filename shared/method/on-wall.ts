import { endsOf } from '../model/days.ts';
import { LIMITS, type Stone } from '../model/schema.ts';
import type { ClothSnapshot, Programme } from '../model/snapshot.ts';

/** What the wall of a room, and its year line, say of a sheet beside its name and picture. */
export interface OnWall {
  /** The day on which it was rounded off; '' for not. */
  readonly roundedOff: string;
  /** The stone of its path where it is now. */
  readonly at: Stone | null;
  /** The sheets that something on it leads to, by id. */
  readonly leadsTo: readonly string[];
  /** A theme's line in time, once a period was chosen. */
  readonly line?: WallLine;
}

export interface WallLine {
  readonly from: string;
  /** The day of its manifestation. */
  readonly to: string;
  /** Sorted by day. */
  readonly meetings: readonly { readonly day: string; readonly words: string }[];
  /** What it ends with. */
  readonly manifestation: string;
  readonly lastWords: string;
}

export const NOTHING_ON_WALL: OnWall = { roundedOff: '', at: null, leadsTo: [] };

/** So many ways lead on from one sheet. */
const MOST_WAYS = 1_000;

/** Reads it off a sheet as it is shown (`projectSnapshot`). Of what holds more than any page lays, the first. */
export function onWall({ programme, path, items }: Pick<ClothSnapshot, 'programme' | 'path' | 'items'>): OnWall {
  const ways = new Set(items.flatMap(({ leadsTo }) => (leadsTo === '' ? [] : [leadsTo])));
  const line = programme && lineOf(programme);
  return {
    roundedOff: programme?.roundedOff || path?.roundedOff || '',
    at: path?.at ?? null,
    leadsTo: [...ways].slice(0, MOST_WAYS),
    ...(line && { line }),
  };
}

function lineOf({ period, marks, lastWords }: Programme): WallLine | null {
  const ends = endsOf(period);
  if (!ends) return null;
  const meetings = marks
    .filter(({ kind }) => kind === 'meeting')
    .slice(0, LIMITS.marks)
    .map(({ day, words }) => ({ day, words }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const manifestation = marks.find(({ kind }) => kind === 'manifestation')?.words ?? '';
  return { ...ends, meetings, manifestation, lastWords };
}
