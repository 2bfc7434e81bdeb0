import {
  ACTIVITIES,
  APPROACHES,
  CONTACTED,
  differentKey,
  ITEM_KINDS,
  LETTER_KEY,
  LIMITS,
  MARK_KINDS,
  POSITION_LETTERS,
  type Point,
  STONES,
  togetherKey,
} from './schema.ts';

/**
 * How a detail of a record is kept in the document, what it is when nothing is there, and so how two that change it at
 * once get along:
 * - `text`: words that several may write in at once, at most so long; '' for none
 * - `line`: words as their last writer left them, at most so long; '' for none
 * - `choice`: one of a few words, or null
 * - `day`: a calendar day as `YYYY-MM-DD`; '' for none
 * - `period`: from one day to another as `YYYY-MM-DD/YYYY-MM-DD`, kept as one so that two that change it never mix; '' for none
 * - `mark`: true, or false for none
 * - `ids`: other records of the kind, sorted; each under a key of its own (`under` and its id), so that of two that are added
 *   at once both stay
 * - `letters`: some of a few letters, in their order; each under a key of its own (`under` and itself), for the same reason
 * - `id`: that of another record, or null
 * - `place`: on the cloth, mm, as one tuple; `colour`: `#rrggbb`; `time`: ms since the epoch; `order`: a number to sort by, and
 *   `number` any other. What does not parse is null, so these are mostly `needed`
 */
type Kept =
  | { readonly kept: 'text' | 'line'; readonly most: number }
  | { readonly kept: 'choice'; readonly of: readonly string[] }
  | { readonly kept: 'day' | 'period' }
  | { readonly kept: 'mark' }
  | { readonly kept: 'ids'; readonly under: string }
  | { readonly kept: 'letters'; readonly under: string; readonly of: readonly string[] }
  | { readonly kept: 'id' | 'place' | 'colour' | 'time' | 'order' | 'number' };

/** A row of any record's table. */
export type Row = Kept & {
  /**
   * How it stands in a cloth file: `always`; `said`, only where it says something, as all that is new is, so that older files
   * keep their bytes; or `never`.
   */
  readonly file: 'always' | 'said' | 'never';
  /** What is no record without it: where it is not there, or does not parse, the record is left out. */
  readonly needed?: true;
};

/** A row of an item's table that says what is known of it, besides what it is. */
export type Detail = Row & {
  /**
   * What becomes of it when two items are made one: words are `joined` under each other; `first` counts the double's only
   * where the other has none; `shared` ones, which others hold as well, are united on both sides; `own` stays apart.
   */
  readonly merged: 'joined' | 'first' | 'shared' | 'own';
};

/** Whoever sits, or is to sit, at the table. */
export const SEAT_FIELDS = {
  /** Empty while nobody sits here. */
  name: { kept: 'line', most: LIMITS.name, file: 'always', needed: true },
  /** Place round the table, clockwise from the top left. */
  order: { kept: 'order', file: 'always', needed: true },
  colour: { kept: 'colour', file: 'always', needed: true },
  /** The participant (device) that took this seat, or null. Tells two people of one name apart. */
  holder: { kept: 'id', file: 'never' },
} as const satisfies Table;

/** A tie between two items, or an item and the initiative. */
export const TIE_FIELDS = {
  /** An item's id, or `initiative`. */
  from: { kept: 'id', file: 'always', needed: true },
  to: { kept: 'id', file: 'always', needed: true },
  createdAt: { kept: 'time', file: 'always', needed: true },
  /** Involvement that is expected of this connector rather than seen: "should she, or does she really?" */
  expected: { kept: 'mark', file: 'said', merged: 'both' },
} as const satisfies Readonly<Record<string, TieRow>>;

/** A row of a tie's table. */
export type TieRow = Row & {
  /** What becomes of it when two ties are made one, as their ends are: a mark stands where `both` had it. */
  readonly merged?: 'both';
};

/** A named look at the cloth as it was. */
export const MOMENT_FIELDS = {
  name: { kept: 'line', most: LIMITS.name, file: 'always', needed: true },
  by: { kept: 'line', most: LIMITS.name, file: 'always' },
  createdAt: { kept: 'time', file: 'always', needed: true },
  /** The cloth as it was then, as the text of a cloth file: large, so no part of a snapshot. */
  file: { kept: 'line', most: LIMITS.momentFile, file: 'never', needed: true },
} as const satisfies Table;

