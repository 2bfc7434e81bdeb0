import type {
  DetailsOf,
  ITEM_FIELDS,
  ItemDetails,
  MARK_FIELDS,
  MOMENT_FIELDS,
  NOTE_FIELDS,
  PATH_FIELDS,
  PHOTO_FIELDS,
  PROGRAMME_FIELDS,
  RecordOf,
  SEAT_FIELDS,
  TIE_FIELDS,
} from './records.ts';
import { placesIn } from './replaced.ts';
import type { ClothKind, StepNumber, TableShape } from './schema.ts';

/**
 * A cloth at one moment, plain and immutable: all that any view, export or check ever sees of a document. Two snapshots
 * of one live cloth share every record that did not change, so `===` on a record means "nothing to redraw".
 */
export interface ClothSnapshot {
  readonly meta: MetaRecord;
  /** The name in the middle; empty when not chosen yet. */
  readonly initiative: string;
  /** Sorted by (order, id). */
  readonly seats: readonly Seat[];
  /** Sorted by (createdAt, id); removed and malformed ones left out. */
  readonly items: readonly Item[];
  /** Sorted by (createdAt, id); removed, malformed, doubled and dangling ones left out. */
  readonly ties: readonly Tie[];
  /** Sorted by (createdAt, id). */
  readonly moments: readonly Moment[];
  /** The line of a theme sheet; left out where none was laid. */
  readonly programme?: Programme;
  /** The path on the back of a cloth; left out where nobody set foot on it. */
  readonly path?: Path;
  /** The photo that lies under the cloth; left out where none does, and in whatever leaves the house. */
  readonly photo?: Photo;
}

export interface MetaRecord {
  readonly schema: number;
  readonly title: string;
  readonly kind: ClothKind;
  /** Said of a theme sheet; what says nothing is a cloth. */
  readonly sheet?: 'theme';
  readonly createdAt: number;
  /** The sheet's least size, mm; the geometry may lay a larger one when more people sit down. */
  readonly table: { readonly shape: TableShape; readonly width: number; readonly height: number };
  /** How long each step is meant to take, minutes, by step 1–5; only those that were prepared. */
  readonly minutes: Readonly<Partial<Record<StepNumber, number>>>;
  /** `CIRCLES` when it was laid for circles of two sizes; left out for a cloth from before. */
  readonly circles?: number;
  /** In which language it opens for who has not chosen one (a BCP 47 tag), when that was prepared. */
  readonly language?: string;
}

/** A place at the table, with who sits there. What it has stands in `SEAT_FIELDS`. */
export interface Seat extends RecordOf<typeof SEAT_FIELDS> {}

/** A thing on the cloth: what it is stands in `ITEM_FIELDS`, what is known of it besides in `ITEM_DETAILS`. */
export interface Item extends RecordOf<typeof ITEM_FIELDS>, ItemDetails {
  /** Only in a snapshot made for who may not read it yet (`maskSnapshot`): `text` is bars instead of words. */
  readonly masked?: true;
}

export interface Tie extends RecordOf<typeof TIE_FIELDS> {}

/** A named look at the cloth as it was. What it looked like then is read apart (`momentFile`), for it is large. */
export interface Moment extends Omit<RecordOf<typeof MOMENT_FIELDS>, 'file'> {}

export interface Programme extends DetailsOf<typeof PROGRAMME_FIELDS> {
  /** Sorted by (createdAt, id). */
  readonly marks: readonly ProgrammeMark[];
}

export interface ProgrammeMark extends RecordOf<typeof MARK_FIELDS> {}

export interface Path extends DetailsOf<typeof PATH_FIELDS> {
  /** Sorted by (createdAt, id). */
  readonly notes: readonly PathNote[];
}

export interface PathNote extends RecordOf<typeof NOTE_FIELDS> {}

/** Where a photo lies under the cloth. What it shows is kept beside the document, by its `hash`. */
export interface Photo extends RecordOf<typeof PHOTO_FIELDS> {}

/** Records found by their id. */
export interface ById<T> {
  get(id: string): T | undefined;
  has(id: string): boolean;
}

/** Items, seats or ties by id. Where they stand is looked up once, also for the lists that a keystroke makes of this one. */
export function byId<T extends { readonly id: string }>(records: readonly T[]): ById<T> {
  const places = placesIn(records);
  return {
    get(id) {
      const place = places.get(id);
      return place === undefined ? undefined : records[place];
    },
    has: (id) => places.has(id),
  };
}
