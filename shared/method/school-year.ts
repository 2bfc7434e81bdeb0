import { numberOf } from '../model/days.ts';

/** A school's year begins with this month, 1–12: what is planned after the holidays belongs to what comes. */
const FIRST_MONTH = 8;

/** The school year that a day (`YYYY-MM-DD`) falls in, by the calendar year in which it begins. */
export function schoolYearOf(day: string): number {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return month < FIRST_MONTH ? year - 1 : year;
}

/** The first days of the months of a school year, and behind them the first day of the year that follows. */
export function monthsOf(year: number): readonly string[] {
  return Array.from({ length: 13 }, (_, nth) => {
    const month = FIRST_MONTH - 1 + nth;
    return `${year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  });
}

/** How far along a school year a day is: 0 at its beginning, 1 at its end, and at the nearer of the two for a day outside. */
export function partOf(year: number, day: string): number {
  const months = monthsOf(year);
  const [first, last] = [numberOf(months[0] ?? ''), numberOf(months.at(-1) ?? '')];
  return Math.min(1, Math.max(0, (numberOf(day) - first) / (last - first)));
}

/** The school years in which something stands, the earliest first; `today`'s when nothing does. */
export function yearsWith(
  meetings: readonly string[],
  periods: readonly { readonly from: string; readonly to: string }[],
  today: string,
): readonly number[] {
  const years = new Set(meetings.map(schoolYearOf));
  for (const { from, to } of periods) {
    for (let year = schoolYearOf(from); year <= schoolYearOf(to); year++) years.add(year);
  }
  if (years.size === 0) years.add(schoolYearOf(today));
  return [...years].sort((a, b) => a - b);
}

/** The year to show first: today's, else the latest before it, else the first that comes. */
export function yearNow(years: readonly number[], today: string): number {
  const now = schoolYearOf(today);
  return years.filter((year) => year <= now).at(-1) ?? years[0] ?? now;
}
