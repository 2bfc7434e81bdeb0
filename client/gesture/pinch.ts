import type { Point } from '../../shared/model/schema.ts';
import type { GestureIntent, Hand } from './gesture.ts';

/**
 * What two fingers do between two events: the cloth keeps the same spot under each, as far as panning and zooming can
 * (it does not turn).
 */
export function pinchOf(
  before: readonly Hand[],
  after: readonly Hand[],
  pointers: readonly [number, number],
): GestureIntent[] {
  const from = spanOf(before, pointers);
  const to = spanOf(after, pointers);
  if (!from || !to) return [];
  const by: Point = [to.middle[0] - from.middle[0], to.middle[1] - from.middle[1]];
  const intents: GestureIntent[] = [{ do: 'pan', by }];
  if (from.length >= 1 && to.length >= 1 && from.length !== to.length) {
    intents.push({ do: 'zoom', at: to.middle, factor: to.length / from.length });
  }
  return intents;
}

function spanOf(hands: readonly Hand[], [one, other]: readonly [number, number]) {
  const a = hands.find((hand) => hand.pointer === one)?.at;
  const b = hands.find((hand) => hand.pointer === other)?.at;
  if (!a || !b) return null;
  const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  return { middle, length: Math.hypot(a[0] - b[0], a[1] - b[1]) };
}
