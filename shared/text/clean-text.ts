import { wellFormed } from './sound-text.ts';

/**
 * Words as they enter a document: one Unicode form (NFC), `\n` for every line end, and none of the characters that have
 * no picture or turn the reading direction of what follows. Emoji joiners and right-to-left letters stay.
 */
export function cleanText(text: string, limit: number): string {
  // What nearly all text is made of, which is clean as it stands; this is asked at every key.
  if (CLEAN.test(text)) return cutAt(text, limit);
  const visible = text.replace(LINE_END, '\n').replace(/\t/g, ' ').replace(INVISIBLE, '');
  return cutAt(wellFormed(visible).normalize('NFC'), limit);
}

/** As {@link cleanText}, on one line and without blanks at its ends: for names. */
export function cleanName(name: string, limit: number): string {
  return cutAt(cleanText(name, Number.MAX_SAFE_INTEGER).replace(/\s+/g, ' ').trim(), limit).trimEnd();
}

/** True for words nobody can see: empty, blanks, or only joiners and marks without a letter to stand on. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Cf}\p{Mn}\u2800\u3164\uFFA0]/u.test(text);
}

// Control characters except \n, zero-width space and no-break marks, bidirectional overrides and isolates. Kept:
// U+200C/U+200D (joiners in emoji and in Persian or Indic words) and U+200E/U+200F (plain direction marks).
const INVISIBLE = /(?!\n)\p{Cc}|[\u200B\u2060-\u2064\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/gu;

/** Word's soft return (U+000B), a new page (U+000C) and U+0085 among them: two words with one between them are two. */
const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** Latin letters and signs, all before the first combining mark, so that they are in NFC; and no controls but line ends. */
const CLEAN = /^[\n\u0020-\u007e\u00a0-\u02ff]*$/;

/** Cuts to at most `limit` UTF-16 units without splitting a surrogate pair. */
function cutAt(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}
