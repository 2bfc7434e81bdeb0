import type { Point } from '../../shared/model/schema.ts';
import {
  type Device,
  DOUBLE_TAP,
  type GestureContext,
  type GestureIntent,
  type GestureState,
  type Hand,
  type Press,
  type Tap,
  type Target,
} from './gesture.ts';
import { endOf } from './targets.ts';

type Tapped = { readonly state: GestureState; readonly intents: readonly GestureIntent[] };

/** A press let go where it began: selects, opens, adds or ties, by what lies there and which tool is in hand. */
export function tapOn(
  rest: GestureState,
  { device }: Hand,
  press: Press,
  { at, time }: { readonly at: Point; readonly time: number },
  context: GestureContext,
): Tapped {
  const target = beneath(press, device, context);
  const key = JSON.stringify(target);
  const recent = rest.taps.filter((tap) => time - tap.time <= DOUBLE_TAP.within);
  const isSame = (tap: Tap) =>
    tap.key === key && Math.hypot(at[0] - tap.at[0], at[1] - tap.at[1]) <= DOUBLE_TAP.apart[device];
  const double = recent.some(isSame);
  // A finger cannot hover: what it tapped shows its handles until the next touch.
  const hover = endOf(target);
  const others = recent.filter((tap) => !isSame(tap));
  const state: GestureState = { ...rest, hover, taps: double ? others : [...others, { at, time, device, key }] };
  const { place } = press;
  if (context.mayWrite) {
    const tying = tieTap(target, place, context);
    if (tying) return { state: { ...state, taps: [] }, intents: tying };
    if (context.tool === 'put') return { state: { ...state, taps: [] }, intents: [{ do: 'put', at: place }] };
    if (context.tool === 'connector')
      return { state: { ...state, taps: [] }, intents: [{ do: 'add-connector', at: place }] };
    if (double && !press.shift && !context.multiSelect) {
      const opened = doubleTap(target, place);
      if (opened) return { state, intents: [opened] };
    }
  }
  return { state, intents: select(target, press.shift || context.multiSelect, context.selection) };
}

/** A handle's touch area is generous and may cover a neighbour: a tap (not a drag) there means the neighbour. */
function beneath({ target, from }: Press, device: Device, context: GestureContext): Target {
  if (target.on !== 'handle') return target;
  const body = context.bodyAt(from, device);
  return body.on === 'cloth' ? target : body;
}

function tieTap(target: Target, at: Point, { tool, tieFrom }: GestureContext): GestureIntent[] | null {
  const end = endOf(target);
  if (tieFrom === null) {
    if (target.on === 'handle') return [{ do: 'begin-tie', from: target.of }];
    return tool === 'tie' && end ? [{ do: 'begin-tie', from: end }] : null;
  }
  if (end === tieFrom) return [{ do: 'begin-tie', from: null }];
  return [end ? { do: 'draw-tie', from: tieFrom, to: end, at } : { do: 'offer-connector', from: tieFrom, at }];
}

function doubleTap(target: Target, at: Point): GestureIntent | null {
  switch (target.on) {
    case 'cloth':
      return { do: 'add-ingredient', at };
    case 'item':
      return { do: 'edit', id: target.id };
    case 'initiative':
      return { do: 'edit', id: 'initiative' };
    default:
      return null;
  }
}

function select(target: Target, adding: boolean, selection: ReadonlySet<string>): GestureIntent[] {
  if (target.on === 'handle') return [];
  const id = target.on === 'item' || target.on === 'tie' ? target.id : null;
  if (id === null) return adding || selection.size === 0 ? [] : [{ do: 'select', ids: new Set() }];
  if (!adding) return [{ do: 'select', ids: new Set([id]) }];
  const ids = new Set(selection);
  if (!ids.delete(id)) ids.add(id);
  return [{ do: 'select', ids }];
}
