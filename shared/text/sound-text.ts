/**
 * A surrogate pair, or half of one, which a text cannot hold: by hand, since `toWellFormed` came to Safari with 16.4 only. By
 * units: Safari 16.0 takes the second half of a pair for one that is alone where it is asked by characters (`/\p{Cs}/u`).
 */
const PAIR_OR_HALF = /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;

/** Every half of a surrogate pair that stands alone replaced by U+FFFD, so that the text can be written as UTF-8. */
export function wellFormed(text: string): string {
  return text.replace(PAIR_OR_HALF, (units) => (units.length === 2 ? units : '\ufffd'));
}

/**
 * Text as XML can hold it, and so every office format: what that has no place for, not even as a number (controls but tab and
 * line ends, halves of surrogate pairs, two non-characters), is U+FFFD.
 */
export function soundText(text: string): string {
  return wellFormed(text).replace(/(?![\n\r\t])\p{Cc}|[\ufffe\uffff]/gu, '\ufffd');
}
