/**
 * Lists of records are never changed but made anew, and nearly always the new one is the old with one record replaced by
 * its next version: a letter was written, a word was moved. A list made here remembers that, so that whoever made
 * something of the old list (shapes, a sum, an index) looks at the places that differ and not at all of it.
 */
interface Identified {
  readonly id: string;
}

interface Origin {
  /** Weak, or every list there ever was would be kept by the next. */
  readonly before: WeakRef<readonly unknown[]>;
  readonly places: readonly number[];
}

const origins = new WeakMap<readonly unknown[], Origin>();
/** Where each id stands; lists that only differ in versions of their records share one. */
const placesById = new WeakMap<readonly unknown[], ReadonlyMap<string, number>>();

/** The list with other records at some places; the very same list when there are none. */
export function replaceAt<T extends Identified>(list: readonly T[], others: ReadonlyMap<number, T>): readonly T[] {
  if (others.size === 0) return list;
  const made = [...list];
  for (const [place, record] of others) made[place] = record;
  const places = [...others.keys()];
  origins.set(made, { before: new WeakRef(list), places });
  const known = placesById.get(list);
  if (known && places.every((place) => list[place]?.id === made[place]?.id)) placesById.set(made, known);
  return made;
}

/** At which places two lists of the same length differ; null when their lengths do. */
export function placesThatDiffer(before: readonly unknown[], after: readonly unknown[]): readonly number[] | null {
  if (before === after) return [];
  const origin = origins.get(after);
  if (origin?.before.deref() === before) return origin.places;
  if (before.length !== after.length) return null;
  const places: number[] = [];
  for (let place = 0; place < after.length; place++) if (before[place] !== after[place]) places.push(place);
  return places;
}

/** Where each record of a list stands, by its id. */
export function placesIn(list: readonly Identified[]): ReadonlyMap<string, number> {
  const known = placesById.get(list);
  if (known) return known;
  const made = new Map<string, number>();
  list.forEach(({ id }, place) => {
    made.set(id, place);
  });
  placesById.set(list, made);
  return made;
}
