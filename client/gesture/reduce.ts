import { INITIATIVE, type Point } from '../../shared/model/schema.ts';
import {
  type GestureContext,
  type GestureEvent,
  type GestureIntent,
  type GestureState,
  type Hand,
  type Mode,
  type Outcome,
  wavers,
} from './gesture.ts';
import { pinchOf } from './pinch.ts';
import { previewOf } from './preview.ts';
import { tapOn } from './tap.ts';
import { boxBetween, endOf } from './targets.ts';

type Step = { readonly state: GestureState; readonly intents?: readonly GestureIntent[] };
type EventOf<T extends GestureEvent['type']> = Extract<GestureEvent, { type: T }>;

/** One step of whatever hands are doing on the cloth. Pure: the same state, event and cloth give the same outcome. */
export function reduceGesture(state: GestureState, event: GestureEvent, context: GestureContext): Outcome {
  const { state: next, intents = [] } = stepOf(state, event, context);
  return { state: next, preview: previewOf(next, context), intents };
}

function stepOf(state: GestureState, event: GestureEvent, context: GestureContext): Step {
  switch (event.type) {
    case 'down':
      return down(state, event, context);
    case 'move':
      return state.hands.some((hand) => hand.pointer === event.pointer)
        ? moved(state, event, context)
        : { state: { ...state, hover: hoverAt(event, context) } };
    case 'up':
      return up(state, event, context);
    case 'cancel':
      if (!state.hands.some((hand) => hand.pointer === event.pointer)) return { state };
      return { state: without(state, event.pointer), intents: dropped(state.mode) };
    case 'leave':
      return { state: { ...state, hover: null } };
    case 'escape':
      if (state.hands.length === 0) return { state };
      return { state: { ...state, mode: { kind: 'spent' }, tap: null }, intents: dropped(state.mode) };
    case 'changed':
      return { state: { ...state, mode: stillThere(state.mode, context) } };
  }
}

function down(state: GestureState, event: EventOf<'down'>, context: GestureContext): Step {
  // A hand resting on the screen while its pen writes is no second finger.
  if (event.device === 'touch' && state.hands.some((hand) => hand.device === 'pen')) return { state };
  const hand: Hand = { pointer: event.pointer, device: event.device, at: event.at };
  const hands = [...state.hands.filter((other) => other.pointer !== event.pointer), hand];
  const [first, second] = hands.filter((other) => other.device === 'touch');
  if (first && second) {
    const mode: Mode = { kind: 'pinch', pointers: [first.pointer, second.pointer] };
    return { state: { ...state, hands, hover: null, tap: null, mode }, intents: dropped(state.mode) };
  }
  if (hands.length > 1) return { state: { ...state, hands } };
  const mode: Mode =
    event.button !== 0 || event.space
      ? { kind: 'pan', pointer: event.pointer, last: event.at }
      : {
          kind: 'pressed',
          pointer: event.pointer,
          device: event.device,
          from: event.at,
          target: context.targetAt(event.at, event.device),
          shift: event.shift,
        };
  return { state: { ...state, hands, mode } };
}

function moved(state: GestureState, event: EventOf<'move'>, context: GestureContext): Step {
  const { mode } = state;
  const hands = state.hands.map((hand) => (hand.pointer === event.pointer ? { ...hand, at: event.at } : hand));
  const next: GestureState = { ...state, hands };
  if (mode.kind === 'pinch') return { state: next, intents: pinchOf(state.hands, hands, mode.pointers) };
  if (!('pointer' in mode) || mode.pointer !== event.pointer) return { state: next };
  const to = context.toCloth(event.at);
  switch (mode.kind) {
    case 'pressed': {
      const far = Math.hypot(event.at[0] - mode.from[0], event.at[1] - mode.from[1]) >= wavers(mode.device);
      if (!far) return { state: next };
      const begun = beginDrag(mode, context);
      const step = moved({ ...next, mode: begun.mode, hover: null, tap: null }, event, context);
      return { state: step.state, intents: [...begun.intents, ...(step.intents ?? [])] };
    }
    case 'pan':
      return {
        state: { ...next, mode: { ...mode, last: event.at } },
        intents: [{ do: 'pan', by: [event.at[0] - mode.last[0], event.at[1] - mode.last[1]] }],
      };
    case 'drag':
      return { state: { ...next, mode: { ...mode, by: [to[0] - mode.grip[0], to[1] - mode.grip[1]] } } };
    case 'marquee': {
      const ids = new Set([...mode.kept, ...context.within(boxBetween(mode.corner, to))]);
      const intents: GestureIntent[] = sameIds(ids, context.selection) ? [] : [{ do: 'select', ids }];
      return { state: { ...next, mode: { ...mode, to } }, intents };
    }
    case 'tie': {
      const over = endOf(context.bodyAt(event.at, event.device));
      return { state: { ...next, mode: { ...mode, to, over: over === mode.from ? null : over } } };
    }
  }
}

