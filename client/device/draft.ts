import type { Device } from './device.ts';

/** More than this is no half-written thought, and a page that is left waits for it to be kept. UTF-16 units. */
const MOST = 20_000;
/** So many drafts of one cloth are kept for tabs to come; nobody leaves more half-written. */
const MOST_LEFT = 8;
/** Stands between them. It is no letter, and no keyboard makes it; what is pasted loses it. */
const BETWEEN = '\u001f';

/**
 * What stood in a cloth's capture bar in this tab, not laid yet; empty for nothing. A tab that never had the cloth open
 * takes over what another left last: that tab may have been closed.
 */
export function readDraft({ storage, tab }: Device, cloth: string): string {
  const own = tab.get(storedAs(cloth));
  if (own !== null) return own;
  const left = storage.get(storedAs(cloth))?.split(BETWEEN).at(-1) ?? '';
  tab.set(storedAs(cloth), left);
  return left;
}

/**
 * Keeps what stands in the capture bar, so that a page that is left or loaded again has it still: for this tab, and for
 * the next one when this is closed (`left`). What other tabs wrote stays.
 */
export function keepDraft({ storage, tab }: Device, cloth: string, words: string, left = false): void {
  const key = storedAs(cloth);
  const kept = words.replaceAll(BETWEEN, ' ').slice(0, MOST);
  const before = tab.get(key);
  const others = (storage.get(key)?.split(BETWEEN) ?? []).filter((draft) => draft !== before && draft !== kept);
  tab.set(key, kept);
  const own = kept ? [kept] : [];
  // The last is the next tab's: what a tab left comes before what still stands in one.
  const all = left ? [...others.slice(1 - MOST_LEFT), ...own] : [...own, ...others.slice(1 - MOST_LEFT)];
  storage.set(key, all.join(BETWEEN) || null);
}

export function forgetDrafts({ storage, tab }: Device, cloth: string): void {
  for (const each of [storage, tab]) each.set(storedAs(cloth), null);
}

function storedAs(cloth: string): string {
  return `tafelkleed.draft.${cloth}`;
}
