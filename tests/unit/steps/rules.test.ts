import { describe, expect, test } from 'vitest';
import {
  goToStep,
  isMasked,
  isOwn,
  mayChange,
  mayLayHere,
  mayMove,
  mayRelate,
  mayWriteHere,
  type Partaker,
  STEP_IDS,
  STEPS,
  stepOf,
} from '../../../shared/method/steps.ts';
import { STEP_NUMBERS } from '../../../shared/model/schema.ts';
import { FIRST_SESSION, type LastingSession } from '../../../shared/model/session.ts';

const gemma: Partaker = { role: 'participant', seat: 'g', name: 'Gemma' };
const caroline: Partaker = { role: 'facilitator', seat: 'c', name: 'Caroline' };
const screen: Partaker = { role: 'viewer', seat: null, name: '' };
const unseated: Partaker = { role: 'participant', seat: null, name: 'Fred' };

const own = { kind: 'ingredient', seat: 'g', by: 'Gemma' } as const;
const others = { kind: 'ingredient', seat: 'c', by: 'Caroline' } as const;
const connector = { kind: 'connector', seat: 'c', by: 'Caroline' } as const;

const session = (parts: Partial<LastingSession>): LastingSession => ({ ...FIRST_SESSION, ...parts });
const quiet = session({ step: 2, quiet: true });

describe('the steps', () => {
  test('are five, in the order of the method', () => {
    expect(STEPS.map(({ id }) => id)).toEqual([...STEP_IDS]);
    expect(STEPS.map(({ number }) => number)).toEqual([...STEP_NUMBERS]);
    expect(STEP_NUMBERS.map((number) => stepOf(number).number)).toEqual([...STEP_NUMBERS]);
  });

  test('each put something at hand', () => {
    for (const { atHand } of STEPS) expect(atHand.length).toBeGreaterThan(0);
  });

  test('end what belongs to one of them, and say nothing of the rest', () => {
    const begun = {
      quiet: false,
      hidden: false,
      alone: false,
      walk: null,
      byPosition: false,
      contact: null,
      moment: null,
    };
    expect(goToStep(3)).toEqual({ step: 3, timer: null, ...begun });
  });
});

describe('own words', () => {
  test('are those at the own seat, whatever name stands with them', () => {
    expect(isOwn(gemma, own)).toBe(true);
    expect(isOwn({ ...gemma, name: 'Heleen' }, own)).toBe(true);
    expect(isOwn(gemma, others)).toBe(false);
    expect(isOwn({ ...gemma, name: 'Caroline' }, others)).toBe(false);
  });

  test('of somebody without a seat are those under their name', () => {
    expect(isOwn(unseated, { seat: null, by: 'Fred' })).toBe(true);
    expect(isOwn(unseated, { seat: null, by: 'Theo' })).toBe(false);
    expect(isOwn(screen, { seat: null, by: '' })).toBe(false);
  });
});

describe('the quiet brainstorm', () => {
  test('leaves everyone their own edge and their own words', () => {
    expect(mayMove(quiet, gemma, own)).toBe(true);
    expect(mayMove(quiet, gemma, others)).toBe(false);
    expect(mayChange(quiet, gemma, others)).toBe(false);
    expect(mayWriteHere(quiet, gemma, 'g')).toBe(true);
    expect(mayWriteHere(quiet, gemma, 'c')).toBe(false);
    expect(mayWriteHere(quiet, gemma, null)).toBe(false);
    expect(mayLayHere(quiet, gemma, null)).toBe(true);
    expect(mayLayHere(quiet, gemma, 'c')).toBe(false);
    expect(mayRelate(quiet, gemma)).toBe(false);
  });

  test('does not bind the facilitator, and lets who has no edge write in the middle', () => {
    expect(mayMove(quiet, caroline, own)).toBe(true);
    expect(mayWriteHere(quiet, caroline, 'g')).toBe(true);
    expect(mayRelate(quiet, caroline)).toBe(true);
    expect(mayWriteHere(quiet, unseated, null)).toBe(true);
  });

  test.each([1, 3, 4, 5] as const)('is over in step %i', (step) => {
    const after = session({ step, quiet: true });
    expect(mayMove(after, gemma, others)).toBe(true);
    expect(mayWriteHere(after, gemma, 'c')).toBe(true);
    expect(mayRelate(after, gemma)).toBe(true);
  });

  test('binds nobody when it is off', () => {
    expect(mayMove(session({ step: 2 }), gemma, others)).toBe(true);
  });
});

describe('hidden words', () => {
  const hidden = session({ step: 2, hidden: true });
  test("are others' ingredients, for everyone: facilitator and shared screen too", () => {
    expect(isMasked(hidden, gemma, others)).toBe(true);
    expect(isMasked(hidden, caroline, own)).toBe(true);
    expect(isMasked(hidden, screen, own)).toBe(true);
    expect(isMasked(hidden, gemma, own)).toBe(false);
    expect(isMasked(hidden, gemma, connector)).toBe(false);
  });

  test('can be moved and not be written in', () => {
    expect(mayMove(hidden, caroline, own)).toBe(true);
    expect(mayChange(hidden, caroline, own)).toBe(false);
  });

  test('are read again once they are revealed', () => {
    expect(isMasked(session({ step: 2 }), gemma, others)).toBe(false);
  });
});
