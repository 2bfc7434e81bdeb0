import type { ClothSnapshot } from '../model/snapshot.ts';
import { graphemesOf } from '../text/graphemes.ts';

/** How people are called in what leaves the house: by their names, by their first letters, or by a number and nothing else. */
export const NAMES = ['full', 'initials', 'none'] as const;
export type Names = (typeof NAMES)[number];

/** The first letter of each word: "Anne-Marie de Wit" → "A.M.d.W."; what has no letter or digit stays out. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s\-–—/]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.map((word) => `${graphemesOf(word.replace(/^[^\p{L}\p{N}]+/u, ''))[0] ?? ''}.`).join('');
}

/**
 * A cloth with its people called so: connectors, who sits where, who wrote and who goes. Without names a connector bears a
 * number, the same in picture and list, and nobody is named. What people wrote of each other in their own words is not looked
 * into: who leaves names out leaves stories out too.
 */
export function named(cloth: ClothSnapshot, names: Names): ClothSnapshot {
  if (names === 'full') return cloth;
  const called = names === 'initials' ? initialsOf : () => '';
  let number = 0;
  return {
    ...cloth,
    seats: cloth.seats.map((seat) => ({ ...seat, name: called(seat.name) })),
    items: cloth.items.map((item) => ({
      ...item,
      ...(item.kind === 'connector' && { text: names === 'initials' ? initialsOf(item.text) : String(++number) }),
      by: called(item.by),
      contactBy: called(item.contactBy),
    })),
    moments: cloth.moments.map((moment) => ({ ...moment, by: called(moment.by) })),
  };
}
