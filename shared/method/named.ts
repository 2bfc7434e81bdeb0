import type { ClothSnapshot, Path } from '../model/snapshot.ts';
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
  return calledBy(cloth, names, numbersOf(cloth.items));
}

/** Two looks at one cloth with its people called so: who is in both is called the same in both. */
export function namedAlike(
  before: ClothSnapshot,
  now: ClothSnapshot,
  names: Names,
): { readonly before: ClothSnapshot; readonly now: ClothSnapshot } {
  const numbers = numbersOf([...now.items, ...before.items]);
  return { before: calledBy(before, names, numbers), now: calledBy(now, names, numbers) };
}

/** A number for each connector, in their order. */
function numbersOf(items: ClothSnapshot['items']): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const { id, kind } of items) if (kind === 'connector' && !numbers.has(id)) numbers.set(id, numbers.size + 1);
  return numbers;
}

function calledBy(cloth: ClothSnapshot, names: Names, numbers: ReadonlyMap<string, number>): ClothSnapshot {
  if (names === 'full') return cloth;
  const called = names === 'initials' ? initialsOf : () => '';
  return {
    ...cloth,
    seats: cloth.seats.map((seat) => ({ ...seat, name: called(seat.name) })),
    items: cloth.items.map((item) => ({
      ...item,
      ...(item.kind === 'connector' && {
        text: names === 'initials' ? initialsOf(item.text) : String(numbers.get(item.id)),
      }),
      by: called(item.by),
      contactBy: called(item.contactBy),
    })),
    moments: cloth.moments.map((moment) => ({ ...moment, by: called(moment.by) })),
    ...(cloth.path && { path: pathCalled(cloth.path, called) }),
  };
}

/** What stands between people who carry something together: "Ria en Theo", "Ria, Theo & Anna". */
const AND = /(\s*(?:[,;&+]|\s(?:en|and)\s)\s*)/u;

function pathCalled(path: Path, called: (name: string) => string): Path {
  // What stands between them is every second part.
  const carriers = path.carriedBy.split(AND).map((part, nth) => (nth % 2 === 0 ? called(part) : part));
  return {
    ...path,
    carriedBy: called(path.carriedBy) === '' ? '' : carriers.join(''),
    notes: path.notes.map((note) => ({ ...note, by: called(note.by) })),
  };
}
