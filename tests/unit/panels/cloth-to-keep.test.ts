import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { SavedState } from '../../../client/document/cloth-session.ts';
import { clothToKeep } from '../../../client/panels/take-home/cloth-to-keep.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { maskSnapshot } from '../../../shared/model/mask.ts';
import { CLOSE, type Role } from '../../../shared/model/protocol.ts';
import { smallCloth } from '../../support/cloth.ts';

const SAVED: SavedState = { kind: 'saved' };
const closedWith = (code: number): SavedState => ({ kind: 'closed', code, waiting: 0, kept: true });

/** A page from which the ingredients' words are hidden, or not. */
function page(role: Role, { hidden = true, saved = SAVED } = {}) {
  const cloth = readSnapshot(smallCloth());
  const shown = maskSnapshot(cloth, (item) => hidden && item.kind === 'ingredient');
  return {
    role,
    snapshot: createStore(() => shown),
    unmasked: createStore(() => cloth),
    saved: createStore(() => saved),
  };
}

const wordsKept = (session: ReturnType<typeof page>) => clothToKeep(session).cloth.items.map(({ text }) => text);

test("the facilitator's file holds every word, hidden or not", () => {
  expect(wordsKept(page('facilitator'))).toEqual(['boeken', 'Heleen']);
  expect(clothToKeep(page('facilitator')).whole).toBe(true);
});

test.each(['participant', 'viewer'] as const)("a %s's file leaves out what is hidden, and never holds bars", (role) => {
  const kept = clothToKeep(page(role));
  expect(kept.cloth.items.map(({ text }) => text)).toEqual(['Heleen']);
  expect(kept.cloth.ties.map(({ id }) => id)).toEqual(['b']);
  expect(kept.whole).toBe(false);
  expect(wordsKept(page(role, { hidden: false }))).toEqual(['boeken', 'Heleen']);
  expect(clothToKeep(page(role, { hidden: false })).whole).toBe(true);
});

test('of a cloth that is there no more everyone keeps every word: nobody will reveal them now', () => {
  for (const code of [CLOSE.unknownCloth, CLOSE.closedForGood]) {
    expect(wordsKept(page('participant', { saved: closedWith(code) }))).toEqual(['boeken', 'Heleen']);
  }
  expect(wordsKept(page('participant', { saved: closedWith(CLOSE.clientTooOld) }))).toEqual(['Heleen']);
});