/** What an item is, where it lies and who wrote it. */
export const ITEM_FIELDS = {
  kind: { kept: 'choice', of: ITEM_KINDS, file: 'always', needed: true },
  text: { kept: 'text', most: LIMITS.itemText, file: 'always', needed: true },
  /** Centre of the item. */
  pos: { kept: 'place', file: 'always', needed: true },
  seat: { kept: 'id', file: 'always' },
  /** The marker it was written with. */
  colour: { kept: 'colour', file: 'always', needed: true },
  /** Name of who wrote it. */
  by: { kept: 'line', most: LIMITS.name, file: 'always' },
  createdAt: { kept: 'time', file: 'always', needed: true },
  positions: { kept: 'letters', under: LETTER_KEY, of: POSITION_LETTERS, file: 'always' },
} as const satisfies Table;

/**
 * All that is known of an item beside what it is, where it lies and who wrote it: one row each. By this table it is read,
 * written in files and read from them, laid, merged and compared; a new one takes a row here and an intent that sets it. In
 * the order in which they stand in a file.
 */
export const ITEM_DETAILS = {
  /** What was meant, in its writer's own words. */
  clarification: { kept: 'text', most: LIMITS.longText, file: 'always', merged: 'joined' },
  /** The own story with which one goes to a contact. */
  story: { kept: 'text', most: LIMITS.longText, file: 'always', merged: 'joined' },
  approach: { kept: 'choice', of: APPROACHES, file: 'always', merged: 'first' },
  contacted: { kept: 'choice', of: CONTACTED, file: 'always', merged: 'first' },
  /** Somebody asked "what do you mean?", and its writer has not taken the mark away yet. */
  asked: { kept: 'mark', file: 'said', merged: 'first' },
  /** The items that are invited in one group with this one. */
  together: { kept: 'ids', under: togetherKey(''), file: 'said', merged: 'shared' },
  /** When and by whom the contact is made, as people wrote it. */
  contactWhen: { kept: 'line', most: LIMITS.name, file: 'said', merged: 'first' },
  contactBy: { kept: 'line', most: LIMITS.name, file: 'said', merged: 'first' },
  /** Items that look like this one and that people found to be something else. */
  different: { kept: 'ids', under: differentKey(''), file: 'said', merged: 'own' },
  /** The cloth that a slip of a theme sheet leads to: its id, never a key. */
  leadsTo: { kept: 'line', most: LIMITS.id, file: 'said', merged: 'first' },
} as const satisfies Readonly<Record<string, Detail>>;

/** What the line of a theme says as a whole: from when to when, and, once it was rounded off, when and with which words. */
export const PROGRAMME_FIELDS = {
  period: { kept: 'period', file: 'said' },
  roundedOff: { kept: 'day', file: 'said' },
  lastWords: { kept: 'line', most: LIMITS.longText, file: 'said' },
} as const satisfies Table;

/** Who laid something, and when. */
const MADE = {
  by: { kept: 'line', most: LIMITS.name, file: 'always' },
  createdAt: { kept: 'time', file: 'always', needed: true },
} as const satisfies Table;

/** What stands on that line: a meeting, the manifestation it ends with, or an activity in its margin. */
export const MARK_FIELDS = {
  ...MADE,
  kind: { kept: 'choice', of: MARK_KINDS, file: 'always', needed: true },
  /** A manifestation has none: it is where the period ends. */
  day: { kept: 'day', file: 'said' },
  activity: { kept: 'choice', of: ACTIVITIES, file: 'said' },
  words: { kept: 'text', most: LIMITS.itemText, file: 'said' },
  /** What was written on the stretch before it, in which it is prepared. */
  preparation: { kept: 'text', most: LIMITS.longText, file: 'said' },
} as const satisfies Table;

/** What the path on a cloth's back says as a whole. */
export const PATH_FIELDS = {
  /** The stone where one is now. */
  at: { kept: 'choice', of: STONES, file: 'said' },
  carriedBy: { kept: 'line', most: LIMITS.name, file: 'said' },
  finishedWhen: { kept: 'line', most: LIMITS.itemText, file: 'said' },
  roundedOff: { kept: 'day', file: 'said' },
} as const satisfies Table;

