import { itemShape } from '../layout/item-shape.ts';
import { itemSize } from '../layout/item-size.ts';
import type { BadgeShape, ItemShape, TieShape } from '../layout/shapes.ts';
import { layTable } from '../layout/table.ts';
import { type Comparison, compareCloths } from '../method/compare.ts';
import { POSITION_LETTERS } from '../model/schema.ts';
import { byId, type ClothSnapshot } from '../model/snapshot.ts';
import type { TextMeasure } from '../text/text-measure.ts';
import { buildScene } from './build-scene.ts';

/** What happened since a moment, as shapes to lay over the cloth of now: what stayed as it was is in none of them. mm. */
export interface CompareMarks {
  readonly added: readonly ItemShape[];
  /** As they lay then. */
  readonly gone: readonly ItemShape[];
  readonly reworded: readonly ItemShape[];
  readonly tied: readonly TieShape[];
  readonly untied: readonly TieShape[];
  /** Ties that stayed, drawn as they are now: really so at last, or only expected after all. */
  readonly provedReal: readonly TieShape[];
  readonly onlyExpected: readonly TieShape[];
  /** Who gained or lost a position, wearing the letters of then and now together, and which of them are news. */
  readonly moved: readonly MovedShape[];
}

export interface MovedShape {
  readonly shape: ItemShape;
  readonly gained: readonly BadgeShape[];
  readonly lost: readonly BadgeShape[];
}

/** The kinds of marks there are, in the order in which a legend names them. */
export const COMPARE_KINDS = [
  'added',
  'gone',
  'reworded',
  'tied',
  'untied',
  'provedReal',
  'onlyExpected',
  'gained',
  'lost',
] as const;
export type CompareKind = (typeof COMPARE_KINDS)[number];

/** The kinds of which there is at least one. */
export function kindsIn(marks: CompareMarks): readonly CompareKind[] {
  return COMPARE_KINDS.filter((kind) =>
    kind === 'gained' || kind === 'lost' ? marks.moved.some((each) => each[kind].length > 0) : marks[kind].length > 0,
  );
}

/**
 * Lays the differences between two looks at one cloth where they are, or were. `found` are these differences where people are
 * not called here as they are when they are compared.
 */
export function compareMarks(
  then: ClothSnapshot,
  now: ClothSnapshot,
  measure: TextMeasure,
  found: Comparison = compareCloths(then, now),
): CompareMarks {
  const called = byId(now.items);
  const [past, present] = [buildScene(then, measure), buildScene(now, measure)];
  const { scale } = layTable(now).size;
  const moved = found.positions.map(({ item, gained, lost }): MovedShape => {
    const worn = POSITION_LETTERS.filter((letter) => item.positions.includes(letter) || lost.includes(letter));
    const shape = itemShape({ ...(called.get(item.id) ?? item), positions: worn }, measure, itemSize, scale);
    const those = (letters: readonly string[]) => shape.badges.filter(({ letter }) => letters.includes(letter));
    const kept = shape.badges.filter(({ letter }) => !lost.includes(letter));
    return { shape: { ...shape, badges: kept }, gained: those(gained), lost: those(lost) };
  });
  return {
    added: shapesOf(found.added, present.items),
    gone: shapesOf(found.gone, past.items),
    reworded: shapesOf(
      found.reworded.map(({ item }) => item),
      present.items,
    ),
    tied: shapesOf(found.tied, present.ties),
    untied: shapesOf(found.untied, past.ties),
    provedReal: shapesOf(found.provedReal, present.ties),
    onlyExpected: shapesOf(found.onlyExpected, present.ties),
    moved,
  };
}

function shapesOf<T extends { readonly id: string }>(
  records: readonly { readonly id: string }[],
  shapes: readonly T[],
): T[] {
  const known = byId(shapes);
  return records.flatMap(({ id }) => known.get(id) ?? []);
}
