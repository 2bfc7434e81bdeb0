/** Korean syllables written in parts: beginnings, then vowels, then ends. */
const KOREAN = '[\\u1100-\\u115f\\ua960-\\ua97c]+[\\u1160-\\u11a7\\ud7b0-\\ud7c6]*[\\u11a8-\\u11ff\\ud7cb-\\ud7fb]*';
/** What joins two consonants of an Indic script into one shape. */
const CONJUNCT = '[\\u094d\\u09cd\\u0acd\\u0b4d\\u0c4d\\u0d4d]\\u200d?\\p{L}';
/** What goes on with the character before it: marks, colours of skin, joiners, vowels of Thai and Lao, tags of flags. */
const FOLLOWING = '\\p{M}|\\p{Emoji_Modifier}|\\u200c|\\u200d|\\u0e33|\\u0eb3|\\uff9e|\\uff9f|[\\u{e0020}-\\u{e007f}]';

const GRAPHEME = new RegExp(
  `\\r\\n|\\p{Cc}|(?:\\p{Regional_Indicator}{2}|${KOREAN}|\\P{Cc})(?:${CONJUNCT}|\\u200d\\p{Extended_Pictographic}|${FOLLOWING})*`,
  'gu',
);

/**
 * The characters of a text as a reader counts them: never cut inside one. Joined they are the text again.
 *
 * A rule of our own rather than `Intl.Segmenter`: Firefox has that only since 125, and each browser's follows another
 * version of Unicode, while lines must break in the same places on every device. It covers what people write of what the
 * standard (UAX 29) names.
 */
export function graphemesOf(text: string): string[] {
  return text.match(GRAPHEME) ?? [];
}