/** A few words at a stone of the path. */
export const NOTE_FIELDS = {
  ...MADE,
  stone: { kept: 'choice', of: STONES, file: 'always', needed: true },
  words: { kept: 'text', most: LIMITS.itemText, file: 'said' },
} as const satisfies Table;

/** A photo of a paper cloth that lies under this one: where, and what the server calls it. The photo itself is no part of a document. */
export const PHOTO_FIELDS = {
  ...MADE,
  hash: { kept: 'line', most: LIMITS.id, file: 'never', needed: true },
  /** Height over width. */
  ratio: { kept: 'number', file: 'never', needed: true },
  /** Its middle. */
  pos: { kept: 'place', file: 'never', needed: true },
  /** mm */
  width: { kept: 'number', file: 'never', needed: true },
  /** Degrees, clockwise. */
  turn: { kept: 'number', file: 'never', needed: true },
  /** How faint it is: 0 as it was taken, 1 for not to be seen. */
  dim: { kept: 'number', file: 'never', needed: true },
  /** It lies fast. */
  locked: { kept: 'mark', file: 'never' },
} as const satisfies Table;

export type Table = Readonly<Record<string, Row>>;

type Details = typeof ITEM_DETAILS;
export type ItemDetail = keyof Details;

type ValueOf<D extends Row> = D extends { readonly kept: 'choice'; readonly of: readonly (infer Word)[] }
  ? OrNull<D, Word>
  : D extends { readonly kept: 'letters'; readonly of: readonly (infer Letter)[] }
    ? readonly Letter[]
    : D extends { readonly kept: 'mark' }
      ? boolean
      : D extends { readonly kept: 'ids' }
        ? readonly string[]
        : D extends { readonly kept: 'place' }
          ? OrNull<D, Point>
          : D extends { readonly kept: 'time' | 'order' | 'number' }
            ? OrNull<D, number>
            : D extends { readonly kept: 'id' | 'colour' }
              ? OrNull<D, string>
              : string;
type OrNull<D extends Row, Value> = D extends { readonly needed: true } ? Value : Value | null;

/** The details of a record as a snapshot has them. */
export type DetailsOf<T extends Table> = { readonly [Key in keyof T]: ValueOf<T[Key]> };
/** A record as a snapshot has it. */
export type RecordOf<T extends Table> = DetailsOf<T> & { readonly id: string };
export type ItemDetails = DetailsOf<Details>;
export type DetailValue = string | number | boolean | null | readonly string[] | Point;

export const DETAILS = Object.entries(ITEM_DETAILS) as readonly (readonly [ItemDetail, Detail])[];

/** What a detail is where nothing was said. */
export function nothingSaid({ kept }: Row): DetailValue {
  switch (kept) {
    case 'text':
    case 'line':
    case 'day':
    case 'period':
      return '';
    case 'mark':
      return false;
    case 'ids':
    case 'letters':
      return NONE;
    default:
      return null;
  }
}

const NONE: readonly string[] = [];

/** Whether a detail says anything: it is not what it is where nothing was said. */
export function isSaid(value: DetailValue | undefined): boolean {
  return Array.isArray(value)
    ? value.length > 0
    : value !== undefined && value !== null && value !== '' && value !== false;
}

/** The details of a record, each made by `make`, in the order of its table. */
export function detailsOf<T extends Table>(
  table: T,
  make: (key: keyof T & string, row: Row) => DetailValue,
): DetailsOf<T> {
  const details: Record<string, DetailValue> = {};
  for (const key in table) details[key] = make(key, table[key] as Row);
  return details as DetailsOf<T>;
}

/** The same of an item. */
export function detailsBy(make: (key: ItemDetail, detail: Detail) => DetailValue): ItemDetails {
  return Object.fromEntries(DETAILS.map(([key, detail]) => [key, make(key, detail)])) as unknown as ItemDetails;
}

/** An item of which nothing was said yet. */
export const NO_DETAILS: ItemDetails = detailsBy((_, detail) => nothingSaid(detail));
