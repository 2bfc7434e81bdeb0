/**
 * Where everything lies in the embedded store. Ids and codes hold letters and digits only, so `!` ends them and `~`
 * sorts after all that can follow.
 */
const SEQUENCE_DIGITS = 12;

export const recordKey = (id: string): string => `cloth!${id}`;
export const sessionKey = (id: string): string => `session!${id}`;
export const originalKey = (id: string): string => `original!${id}`;
export const photoKey = (id: string): string => `photo!${id}`;
export const changedKey = (id: string): string => `changed!${id}`;
/** An individual cloth under its joint one. */
export const individualKey = (parent: string, id: string): string => `individual!${parent}!${id}`;
export const codeKey = (code: string): string => `code!${code}`;
/** Stands for a deleted cloth until its words are off the disk. */
export const scrubKey = (id: string): string => `scrub!${id}`;
export const idOfScrub = (key: string): string => key.slice('scrub!'.length);
export const SCRUB_RANGE = { gte: 'scrub!', lt: 'scrub!~' } as const;
export const noteKey = (name: string): string => `note!${name}`;
export const PROBE_KEY = 'probe';
export const LAYOUT_KEY = 'layout';

/** Sorts after every update of its cloth, in the same range: one scan reads snapshot and log of the same moment. */
export const snapshotKey = (id: string): string => `log!${id}!snapshot`;
export const updateKey = (id: string, sequence: number): string =>
  `log!${id}!${String(sequence).padStart(SEQUENCE_DIGITS, '0')}`;

/** The number of an update, or null when the key is the snapshot's. */
export function sequenceOf(key: string): number | null {
  const digits = key.slice(-SEQUENCE_DIGITS);
  return /^\d+$/.test(digits) ? Number(digits) : null;
}

export const logRange = (id: string): { gte: string; lt: string } => ({ gte: `log!${id}!`, lt: `log!${id}!~` });
export const individualRange = (parent: string): { gte: string; lt: string } => ({
  gte: `individual!${parent}!`,
  lt: `individual!${parent}!~`,
});
export const CODE_RANGE = { gte: 'code!', lt: 'code!~' } as const;
export const INDIVIDUAL_RANGE = { gte: 'individual!', lt: 'individual!~' } as const;
/** The joint cloth that such a key names; null when it is no key of an individual cloth. */
export const parentOfIndividual = (key: string): string | null => /^individual!([^!]*)!/.exec(key)?.[1] ?? null;
export const CHANGED_RANGE = { gte: 'changed!', lt: 'changed!~' } as const;
export const RECORD_RANGE = { gte: 'cloth!', lt: 'cloth!~' } as const;

/**
 * Ranges in which all lies that holds words or a photo of a cloth. Their bounds are never keys themselves, so that marking them as
 * deleted does nothing to a cloth of the same id that was restored meanwhile.
 */
export const rangesOfWords = (id: string): { gte: string; lt: string }[] => [
  logRange(id),
  ...[sessionKey, originalKey, photoKey, recordKey].map((keyOf) => ({
    gte: `${keyOf(id.slice(0, -1))}!~`,
    lt: `${keyOf(id)}!`,
  })),
];
