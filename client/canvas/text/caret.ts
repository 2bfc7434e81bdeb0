import { editsBetween } from '../../../shared/document/text-merge.ts';

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

/** Where what differs between two texts ends in the second: there one goes on after taking something back. */
export function changeEnd(before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before.at(-1 - same) === after.at(-1 - same)) same++;
  const end = after.length - same;
  return isLowSurrogate(after.charCodeAt(end)) ? end + 1 : end;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
