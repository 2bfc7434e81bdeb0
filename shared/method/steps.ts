import type { Role } from '../model/protocol.ts';
import type { StepNumber } from '../model/schema.ts';
import type { LastingSession } from '../model/session.ts';
import type { Item } from '../model/snapshot.ts';

/**
 * The five steps of the analysis: what each puts at hand, and what it asks of everyone's hands. A step never hides or
 * deletes anything; what it does not put at hand is one button further away.
 */
export const STEP_IDS = ['initiative', 'ingredients', 'connectors', 'contacts', 'positions'] as const;
export type StepId = (typeof STEP_IDS)[number];

/** What people take in hand on the cloth. */
export type Tool = 'name' | 'capture' | 'connector' | 'tie' | 'contacts' | 'positions';

export interface Step {
  readonly id: StepId;
  readonly number: StepNumber;
  /** What lies ready in this step; the first is what it begins with. */
  readonly atHand: readonly Tool[];
  /** How long a group usually wants for it, minutes: offered when nothing was prepared. */
  readonly minutes: number;
}

export const STEPS: readonly [Step, Step, Step, Step, Step] = [
  { id: 'initiative', number: 1, atHand: ['name', 'capture'], minutes: 10 },
  { id: 'ingredients', number: 2, atHand: ['capture'], minutes: 20 },
  { id: 'connectors', number: 3, atHand: ['connector', 'tie'], minutes: 30 },
  { id: 'contacts', number: 4, atHand: ['contacts', 'tie'], minutes: 20 },
  { id: 'positions', number: 5, atHand: ['positions', 'connector'], minutes: 20 },
];

export function stepOf(number: StepNumber): Step {
  return STEPS[number - 1] ?? STEPS[0];
}

/** Somebody at the table, as far as the rules of a step are concerned. */
export interface Partaker {
  readonly role: Role;
  readonly seat: string | null;
  readonly name: string;
}

type Running = Pick<LastingSession, 'step' | 'quiet' | 'hidden'>;

/** Whether these words are this person's: written at their seat or, by somebody without one, under their name. */
export function isOwn({ seat, name }: Partaker, item: Pick<Item, 'seat' | 'by'>): boolean {
  return item.seat === null ? seat === null && name !== '' && item.by === name : item.seat === seat;
}

/**
 * Whether the quiet brainstorm of step 2 binds this person: everyone at their own edge, and nobody touches another's
 * words. A facilitator is not bound, who may have to help.
 */
export function isBoundToOwnEdge({ step, quiet }: Running, { role }: Partaker): boolean {
  return quiet && step === 2 && role === 'participant';
}

/** Whether the words of an item are masked for this person until the facilitator reveals them all. */
export function isMasked({ hidden }: Running, me: Partaker, item: Pick<Item, 'kind' | 'seat' | 'by'>): boolean {
  return hidden && item.kind === 'ingredient' && !isOwn(me, item);
}

/** Whether this person may move an item, or take it away. */
export function mayMove(session: Running, me: Partaker, item: Pick<Item, 'seat' | 'by'>): boolean {
  return !isBoundToOwnEdge(session, me) || isOwn(me, item);
}

/** Whether this person may change what stands in an item. What one cannot read one does not write in. */
export function mayChange(session: Running, me: Partaker, item: Pick<Item, 'kind' | 'seat' | 'by'>): boolean {
  return mayMove(session, me, item) && !isMasked(session, me, item);
}

/** Whether this person may write something new before the seat `edge`; null is the middle, before nobody. */
export function mayWriteHere(session: Running, me: Partaker, edge: string | null): boolean {
  return !isBoundToOwnEdge(session, me) || edge === me.seat;
}

/** Whether this person may lay what is theirs down before the seat `edge`. Own words may lie over towards the middle. */
export function mayLayHere(session: Running, me: Partaker, edge: string | null): boolean {
  return edge === null || mayWriteHere(session, me, edge);
}

/** Whether this person may place connectors and draw ties now. */
export function mayRelate(session: Running, me: Partaker): boolean {
  return !isBoundToOwnEdge(session, me);
}

/**
 * What moving the group to another step changes of the session. The timer and what belongs to one step (the quiet, the
 * hidden words, working alone, the walk, looking by position or back together) end with it; the cloth itself is never touched.
 */
export function goToStep(step: StepNumber): Partial<LastingSession> {
  const begun = {
    quiet: false,
    hidden: false,
    alone: false,
    walk: null,
    byPosition: false,
    contact: null,
    moment: null,
  };
  return { step, timer: null, ...begun };
}
