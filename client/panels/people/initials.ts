import { graphemesOf } from '../../../shared/scene/graphemes.ts';

/** One or two letters that stand for a name: "Anne-Marie Poorthuis" → "AP". Letters, not code units: é and emoji stay whole. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = firstOf(words[0]);
  const last = words.length > 1 ? firstOf(words.at(-1)) : '';
  return (first + last).toLocaleUpperCase() || '·';
}

const firstOf = (word = '') => graphemesOf(word)[0] ?? '';
