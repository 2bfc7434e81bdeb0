import { graphemesOf } from '../../../shared/text/graphemes.ts';

/**
 * One or two letters that stand for a name: "Anne-Marie Poorthuis" → "AP". What is said of somebody between brackets is no name
 * of theirs: "Ingrid (scheikunde)" → "I". Letters, not code units: é and emoji stay whole.
 */
export function initialsOf(name: string): string {
  const bare = wordsOf(name.replace(/[([{][^)\]}]*[)\]}]?/gu, ' '));
  const words = bare.length > 0 ? bare : wordsOf(name);
  const first = firstOf(words[0]);
  const last = words.length > 1 ? firstOf(words.at(-1)) : '';
  return (first + last).toLocaleUpperCase() || '·';
}

/** From their first letter: a dash between two blanks is no word. */
const wordsOf = (name: string): string[] =>
  name
    .split(/\s+/)
    .map((word) => word.replace(/^\p{P}+/u, ''))
    .filter(Boolean);

const firstOf = (word = '') => graphemesOf(word)[0] ?? '';