/** A press that went too far to be a tap: what it turns out to be. */
function beginDrag(
  press: Extract<Mode, { kind: 'pressed' }>,
  context: GestureContext,
): { mode: Mode; intents: readonly GestureIntent[] } {
  const { pointer, target, device } = press;
  const grip = context.toCloth(press.from);
  const pan = { mode: { kind: 'pan', pointer, last: press.from }, intents: [] } as const;
  if (!context.mayWrite) return pan;
  const end = endOf(target);
  if (target.on === 'handle' || (context.tool === 'tie' && end)) {
    return { mode: { kind: 'tie', pointer, from: end ?? INITIATIVE, to: grip, over: null }, intents: [] };
  }
  if (target.on === 'item') {
    const held = context.selection.has(target.id);
    if (device !== 'mouse' && context.unreadable && !held) return pan;
    if (!context.mayMove(target.id)) return { mode: pan.mode, intents: [{ do: 'refuse', id: target.id }] };
    const places = new Map<string, Point>();
    for (const id of held ? context.selection : [target.id]) {
      const place = context.placeOf(id);
      if (place && context.mayMove(id)) places.set(id, place);
    }
    const ids = [...places.keys()];
    const drag: Mode = { kind: 'drag', pointer, ids, places, grip, by: [0, 0] };
    return { mode: drag, intents: held ? [] : [{ do: 'select', ids: new Set(ids) }] };
  }
  if (device === 'touch' && !context.multiSelect) return pan;
  const kept = press.shift || context.multiSelect ? context.selection : new Set<string>();
  return { mode: { kind: 'marquee', pointer, corner: grip, to: grip, kept, before: context.selection }, intents: [] };
}

function up(state: GestureState, event: EventOf<'up'>, context: GestureContext): Step {
  const hand = state.hands.find((other) => other.pointer === event.pointer);
  if (!hand) return { state };
  const { mode } = state;
  const rest = without(state, event.pointer);
  if (!('pointer' in mode) || mode.pointer !== event.pointer) return { state: rest };
  switch (mode.kind) {
    case 'pressed':
      return tapOn(rest, mode, event, context);
    case 'drag': {
      const places = new Map<string, Point>();
      for (const id of mode.ids) {
        const place = mode.places.get(id);
        if (place) places.set(id, [place[0] + mode.by[0], place[1] + mode.by[1]]);
      }
      const still = mode.by[0] === 0 && mode.by[1] === 0;
      return { state: rest, intents: still ? [] : [{ do: 'move', places }] };
    }
    case 'tie': {
      const at = context.toCloth(event.at);
      const over = endOf(context.bodyAt(event.at, hand.device));
      if (over === mode.from) return { state: rest };
      return {
        state: rest,
        intents: [
          over ? { do: 'draw-tie', from: mode.from, to: over, at } : { do: 'offer-connector', from: mode.from, at },
        ],
      };
    }
    default:
      return { state: rest };
  }
}

/** The state after a pointer is gone. Of a pinch the other finger goes on panning; a dropped gesture stays dropped. */
function without(state: GestureState, pointer: number): GestureState {
  const hands = state.hands.filter((hand) => hand.pointer !== pointer);
  const { mode } = state;
  if (mode.kind === 'pinch') {
    const left = hands.find((hand) => mode.pointers.includes(hand.pointer));
    return { ...state, hands, mode: left ? { kind: 'pan', pointer: left.pointer, last: left.at } : { kind: 'idle' } };
  }
  if ('pointer' in mode && mode.pointer !== pointer) return { ...state, hands };
  return { ...state, hands, mode: { kind: hands.length > 0 ? 'spent' : 'idle' } };
}

/** What a gesture that is given up half way leaves to do: a marquee has been selecting all along. */
function dropped(mode: Mode): GestureIntent[] {
  return mode.kind === 'marquee' ? [{ do: 'select', ids: mode.before }] : [];
}

/** What was held and is gone is let go of; nothing was written, so nothing is put back. */
function stillThere(mode: Mode, context: GestureContext): Mode {
  if (mode.kind === 'drag') {
    const ids = mode.ids.filter((id) => context.placeOf(id));
    if (ids.length === 0) return { kind: 'spent' };
    return ids.length === mode.ids.length ? mode : { ...mode, ids };
  }
  if (mode.kind === 'tie' && mode.from !== INITIATIVE && !context.placeOf(mode.from)) return { kind: 'spent' };
  if (mode.kind === 'pressed' && mode.target.on === 'item' && !context.placeOf(mode.target.id))
    return { kind: 'spent' };
  return mode;
}

function hoverAt(event: EventOf<'move'>, context: GestureContext): string | null {
  return event.device === 'touch' ? null : endOf(context.targetAt(event.at, event.device));
}

function sameIds(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}
