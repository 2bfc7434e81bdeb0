import { expect, test } from 'vitest';
import { readSessionState, readWarning } from '../../../client/session/session-state.ts';

const state = { step: 2, timer: { endsAt: 5, pausedLeft: null }, hidden: false, locked: true, follow: null, now: 9 };

test('a session state is read whole or not at all', () => {
  expect(readSessionState(JSON.stringify(state))).toEqual(state);
  for (const wrong of [{ ...state, step: 6 }, { ...state, timer: {} }, { ...state, now: 'soon' }, {}, [], null, 3]) {
    expect(readSessionState(JSON.stringify(wrong))).toBeNull();
  }
  expect(readSessionState('{')).toBeNull();
});

test('a warning this program does not know is none', () => {
  expect(readWarning('{"code":"storage"}')).toBe('storage');
  expect(readWarning('{"code":"newer"}')).toBeNull();
  expect(readWarning('')).toBeNull();
});
