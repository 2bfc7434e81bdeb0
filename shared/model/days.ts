/**
 * Calendar days as `YYYY-MM-DD`: what stands on a line of weeks and months has no hour and no time zone. Reckoned in whole
 * days, the same on every device.
 */
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** Whether this is a day of the calendar: not the 30th of February. */
export function isDay(day: string): boolean {
  return DAY.test(day) && dayAt(numberOf(day)) === day;
}

/** A period that ends after it begins. */
export function isPeriod(period: string): boolean {
  const [from = '', to = '', more] = period.split('/');
  return more === undefined && isDay(from) && isDay(to) && from < to;
}

/** The two ends of a period, or null when it is none. */
export function endsOf(period: string): { readonly from: string; readonly to: string } | null {
  if (!isPeriod(period)) return null;
  const [from = '', to = ''] = period.split('/');
  return { from, to };
}

/** Days since 1 January 1970; NaN for what is no day. */
export function numberOf(day: string): number {
  const [, year, month, date] = DAY.exec(day) ?? [];
  return Math.round(Date.UTC(Number(year), Number(month) - 1, Number(date)) / DAY_MS);
}

/** The day that many days after 1 January 1970; '' for what is none. */
export function dayAt(number: number): string {
  const date = new Date(number * DAY_MS);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

/** Today where the reader is, of a time in ms since the epoch. */
export function dayOfTime(time: number): string {
  const date = new Date(time);
  return dayAt(Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS));
}

export function daysLater(day: string, days: number): string {
  return dayAt(numberOf(day) + days);
}

/** The same date so many months on, or the last one of that month where it has none. */
export function monthsLater(day: string, months: number): string {
  const [, year, month, date] = DAY.exec(day) ?? [];
  const first = Date.UTC(Number(year), Number(month) - 1 + months, 1);
  const last = Date.UTC(Number(year), Number(month) + months, 0);
  return dayAt(Math.min(Math.round(first / DAY_MS) + Number(date) - 1, Math.round(last / DAY_MS)));
}
