import type { Point } from '../../shared/model/schema.ts';
import {
  DOUBLE_TAP,
  type GestureContext,
  type GestureIntent,
  type GestureState,
  type Mode,
  type Target,
} from './gesture.ts';
import { endOf } from './targets.ts';

type Press = Extract<Mode, { kind: 'pressed' }>;
type Tapped = { readonly state: GestureState; readonly intents: readonly GestureIntent[] };

/** A press let go where it began: selects, opens, adds or ties, by what lies there and which tool is in hand. */
export function tapOn(
  rest: GestureState,
  press: Press,
  { at, time }: { readonly at: Point; readonly time: number },
  context: GestureContext,
): Tapped {
  const { device } = press;
  const target = beneath(press, context);
  const key = JSON.stringify(target);
  const { tap } = rest;
  const double =
    tap !== null &&
    tap.key === key &&
    time - tap.time <= DOUBLE_TAP.within &&
    Math.hypot(at[0] - tap.at[0], at[1] - tap.at[1]) <= DOUBLE_TAP.apart[device];
  // A finger cannot hover: what it tapped shows its handles until the next touch.
  const hover = endOf(target);
  const state: GestureState = { ...rest, hover, tap: double ? null : { at, time, device, key } };
  const place = context.toCloth(at);
  if (context.mayWrite) {
    const tying = tieTap(target, place, context);
    if (tying) return { state: { ...state, tap: null }, intents: tying };
    if (context.tool === 'put') return { state: { ...state, tap: null }, intents: [{ do: 'put', at: place }] };
    if (context.tool === 'connector')
      return { state: { ...state, tap: null }, intents: [{ do: 'add-connector', at: place }] };
    if (double && !press.shift && !context.multiSelect) {
      const opened = doubleTap(target, place);
      if (opened) return { state, intents: [opened] };
    }
  }
  return { state, intents: select(target, press.shift || context.multiSelect, context.selection) };
}

/** A handle's touch area is generous and may cover a neighbour: a tap (not a drag) there means the neighbour. */
function beneath({ target, from, device }: Press, context: GestureContext): Target {
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
