/**
 * Where everything lies in the embedded store. Ids and codes hold letters and digits only, so `!` ends them and `~`
 * sorts after all that can follow.
 */
const SEQUENCE_DIGITS = 12;

export const recordKey = (id: string): string => `cloth!${id}`;
export const sessionKey = (id: string): string => `session!${id}`;
export const originalKey = (id: string): string => `original!${id}`;
export const changedKey = (id: string): string => `changed!${id}`;
/** An individual cloth under its joint one. */
export const individualKey = (parent: string, id: string): string => `individual!${parent}!${id}`;
export const codeKey = (code: string): string => `code!${code}`;
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
export const sessionRange = (id: string): { gte: string; lt: string } => oneKey(sessionKey(id));
export const originalRange = (id: string): { gte: string; lt: string } => oneKey(originalKey(id));
export const recordRange = (id: string): { gte: string; lt: string } => oneKey(recordKey(id));
export const RECORD_RANGE = { gte: 'cloth!', lt: 'cloth!~' } as const;

/** The range that holds this key alone. */
function oneKey(key: string): { gte: string; lt: string } {
  return { gte: key, lt: `${key}!` };
}
