import type { ItemShape } from '../layout/shapes.ts';
import type { ClothSnapshot } from '../model/snapshot.ts';

/** What a shape became when its writer's colour was last put to it: given again while that is the same. */
const known = new WeakMap<ItemShape, ItemShape>();

/**
 * Words with the colour of who wrote them, for pens change from word to word. Not those of nobody's seat; and not hidden ones, of
 * which nobody is to see how much each has written before all do.
 */
export function signed(shapes: readonly ItemShape[], { items, seats }: ClothSnapshot): readonly ItemShape[] {
  const colours = new Map(seats.map(({ id, colour }) => [id, colour]));
  return shapes.map((shape, at) => {
    const item = items[at];
    const seat = item?.kind === 'ingredient' && !item.masked ? item.seat : null;
    const writer = seat === null ? undefined : colours.get(seat);
    if (writer === undefined) return shape;
    const before = known.get(shape);
    if (before?.writer === writer) return before;
    const made = { ...shape, writer };
    known.set(shape, made);
    return made;
  });
}
