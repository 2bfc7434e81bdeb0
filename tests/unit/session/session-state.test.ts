import { expect, test } from 'vitest';
import { readWarning } from '../../../client/facilitation/warning.ts';
import { FIRST_SESSION, readSessionState } from '../../../shared/model/session.ts';

const state = {
  ...FIRST_SESSION,
  step: 2,
  timer: { endsAt: 5, pausedLeft: null },
  locked: true,
  walk: { seat: 's', turn: 3 },
  ping: { at: [1, -2], n: 1 },
  moment: { id: 'm', as: 'back' },
  message: { text: 'pauze', until: 7, n: 1 },
  handed: { to: 3, n: 1 },
  now: 9,
};

test('a session state is read whole or not at all', () => {
  expect(readSessionState(JSON.stringify(state))).toEqual(state);
  for (const wrong of [{ ...state, step: 6 }, { ...state, timer: {} }, { ...state, now: 'soon' }, {}, [], null, 3]) {
    expect(readSessionState(JSON.stringify(wrong))).toBeNull();
  }
  expect(readSessionState('{')).toBeNull();
});

test('what a server leaves out is as every session begins', () => {
  const {
    walk: _walk,
    ping: _ping,
    quiet: _quiet,
    held: _held,
    alone: _alone,
    moment: _m,
    message: _t,
    handed: _h,
    ...older
  } = state;
  expect(readSessionState(JSON.stringify(older))).toEqual({
    ...state,
    walk: null,
    ping: null,
    moment: null,
    message: null,
    handed: null,
  });
});

test('a warning this program does not know is none', () => {
  expect(readWarning('{"code":"storage"}')).toBe('storage');
  expect(readWarning('{"code":"newer"}')).toBeNull();
  expect(readWarning('')).toBeNull();
});
