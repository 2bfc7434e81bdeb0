import { JOIN_CODE } from '../../../shared/model/protocol.ts';

const { alphabet, length } = JOIN_CODE;
const SEPARATORS = /[\s\p{Pd}_.·•\u200b-\u200f\u2060\ufeff]/gu;

/** What stands in the field, as a code: letters and digits in capitals, as a person would read them aloud. */
export interface TypedCode {
  /** The code, whole or as far as it is written. */
  readonly code: string;
  /** Letters and digits that no code has, each once: what was misread from the screen. */
  readonly foreign: readonly string[];
}

/**
 * Reads a code out of what was typed, pasted or scanned: a code with blanks or dashes, a sentence with a code in it
 * ("Code: ACDEFG"), an address with the code behind `#`. Look-alikes are not guessed at: none is in the alphabet.
 */
export function readCode(typed: string): TypedCode {
  const text = typed.normalize('NFKC').toUpperCase();
  const behind = text.includes('#') ? text.slice(text.lastIndexOf('#') + 1) : text;
  const whole = behind.split(BETWEEN_WORDS).findLast((word) => WHOLE.test(word));
  if (whole) return { code: whole, foreign: [] };
  const after = behind.slice(behind.lastIndexOf(':') + 1).replace(SEPARATORS, '');
  const foreign = [...after].filter((character) => !alphabet.includes(character));
  return {
    code: [...after].filter((character) => alphabet.includes(character)).join(''),
    foreign: [...new Set(foreign)],
  };
}

/** A code that stands by itself in a text. */
const WHOLE = new RegExp(`^[${alphabet}]{${length}}$`);
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;
