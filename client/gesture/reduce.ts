import { INITIATIVE, type Point } from '../../shared/model/schema.ts';
import { begin } from './begin.ts';
import {
  type Doing,
  type GestureContext,
  type GestureEvent,
  type GestureIntent,
  type GestureState,
  type Hand,
  type Outcome,
  wavers,
} from './gesture.ts';
import { lookedBy } from './pinch.ts';
import { previewOf } from './preview.ts';
import { tapOn } from './tap.ts';
import { boxBetween, endOf } from './targets.ts';
import { besideHands, besidePen } from './together.ts';

type Step = { readonly state: GestureState; readonly intents?: readonly GestureIntent[] };
type EventOf<T extends GestureEvent['type']> = Extract<GestureEvent, { type: T }>;
/** What became of one hand, and what it wants done. */
type Handled = { readonly hand: Hand; readonly intents: readonly GestureIntent[] };

const SPENT: Doing = { kind: 'spent' };

/** One step of whatever hands are doing on the cloth. Pure: the same state, event and cloth give the same outcome. */
export function reduceGesture(state: GestureState, event: GestureEvent, context: GestureContext): Outcome {
  const seen = 'device' in event && event.device === 'pen' ? { ...state, pen: event } : state;
  const { state: next, intents = [] } = stepOf(seen, event, context);
  return { state: next, preview: previewOf(next, context), intents };
}

function stepOf(state: GestureState, event: GestureEvent, context: GestureContext): Step {
  switch (event.type) {
    case 'down':
      return down(state, event, context);
    case 'move':
      return moved(state, event, context);
    case 'up':
      return up(state, event, context);
    case 'held':
      return held(state, event, context);
    case 'cancel':
      return { state: without(state, event.pointer), intents: droppedBy(handOf(state, event.pointer)) };
    case 'leave':
      return { state: { ...state, hover: null } };
    case 'escape': {
      if (state.hands.length === 0) return { state };
      const hands = state.hands.map((hand) => ({ ...hand, doing: SPENT }));
      return { state: { ...state, hands, taps: [] }, intents: state.hands.flatMap(droppedBy) };
    }
    case 'changed':
      return { state: { ...state, hands: state.hands.map((hand) => stillThere(hand, context)) } };
    case 'looked': {
      const all = state.hands.map((hand) => carryOn(hand, context));
      return {
        state: { ...state, hands: all.map(({ hand }) => hand) },
        intents: all.flatMap(({ intents }) => intents),
      };
    }
  }
}

function down(before: GestureState, event: EventOf<'down'>, context: GestureContext): Step {
  const { pointer, device, at, time, button, shift, space, breadth = 0 } = event;
  const state = without(before, pointer);
  const target = context.targetAt(at, device);
  const looks = button !== 0 || space;
  const doing: Doing = looks ? { kind: 'pan' } : { kind: 'press', from: at, place: context.toCloth(at), target, shift };
  const hand: Hand = { pointer, device, at, since: time, breadth, doing };
  const hands =
    device === 'touch'
      ? besideHands(state, hand, context)
      : device === 'pen'
        ? besidePen(state.hands, hand)
        : [...state.hands, hand];
  const dropped = state.hands.filter((old, index) => hands[index] !== old);
  const zooms = hands.filter(({ doing }) => doing.kind === 'pan').length > 1;
  return {
    state: { ...state, hands, ...(zooms && { hover: null, taps: [] }) },
    intents: dropped.flatMap(droppedBy),
  };
}

function moved(state: GestureState, event: EventOf<'move'>, context: GestureContext): Step {
  const old = handOf(state, event.pointer);
  if (!old) {
    const hover = event.device === 'touch' ? null : endOf(context.targetAt(event.at, event.device));
    return { state: { ...state, hover } };
  }
  const { doing } = old;
  const goesOn = (hand: Hand): GestureState => ({
    ...state,
    hands: state.hands.map((each) => (each === old ? hand : each)),
  });
  if (doing.kind === 'press' || doing.kind === 'held') {
    const far = Math.hypot(event.at[0] - doing.from[0], event.at[1] - doing.from[1]) >= wavers(old.device);
    if (!far) return { state: goesOn({ ...old, at: event.at }) };
    const others = state.hands.filter((each) => each !== old);
    const begun = begin(doing, old, others, context);
    // From where it was put down, so that nothing is left behind of the way it went before this was known.
    const hand = { ...old, at: doing.from, doing: begun.doing };
    const step = moved({ ...goesOn(hand), hover: null, taps: [] }, event, context);
    return { state: step.state, intents: [...begun.intents, ...(step.intents ?? [])] };
  }
  const { hand, intents } = carryOn({ ...old, at: event.at }, context);
  const next = goesOn(hand);
  return { state: next, intents: doing.kind === 'pan' ? lookedBy(state.hands, next.hands) : intents };
}

