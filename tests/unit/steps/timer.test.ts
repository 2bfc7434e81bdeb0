import { expect, test } from 'vitest';
import {
  addMinute,
  endTimer,
  hasRunOut,
  isHeld,
  pauseTimer,
  resumeTimer,
  shownTime,
  startTimer,
  timeLeft,
} from '../../../shared/method/timer.ts';

const NOW = 1_000_000;
const MINUTE = 60_000;

test('a timer runs by the clock it is given', () => {
  const timer = startTimer(20, NOW);
  expect(timeLeft(timer, NOW)).toBe(20 * MINUTE);
  expect(timeLeft(timer, NOW + 5 * MINUTE)).toBe(15 * MINUTE);
  expect(timeLeft(timer, NOW + 30 * MINUTE)).toBe(0);
  expect(hasRunOut(timer, NOW + 20 * MINUTE - 1)).toBe(false);
  expect(hasRunOut(timer, NOW + 20 * MINUTE)).toBe(true);
});

test('a pause keeps what is left, however long it lasts', () => {
  const paused = pauseTimer(startTimer(10, NOW), NOW + 4 * MINUTE);
  expect(timeLeft(paused, NOW + 60 * MINUTE)).toBe(6 * MINUTE);
  expect(hasRunOut(paused, NOW + 60 * MINUTE)).toBe(false);
  const on = resumeTimer(paused, NOW + 60 * MINUTE);
  expect(timeLeft(on, NOW + 61 * MINUTE)).toBe(5 * MINUTE);
  expect(pauseTimer(paused, NOW + 90 * MINUTE)).toBe(paused);
  expect(resumeTimer(on, NOW)).toBe(on);
});

test('one that has run out is not paused', () => {
  const over = endTimer(NOW);
  expect(pauseTimer(over, NOW + 1)).toBe(over);
  expect(hasRunOut(over, NOW)).toBe(true);
});

test('a minute more counts from what is left, or from now when nothing was', () => {
  expect(timeLeft(addMinute(startTimer(2, NOW), NOW + MINUTE), NOW + MINUTE)).toBe(2 * MINUTE);
  expect(timeLeft(addMinute(startTimer(2, NOW), NOW + 9 * MINUTE), NOW + 9 * MINUTE)).toBe(MINUTE);
  const paused = addMinute(pauseTimer(startTimer(2, NOW), NOW), NOW);
  expect(paused.pausedLeft).toBe(3 * MINUTE);
});

test('input waits from the end until the facilitator goes on, and only for participants', () => {
  const timer = startTimer(1, NOW);
  const participant = { role: 'participant' } as const;
  expect(isHeld({ held: true, timer }, participant, NOW + MINUTE - 1)).toBe(false);
  expect(isHeld({ held: true, timer }, participant, NOW + MINUTE)).toBe(true);
  expect(isHeld({ held: true, timer }, { role: 'facilitator' }, NOW + MINUTE)).toBe(false);
  expect(isHeld({ held: false, timer }, participant, NOW + MINUTE)).toBe(false);
  expect(isHeld({ held: true, timer: null }, participant, NOW + MINUTE)).toBe(false);
  expect(isHeld({ held: true, timer: addMinute(timer, NOW + MINUTE) }, participant, NOW + MINUTE)).toBe(false);
});

test.each([
  [0, '0:00'],
  [1, '0:01'],
  [1_000, '0:01'],
  [59_001, '1:00'],
  [20 * MINUTE, '20:00'],
  [75 * MINUTE + 5_000, '75:05'],
])('%i ms is shown as %s', (ms, shown) => {
  expect(shownTime(ms)).toBe(shown);
});

test('a timer set for the end of time has a day left, which a browser can wait for', () => {
  const endless = { endsAt: Number.MAX_SAFE_INTEGER, pausedLeft: null };
  expect(timeLeft(endless, NOW)).toBe(24 * 60 * MINUTE);
  expect(timeLeft({ endsAt: NOW, pausedLeft: Number.MAX_SAFE_INTEGER }, NOW)).toBe(24 * 60 * MINUTE);
});
