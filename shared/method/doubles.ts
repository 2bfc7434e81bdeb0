import { distance } from 'fastest-levenshtein';
import type { Item } from '../model/snapshot.ts';

/** Two items that may be one: only proposed, and decided by people, one by one. */
export interface LikelyDouble {
  readonly keep: Item;
  readonly double: Item;
  /** `same`: alike but for case, accents and punctuation. `close`: a few letters differ. */
  readonly how: 'same' | 'close';
  /** People have found that they are two things. */
  readonly parted: boolean;
}

/** One differing letter is a likely slip of the pen in every so many. */
const LETTERS_PER_SLIP = 6;
/** Words shorter than this are never "close": "les" and "lef" are two things. */
const SHORTEST_CLOSE = 5;

/** Words as they are compared: without accents, case, punctuation and double blanks. */
export function normalForm(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{Emoji_Presentation}]+/gu, ' ')
    .trim();
}

/**
 * Pairs that were likely meant as one: connectors and connectors (the same person), ingredients and ingredients. The
 * older is proposed to stay. Sorted with the surest first. Quadratic in the number of items; 1,000 take some 100 ms.
 */
export function likelyDoubles(items: readonly Item[]): LikelyDouble[] {
  const named = items.map((item) => ({ item, form: normalForm(item.text) })).filter(({ form }) => form !== '');
  const pairs: LikelyDouble[] = [];
  named.forEach((older, index) => {
    for (const newer of named.slice(index + 1)) {
      if (older.item.kind !== newer.item.kind) continue;
      const how = likeness(older.form, newer.form);
      if (how) pairs.push({ keep: older.item, double: newer.item, how, parted: areParted(older.item, newer.item) });
    }
  });
  return pairs.sort((a, b) => Number(a.how === 'close') - Number(b.how === 'close'));
}

function areParted(a: Item, b: Item): boolean {
  return a.different.includes(b.id) || b.different.includes(a.id);
}

function likeness(a: string, b: string): LikelyDouble['how'] | null {
  if (a === b) return 'same';
  const shorter = Math.min(a.length, b.length);
  const slips = Math.floor(shorter / LETTERS_PER_SLIP) || (shorter >= SHORTEST_CLOSE ? 1 : 0);
  if (Math.abs(a.length - b.length) > slips) return null;
  return distance(a, b) <= slips ? 'close' : null;
}
