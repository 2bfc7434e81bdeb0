/** A day of the calendar, without a time or a time zone. */
export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly date: number;
}

/** Beginnings of the names of months in Dutch and English, as people shorten them. */
const MONTHS = [
  ['jan'],
  ['feb'],
  ['maa', 'mrt', 'mar'],
  ['apr'],
  ['mei', 'may'],
  ['jun'],
  ['jul'],
  ['aug'],
  ['sep'],
  ['okt', 'oct'],
  ['nov'],
  ['dec'],
] as const;
const NAME = MONTHS.flat().join('|');

/** 2026-12-03 · 3-12-2026 or 3/12 (day first, as in Dutch) · 3 december 2026 or 3 dec · December 3, 2026. */
const ISO = /\b(?<year>\d{4})-(?<month>\d{1,2})-(?<date>\d{1,2})\b/;
const NUMBERS = /\b(?<date>\d{1,2})[-/.](?<month>\d{1,2})(?:[-/.](?<year>\d{4}|\d{2}))?\b/;
const DATE_FIRST = new RegExp(
  `\\b(?<date>\\d{1,2})(?:e|th|st|nd|rd)?\\s+(?<name>${NAME})\\p{L}*\\.?(?:\\s+(?<year>\\d{4}))?`,
  'iu',
);
const NAME_FIRST = new RegExp(
  `\\b(?<name>${NAME})\\p{L}*\\.?\\s+(?<date>\\d{1,2})(?:th|st|nd|rd)?\\b(?:,?\\s+(?<year>\\d{4}))?`,
  'iu',
);

/**
 * The first day that is named in what people wrote ("woensdag 3 december, na de vergadering"), or null. One without a year is
 * the next such day after `now` (ms), today included.
 */
export function dayIn(text: string, now: number): Day | null {
  for (const pattern of [ISO, DATE_FIRST, NAME_FIRST, NUMBERS]) {
    const found = pattern.exec(text)?.groups;
    const day = found && dayOf(found, now);
    if (day) return day;
  }
  return null;
}

function dayOf({ year, month, name, date }: Readonly<Record<string, string | undefined>>, now: number): Day | null {
  const inYear = name === undefined ? Number(month) : monthNamed(name);
  if (year !== undefined) return sound({ year: fullYear(Number(year)), month: inYear, date: Number(date) });
  const today = new Date(now);
  const thisYear = sound({ year: today.getFullYear(), month: inYear, date: Number(date) });
  const midnight = new Date(today.getFullYear(), today.getMonth(), today.getDate());
  if (thisYear && new Date(thisYear.year, thisYear.month - 1, thisYear.date) >= midnight) return thisYear;
  return sound({ year: today.getFullYear() + 1, month: inYear, date: Number(date) });
}

function monthNamed(name: string): number {
  return MONTHS.findIndex((names) => names.some((known) => known === name.toLowerCase())) + 1;
}

function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year;
}

/** The same day where the calendar has it, else null: there is no 31 June. */
function sound(day: Day): Day | null {
  const { year, month, date } = day;
  const known = new Date(year, month - 1, date);
  return known.getFullYear() === year && known.getMonth() === month - 1 && known.getDate() === date ? day : null;
}
