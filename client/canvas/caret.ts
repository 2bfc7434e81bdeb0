import { editsBetween } from '../../shared/cloth/text-merge.ts';

/**
 * Where a caret (UTF-16 units) belongs after others changed the words: before and behind it stays what was there. What
 * is inserted right at the caret goes behind it, so that somebody else's letters do not push one's own along.
 */
export function caretAfter(caret: number, before: string, after: string): number {
  let place = caret;
  for (const { index, remove, insert } of editsBetween(before, after)) {
    // Edits come in ascending order and count in the text after the ones before them, and so does `place`.
    if (index >= place) break;
    place = index + remove <= place ? place - remove + insert.length : index;
  }
  return place;
}
