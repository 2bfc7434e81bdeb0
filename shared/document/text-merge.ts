import diff from 'fast-diff';

/** One replaced stretch of a text: at `index`, `remove` units go and `insert` comes. UTF-16 units, as Y.Text counts. */
export interface TextEdit {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/**
 * The edits that turn `from` into `to`, in ascending order; each `index` counts in the text after the edits before it.
 * Never splits a surrogate pair. `cursor` (in `from`) says where a person was typing, so that "aa" + "a" grows there.
 */
export function editsBetween(from: string, to: string, cursor?: number): TextEdit[] {
  const edits: TextEdit[] = [];
  let index = 0;
  let open: { index: number; remove: number; insert: string } | null = null;
  for (const [operation, piece] of diff(from, to, cursor)) {
    if (operation === diff.EQUAL) {
      if (open) edits.push(open);
      index += (open?.insert.length ?? 0) + piece.length;
      open = null;
    } else {
      open ??= { index, remove: 0, insert: '' };
      if (operation === diff.DELETE) open.remove += piece.length;
      else open.insert += piece;
    }
  }
  if (open) edits.push(open);
  return edits;
}

/**
 * Takes my edit (`before` → `after`) back out of `current`, which others may have written in since: my words go and the
 * ones I removed return, while every unit that others added stays.
 */
export function revertText(before: string, after: string, current: string): string {
  if (current === after) return before;
  const place = survivors(after, current);
  const removed = new Array<boolean>(current.length).fill(false);
  const inserted = new Map<number, string>();
  let index = 0;
  for (const edit of editsBetween(after, before)) {
    // editsBetween counts in the growing text; step back to counting in `after`.
    const start = edit.index - index;
    for (let unit = start; unit < start + edit.remove; unit++) {
      const at = place[unit];
      if (at !== undefined && at >= 0) removed[at] = true;
    }
    if (edit.insert) {
      const at = insertionPoint(place, start, current.length);
      inserted.set(at, (inserted.get(at) ?? '') + edit.insert);
    }
    index += edit.insert.length - edit.remove;
  }
  let result = '';
  for (let unit = 0; unit <= current.length; unit++) {
    result += inserted.get(unit) ?? '';
    if (unit < current.length && !removed[unit]) result += current[unit];
  }
  return result;
}

/** For each unit of `from` its index in `to`, or -1 where it is gone. */
function survivors(from: string, to: string): number[] {
  const place: number[] = [];
  let at = 0;
  for (const [operation, piece] of diff(from, to)) {
    if (operation === diff.INSERT) at += piece.length;
    else for (let unit = 0; unit < piece.length; unit++) place.push(operation === diff.EQUAL ? at++ : -1);
  }
  return place;
}

/** Where in the current text the place before unit `index` of the old text now is: behind what survived to its left. */
function insertionPoint(place: readonly number[], index: number, end: number): number {
  for (let left = index - 1; left >= 0; left--) {
    const at = place[left];
    if (at !== undefined && at >= 0) return at + 1;
  }
  for (let right = index; right < place.length; right++) {
    const at = place[right];
    if (at !== undefined && at >= 0) return at;
  }
  return end;
}
