import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Attendee, SavedState } from '../../../client/document/cloth-session.ts';
import { isLastLeader, leavesGroupAlone } from '../../../client/steps/lead/last-leader.ts';
import type { Role } from '../../../shared/model/protocol.ts';

const SAVED: SavedState = { kind: 'saved' };
const OFFLINE: SavedState = { kind: 'offline', waiting: 0, kept: true };

function page(role: Role, others: readonly Role[], saved = SAVED) {
  const attendees = others.map(
    (each, id): Attendee => ({ id, name: '', colour: '#000000', seat: null, role: each, made: null }),
  );
  return { role, present: createStore(() => attendees), saved: createStore(() => saved) };
}

test('a group is left alone by the only one who leads it, while somebody is still there', () => {
  expect(leavesGroupAlone(page('facilitator', ['participant', 'viewer']))).toBe(true);
  expect(leavesGroupAlone(page('facilitator', ['participant', 'facilitator']))).toBe(false);
  expect(leavesGroupAlone(page('facilitator', []))).toBe(false);
  // A shared screen is nobody who could be left.
  expect(leavesGroupAlone(page('facilitator', ['viewer']))).toBe(false);
  expect(leavesGroupAlone(page('participant', ['participant']))).toBe(false);
  expect(leavesGroupAlone(page('facilitator', ['participant'], OFFLINE))).toBe(false);
});

test('a device is the last to lead a cloth unless it saw another do so', () => {
  const cloth = { id: 'a', epoch: '1', title: '', lastOpened: 0, gone: false, keys: { facilitator: 'f' } };
  expect(isLastLeader(cloth)).toBe(true);
  expect(isLastLeader({ ...cloth, othersLead: true })).toBe(false);
  expect(isLastLeader({ ...cloth, gone: true })).toBe(false);
  expect(isLastLeader({ ...cloth, keys: { participant: 'p' } })).toBe(false);
});
