import type { Point } from '../../shared/model/schema.ts';
import { carries, takes } from './begin.ts';
import type { Doing, GestureContext, GestureState, Hand } from './gesture.ts';
import { endOf } from './targets.ts';

/** A finger that has carried something for longer than this is not looking for a second one to zoom with, ms. */
const YOUNG = 250;
/** Two fingertips as near as this are those of one hand, about to zoom, whatever they are on. px */
const ONE_HAND = 72;
/** A finger's mark is smaller than this and a palm's larger, px. Only asked where pens are used: large boards see fingers as broad as palms. */
const PALM = 42;
/** This near to a pen lies the hand that holds it, px. */
const OWN_HAND = 200;
/** So long after a pen was seen last it is still about, ms. */
const PEN_ABOUT = 600;

const PAN: Doing = { kind: 'pan' };
const SPENT: Doing = { kind: 'spent' };

/** The pen, if it is on the screen or was just now. */
function penAbout({ pen, hands }: GestureState, now: number): GestureState['pen'] {
  return hands.some(({ device }) => device === 'pen') || (pen && now - pen.time <= PEN_ABOUT) ? pen : null;
}

function isPalm({ at, breadth }: Hand, pen: Point): boolean {
  return breadth >= PALM || Math.hypot(at[0] - pen[0], at[1] - pen[1]) < OWN_HAND;
}

/**
 * The hands when a pen comes down: a palm that lay there before it was a palm all along, and so was what has not moved yet.
 */
export function besidePen(hands: readonly Hand[], pen: Hand): Hand[] {
  const rests = (hand: Hand) => hand.device === 'touch' && (hand.doing.kind === 'press' || isPalm(hand, pen.at));
  return [...hands.map((hand) => (rests(hand) ? { ...hand, doing: SPENT } : hand)), pen];
}

/**
 * The hands when a finger comes down among them. Beside a pen fingers only look: they pan and zoom. Else who puts a finger on
 * a thing takes that, and two fingers of which one is on nothing, or both on the same, zoom.
 */
export function besideHands(state: GestureState, finger: Hand, context: GestureContext): Hand[] {
  const { hands } = state;
  const as = (hand: Hand, doing: Doing): Hand => ({ ...hand, doing });
  if (state.pen && finger.breadth >= PALM) return [...hands, as(finger, SPENT)];
  const pen = penAbout(state, finger.since);
  if (pen) return [...hands, as(finger, isPalm(finger, pen.at) ? SPENT : PAN)];

  const fingers = hands.filter(({ device, doing }) => device === 'touch' && doing.kind !== 'spent');
  const carrying = fingers.filter((hand) => takes(hand, context));
  const young = carrying.filter(({ since, doing }) => doing.kind === 'press' || finger.since - since <= YOUNG);
  const zoomWith = (these: readonly Hand[]) => [
    ...hands.map((hand) => (these.includes(hand) ? as(hand, PAN) : hand)),
    as(finger, PAN),
  ];
  const mate = takes(finger, context) ? carrying.find((hand) => belongsWith(hand, finger)) : undefined;
  if (mate) return young.includes(mate) ? zoomWith([mate]) : [...hands, as(finger, SPENT)];
  if (takes(finger, context)) {
    return carrying.length > 0 || fingers.length === 0 ? [...hands, finger] : zoomWith(fingers);
  }
  const looking = fingers.filter((hand) => !carrying.includes(hand));
  if (looking.length > 0) return zoomWith(looking);
  // Of several who carry none lets go for another's finger on the empty cloth.
  const [only] = young;
  return only && carrying.length === 1 ? zoomWith([only]) : [...hands, finger];
}

/** Whether two fingers are on the same thing, or so near that they are one hand's. */
function belongsWith(hand: Hand, { doing, at }: Hand): boolean {
  if (hand.doing.kind === 'press' && Math.hypot(hand.at[0] - at[0], hand.at[1] - at[1]) < ONE_HAND) return true;
  const id = doing.kind === 'press' ? endOf(doing.target) : null;
  if (id === null) return false;
  if (hand.doing.kind === 'press' || hand.doing.kind === 'held') return endOf(hand.doing.target) === id;
  return carries(hand, id);
}
