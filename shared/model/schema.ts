/**
 * Where everything stands in a cloth's document (version 1). Lengths are mm on the cloth, origin in its centre, y down;
 * times are ms since the epoch. Unknown keys are kept and ignored, so that an older program never destroys a newer one's.
 */
export const SCHEMA_VERSION = 1;

/**
 * Of which generation a cloth's circles are (`meta.circles`): since the second they have two sizes, before that each was as
 * large as its name.
 */
export const CIRCLES = 2;

export const POSITION_LETTERS = ['i', 'p', 's', 'l', 'g'] as const;
/** A position of involvement: initiator, partner, connector, supplier, user. */
export type PositionLetter = (typeof POSITION_LETTERS)[number];

export const ITEM_KINDS = ['ingredient', 'connector'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const CLOTH_KINDS = ['initiative', 'theme'] as const;
/** Many kindred initiatives may turn out to be one theme: a cloth can change from the one to the other. */
export type ClothKind = (typeof CLOTH_KINDS)[number];

export const TABLE_SHAPES = ['rectangle', 'round'] as const;
export type TableShape = (typeof TABLE_SHAPES)[number];

export const APPROACHES = ['alone', 'group'] as const;
export type Approach = (typeof APPROACHES)[number];

export const CONTACTED = ['planned', 'done'] as const;
export type Contacted = (typeof CONTACTED)[number];

/** What stands on the line of a theme. */
export const MARK_KINDS = ['meeting', 'manifestation', 'activity'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** The nine things one does in the time of a theme, in about the order in which they come. */
export const ACTIVITIES = [
  'naming',
  'sheet',
  'talking',
  'analysing',
  'seeking',
  'showing',
  'designing',
  'building',
  'rounding',
] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** The stones of the path from an initiative to a way of working that was tried out. */
export const STONES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;
export type Stone = (typeof STONES)[number];

/** The end of a tie that is the initiative itself rather than an item. */
export const INITIATIVE = 'initiative';

/** A place on the cloth, mm. One tuple, so that two concurrent moves never mix the x of one with the y of the other. */
export type Point = readonly [x: number, y: number];

/** Upper bounds that keep a cloth readable and a document small. Text lengths in UTF-16 units. */
export const LIMITS = {
  /** Longest id of a sheet or record. */
  id: 64,
  /** Longest initiative name and seat name. */
  name: 120,
  /** Longest ingredient or connector. */
  itemText: 500,
  /** Longest clarification or own story. */
  longText: 4_000,
  /** Most items that are not removed. */
  items: 5_000,
  ties: 10_000,
  seats: 24,
  /** Most moments kept, and the longest file of one: together they bound what looking back costs a document. */
  moments: 50,
  /** Most marks on the line of a theme, and most notes at the stones of a path. */
  marks: 400,
  notes: 200,
  momentFile: 2_000_000,
  /** Farthest coordinate from the centre, mm. */
  coordinate: 100_000,
} as const;

/** How the keys of position letters begin. */
export const LETTER_KEY = 'position:';

/** The key under which an item holds one position letter: one key per letter, so that concurrent letters both stay. */
export function positionKey(letter: PositionLetter): `position:${PositionLetter}` {
  return `${LETTER_KEY}${letter}`;
}

/** The key under which a connector holds one other that is invited together with it: one key each, as with letters. */
export function togetherKey(itemId: string): `together:${string}` {
  return `together:${itemId}`;
}

/** The key under which an item remembers one other that looks like it and was found to be something else. */
export function differentKey(itemId: string): `different:${string}` {
  return `different:${itemId}`;
}

/** The five steps of the analysis, by number. */
export const STEP_NUMBERS = [1, 2, 3, 4, 5] as const;
export type StepNumber = (typeof STEP_NUMBERS)[number];

/** The key in `meta` under which a step's intended length stands, in minutes. */
export function minutesKey(step: StepNumber): `minutes:${StepNumber}` {
  return `minutes:${step}`;
}
