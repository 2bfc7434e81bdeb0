import { expect, test } from 'vitest';
import { savedState, type Whereabouts } from '../../../client/document/saved-state.ts';

const working: Whereabouts = {
  refused: null,
  hasContent: true,
  lost: false,
  connected: true,
  full: null,
  wasSaved: true,
  mayWrite: true,
  kept: true,
  acks: { waiting: 0, settled: true },
};

test.each<[string, Partial<Whereabouts>, object]>([
  ['all durable', {}, { kind: 'saved' }],
  ['a change on its way', { acks: { waiting: 1, settled: false } }, { kind: 'saving', waiting: 1 }],
  [
    'nothing of its own waiting, but not confirmed on this socket',
    { acks: { waiting: 0, settled: false } },
    { kind: 'saving', waiting: 0 },
  ],
  [
    'the first time, before the server has confirmed anything',
    { wasSaved: false, acks: { waiting: 0, settled: false } },
    { kind: 'opening' },
  ],
  [
    'off the network',
    { connected: false, lost: true, acks: { waiting: 3, settled: false } },
    { kind: 'offline', waiting: 3, kept: true },
  ],
  [
    'off the network in a browser that keeps nothing',
    { connected: false, lost: true, kept: false },
    { kind: 'offline', waiting: 0, kept: false },
  ],
  [
    'where there is no room for one more',
    { full: 'cloth', connected: false, lost: true },
    { kind: 'offline', waiting: 0, kept: true, full: 'cloth' },
  ],
  [
    'where there was no room, connected again, and not let in yet',
    { full: 'cloth', lost: true },
    { kind: 'offline', waiting: 0, kept: true, full: 'cloth' },
  ],
  ['before the first attempt to connect has ended', { connected: false }, { kind: 'opening' }],
  ['connected, nothing received', { hasContent: false, wasSaved: false }, { kind: 'opening' }],
  ['a viewer, who has nothing to save', { mayWrite: false, acks: { waiting: 0, settled: false } }, { kind: 'saved' }],
  [
    'refused',
    { refused: 4401, connected: false, lost: true, acks: { waiting: 2, settled: false } },
    { kind: 'closed', code: 4401, waiting: 2, kept: true },
  ],
])('%s', (_case, differing, expected) => {
  expect(savedState({ ...working, ...differing })).toEqual(expected);
});
