import { INITIATIVE, type Point } from '../../shared/model/schema.ts';
import type { Doing, GestureContext, GestureIntent, Hand, Press } from './gesture.ts';
import { endOf } from './targets.ts';

const PAN: Doing = { kind: 'pan' };

/** A press that went too far to be a tap: what it turns out to be, beside what other hands do. */
export function begin(
  press: Press,
  { device }: Pick<Hand, 'device'>,
  others: readonly Hand[],
  context: GestureContext,
): { readonly doing: Doing; readonly intents: readonly GestureIntent[] } {
  const { target } = press;
  const pan = { doing: PAN, intents: [] };
  if (!context.mayWrite) return pan;
  const grip = context.toCloth(press.from);
  const end = endOf(target);
  if (target.on === 'handle' || (context.tool === 'tie' && end)) {
    return { doing: { kind: 'tie', from: end ?? INITIATIVE, to: grip, over: null }, intents: [] };
  }
  if (target.on === 'item') {
    const held = context.selection.has(target.id);
    if (device !== 'mouse' && context.unreadable && !held) return pan;
    if (!context.mayMove(target.id)) return { doing: PAN, intents: [{ do: 'refuse', id: target.id }] };
    const places = new Map<string, Point>();
    for (const id of held ? context.selection : [target.id]) {
      const place = context.placeOf(id);
      if (place && context.mayMove(id) && !others.some((other) => carries(other, id))) places.set(id, place);
    }
    const ids = [...places.keys()];
    const drag: Doing = { kind: 'drag', ids, places, grip, by: [0, 0] };
    return { doing: drag, intents: held ? [] : [{ do: 'select', ids: new Set(ids) }] };
  }
  const marks = others.some(({ doing }) => doing.kind === 'marquee');
  if (marks || (device === 'touch' && !context.multiSelect)) return pan;
  const kept = press.shift || context.multiSelect ? context.selection : new Set<string>();
  return { doing: { kind: 'marquee', corner: grip, to: grip, kept, before: context.selection }, intents: [] };
}

/** Whether a hand drags a thing. */
export function carries({ doing }: Hand, id: string): boolean {
  return doing.kind === 'drag' && doing.ids.includes(id);
}

/** Whether a hand has taken something, or would if it went on: an item, or the end of a tie. */
export function takes(hand: Hand, context: GestureContext): boolean {
  const { doing } = hand;
  if (doing.kind === 'press') return ['drag', 'tie'].includes(begin(doing, hand, [], context).doing.kind);
  return doing.kind === 'drag' || doing.kind === 'tie' || doing.kind === 'held';
}
