import { JOIN_CODE } from '../../../shared/protocol.ts';

/**
 * The characters of a code, however it was typed: spaces, dashes and whatever no code contains are left out. Look-alikes
 * are not guessed at: none is in the alphabet, so nobody reads one.
 */
export function readCode(typed: string): string {
  return [...typed.toUpperCase()]
    .filter((character) => JOIN_CODE.alphabet.includes(character))
    .join('')
    .slice(0, JOIN_CODE.length);
}
