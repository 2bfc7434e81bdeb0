/**
 * What Yjs says in the console, in plain words. The build puts this in the place of lib0's own module, which brings along
 * all it takes to say it in colour: some kilobytes that every page would have to load first.
 */

/** Yjs names its colours among the words. */
export const [BOLD, UNBOLD, ORANGE, RED] = ['', '', '', ''];

export function print(...words: readonly unknown[]): void {
  console.info(words.filter((word) => word !== '').join(''));
}

export function warn(...words: readonly unknown[]): void {
  console.warn(...words);
}
