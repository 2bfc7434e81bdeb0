import type { DetailsOf, ItemDetails, MARK_DETAILS, NOTE_DETAILS, PATH_FIELDS, PROGRAMME_FIELDS } from './records.ts';
import { placesIn } from './replaced.ts';
import type { ClothKind, ItemKind, MarkKind, Point, PositionLetter, StepNumber, Stone, TableShape } from './schema.ts';

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

export interface Seat {
  readonly id: string;
  /** Empty while nobody sits here. */
  readonly name: string;
  /** Place round the table, clockwise from the top left. */
  readonly order: number;
  /** `#rrggbb`. */
  readonly colour: string;
  /** The participant (device) that took this seat, or null. Tells two people of one name apart. */
  readonly holder: string | null;
}

/** A thing on the cloth; what is known of it besides has a row each in `ITEM_DETAILS`. */
export interface Item extends ItemDetails {
  readonly id: string;
  readonly kind: ItemKind;
  readonly text: string;
  /** Centre of the item, mm. */
  readonly pos: Point;
  readonly seat: string | null;
  /** `#rrggbb`, the marker it was written with. */
  readonly colour: string;
  /** Name of who wrote it. */
  readonly by: string;
  readonly createdAt: number;
  /** In the order i p s l g. */
  readonly positions: readonly PositionLetter[];
  /** Only in a snapshot made for who may not read it yet (`maskSnapshot`): `text` is bars instead of words. */
  readonly masked?: true;
}

export interface Tie {
  readonly id: string;
  /** An item's id, or `initiative`. */
  readonly from: string;
  readonly to: string;
  readonly createdAt: number;
  /** Involvement that is expected of this connector rather than seen: "should she, or does she really?" */
  readonly expected: boolean;
}

/** A named look at the cloth as it was. What it looked like then is read apart (`momentFile`), for it is large. */
export interface Moment {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly by: string;
}

export interface Programme extends DetailsOf<typeof PROGRAMME_FIELDS> {
  /** Sorted by (createdAt, id). */
  readonly marks: readonly ProgrammeMark[];
}

export interface ProgrammeMark extends DetailsOf<typeof MARK_DETAILS> {
  readonly id: string;
  readonly kind: MarkKind;
  readonly createdAt: number;
  /** Name of who laid it. */
  readonly by: string;
}

export interface Path extends DetailsOf<typeof PATH_FIELDS> {
  /** Sorted by (createdAt, id). */
  readonly notes: readonly PathNote[];
}

export interface PathNote extends DetailsOf<typeof NOTE_DETAILS> {
  readonly id: string;
  readonly stone: Stone;
  readonly createdAt: number;
  readonly by: string;
}

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
