/**
 * Where a Dutch word may be broken, by the spelling's own rule: of the consonants between two vowels the last begins the
 * next syllable, with what can stand before it at the start of a word. A dictionary would be right more often (it weighs
 * 46 kB); this is the same on every device, and is asked only for words too wide for a whole line.
 */

/** Letters that are one sound: long vowels and diphthongs, longest first. */
const VOWEL = 'aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ai|au|ou|[aeiouyàâäáèéêëïíîòóôöùúûü]';
/** Consonants that begin a syllable together: right behind a vowel, and behind a consonant, where words are often joined. */
const ONSETS = {
  vowel: /(?:schr|sch|str|spr|spl|[bdfgkptvw]r|[bfgkpv]l|kw|tw|dw|zw|ch|th|ph|qu)$/,
  consonant: /.(schr|sch|str|spr|kn|[bcdfptv]r|[bcfgp]l|[dz]w|ch|th)$|^[lnr](s[pt])$|[^n](gr)$/,
} as const;
const SYLLABLE = new RegExp(`(${VOWEL})([^aeiouyàâäáèéêëïíîòóôöùúûü'’.-]+)(?=[aeiouyàâäáèéêëïíîòóôöùúûü])`, 'giu');
/** What a broken word keeps of itself on either side, letters. */
const LEAST = 3;

/** Places in a word (as string indices) before which it may be broken, in order; at least three letters stand on either side. */
export function syllableBreaks(word: string): number[] {
  const breaks: number[] = [];
  for (const { index, 1: vowel = '', 2: between = '' } of word.matchAll(SYLLABLE)) {
    const start = index + vowel.length;
    const together = ONSETS.vowel.exec(between.toLowerCase())?.[0].length ?? 1;
    const behind = ONSETS.consonant.exec(between.toLowerCase())?.slice(1).find(Boolean)?.length ?? 1;
    const at = start + between.length - (together === between.length ? together : behind);
    if (at >= LEAST && word.length - at >= LEAST) breaks.push(at);
  }
  return breaks;
}

/** Whether a word broken between these two letters gets a hyphen: in scripts that have one. */
export function takesHyphen(before = '', after = ''): boolean {
  return HYPHENATED.test(before) && HYPHENATED.test(after);
}

const HYPHENATED = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
