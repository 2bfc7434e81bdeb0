import { expect, test } from 'vitest';
import { dayAt, daysLater, endsOf, isDay, isPeriod, monthsLater, numberOf } from '../../../shared/model/days.ts';

test('a day is one of the calendar', () => {
  for (const day of ['2026-09-01', '2028-02-29', '1999-12-31']) expect(isDay(day)).toBe(true);
  for (const none of ['', '2026-02-29', '2026-13-01', '26-01-01', '2026-9-1', '2026-01-01T00:00', 'soon']) {
    expect(isDay(none), none).toBe(false);
  }
  expect(dayAt(numberOf('soon'))).toBe('');
});

test('a period ends after it begins', () => {
  expect(isPeriod('2026-09-01/2027-06-30')).toBe(true);
  expect(endsOf('2026-09-01/2027-06-30')).toEqual({ from: '2026-09-01', to: '2027-06-30' });
  for (const none of [
    '2026-09-01/2026-09-01',
    '2027-01-01/2026-01-01',
    '2026-09-01',
    '2026-01-01/2026-02-01/2026-03-01',
  ]) {
    expect(isPeriod(none), none).toBe(false);
    expect(endsOf(none)).toBeNull();
  }
});

test('days and months later, over years, leap days and the ends of months', () => {
  expect(daysLater('2026-12-31', 1)).toBe('2027-01-01');
  expect(daysLater('2028-03-01', -1)).toBe('2028-02-29');
  expect(monthsLater('2026-08-31', 6)).toBe('2027-02-28');
  expect(monthsLater('2026-09-01', 12)).toBe('2027-09-01');
  expect(monthsLater('2026-11-15', 3)).toBe('2027-02-15');
});