/** What a hand carries, marks out or ties comes to where the hand is. */
function carryOn(hand: Hand, context: GestureContext): Handled {
  const { doing, at } = hand;
  const to = context.toCloth(at);
  switch (doing.kind) {
    case 'drag': {
      const by: Point = [to[0] - doing.grip[0], to[1] - doing.grip[1]];
      return { hand: { ...hand, doing: { ...doing, by } }, intents: [] };
    }
    case 'marquee': {
      const ids = new Set([...doing.kept, ...context.within(boxBetween(doing.corner, to))]);
      const same = ids.size === context.selection.size && [...ids].every((id) => context.selection.has(id));
      return { hand: { ...hand, doing: { ...doing, to } }, intents: same ? [] : [{ do: 'select', ids }] };
    }
    case 'tie': {
      const over = endOf(context.bodyAt(at, hand.device));
      return { hand: { ...hand, doing: { ...doing, to, over: over === doing.from ? null : over } }, intents: [] };
    }
    default:
      return { hand, intents: [] };
  }
}

function up(state: GestureState, event: EventOf<'up'>, context: GestureContext): Step {
  const hand = handOf(state, event.pointer);
  const rest = without(state, event.pointer);
  if (!hand) return { state };
  const { doing } = hand;
  switch (doing.kind) {
    case 'press':
      return tapOn(rest, hand, doing, event, context);
    case 'drag': {
      const [dx, dy] = doing.by;
      const places = new Map<string, Point>();
      for (const id of doing.ids) {
        const place = doing.places.get(id);
        if (place) places.set(id, [place[0] + dx, place[1] + dy]);
      }
      const still = (dx === 0 && dy === 0) || places.size === 0;
      return { state: rest, intents: still ? [] : [{ do: 'move', places }] };
    }
    case 'tie': {
      const at = context.toCloth(event.at);
      const over = endOf(context.bodyAt(event.at, hand.device));
      const { from } = doing;
      if (over === from) return { state: rest };
      return {
        state: rest,
        intents: [over ? { do: 'draw-tie', from, to: over, at } : { do: 'offer-connector', from, at }],
      };
    }
    default:
      return { state: rest };
  }
}

/** A finger that is held still asks what can be done; what it was put down on it may carry away after all, or pan where nothing lies. */
function held(state: GestureState, { pointer }: EventOf<'held'>, context: GestureContext): Step {
  const hand = handOf(state, pointer);
  const calm = context.tool === 'select' && context.tieFrom === null && context.mayWrite;
  const alone = state.hands.every((other) => other === hand || other.doing.kind === 'spent');
  if (hand?.doing.kind !== 'press' || !calm || !alone) return { state };
  const { target, place } = hand.doing;
  const becomes = (doing: Doing): GestureState => ({
    ...state,
    hands: state.hands.map((each) => (each === hand ? { ...hand, doing } : each)),
    taps: [],
  });
  if (target.on === 'cloth') return { state: becomes({ kind: 'pan' }), intents: [{ do: 'offer-here', at: place }] };
  if (target.on !== 'item' && target.on !== 'tie') return { state };
  return { state: becomes({ ...hand.doing, kind: 'held' }), intents: [{ do: 'offer', id: target.id }] };
}

function handOf({ hands }: GestureState, pointer: number): Hand | undefined {
  return hands.find((hand) => hand.pointer === pointer);
}

/** The state after a pointer is gone; the others go on with what they were at. */
function without(state: GestureState, pointer: number): GestureState {
  return handOf(state, pointer) ? { ...state, hands: state.hands.filter((hand) => hand.pointer !== pointer) } : state;
}

/** What a gesture that is given up half way leaves to do: a marquee has been selecting all along. */
function droppedBy(hand: Hand | undefined): GestureIntent[] {
  return hand?.doing.kind === 'marquee' ? [{ do: 'select', ids: hand.doing.before }] : [];
}

/** What was held and is gone is let go of; nothing was written, so nothing is put back. */
function stillThere(hand: Hand, context: GestureContext): Hand {
  const { doing } = hand;
  const spent = { ...hand, doing: SPENT };
  if (doing.kind === 'drag') {
    const ids = doing.ids.filter((id) => context.placeOf(id));
    if (ids.length === 0) return spent;
    return ids.length === doing.ids.length ? hand : { ...hand, doing: { ...doing, ids } };
  }
  if (doing.kind === 'tie' && doing.from !== INITIATIVE && !context.placeOf(doing.from)) return spent;
  if ((doing.kind === 'press' || doing.kind === 'held') && doing.target.on === 'item') {
    return context.placeOf(doing.target.id) ? hand : spent;
  }
  return hand;
}
