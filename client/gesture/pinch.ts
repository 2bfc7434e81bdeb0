import type { Point } from '../../shared/model/schema.ts';
import type { GestureIntent, Hand } from './gesture.ts';

/**
 * What the hands that have the cloth do with it between two events. One pans. Two keep the same spot under each, as far as
 * panning and zooming can (it does not turn). More add nothing.
 */
export function lookedBy(before: readonly Hand[], after: readonly Hand[]): GestureIntent[] {
  const pointers = after.flatMap(({ doing, pointer }) => (doing.kind === 'pan' ? [pointer] : [])).slice(0, 2);
  const from = spanOf(before, pointers);
  const to = spanOf(after, pointers);
  if (!from || !to) return [];
  const by: Point = [to.middle[0] - from.middle[0], to.middle[1] - from.middle[1]];
  const intents: GestureIntent[] = by[0] === 0 && by[1] === 0 ? [] : [{ do: 'pan', by }];
  if (from.length >= 1 && to.length >= 1 && from.length !== to.length) {
    intents.push({ do: 'zoom', at: to.middle, factor: to.length / from.length });
  }
  return intents;
}

/** The middle of one hand or two, and how far they are apart. */
function spanOf(hands: readonly Hand[], pointers: readonly number[]) {
  const [a, b = a] = pointers.map((pointer) => hands.find((hand) => hand.pointer === pointer)?.at);
  if (!a || !b) return null;
  const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  return { middle, length: Math.hypot(a[0] - b[0], a[1] - b[1]) };
}
