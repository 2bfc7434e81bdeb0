import type { CommonsSnapshot, EntryWay } from '../model/commons.ts';
import { dayAt } from '../model/days.ts';
import type { OnWall } from './on-wall.ts';
import { schoolYearOf, yearNow, yearsWith } from './school-year.ts';

/** A school year of a room as it goes home: what stands on its line, and nothing else of the room. */
export interface YearLine {
  readonly room: string;
  /** The calendar year in which the school year begins. */
  readonly year: number;
  /** In order. */
  readonly meetings: readonly YearMeeting[];
  readonly themes: readonly YearTheme[];
}

export interface YearMeeting {
  /** `YYYY-MM-DD`, as all days. */
  readonly date: string;
  readonly name: string;
  readonly entries: readonly { readonly way: EntryWay; readonly words: string }[];
}

export interface YearTheme {
  readonly title: string;
  readonly from: string;
  /** The day of its manifestation. */
  readonly to: string;
  /** The days of its meetings. */
  readonly meetings: readonly string[];
  /** What it ends with; empty where nobody wrote it. */
  readonly manifestation: string;
  readonly roundedOff: string;
}

/** What a room shows of a sheet that hangs there, as far as it stands on the year line. */
export interface OnYear extends Pick<OnWall, 'roundedOff'> {
  readonly id: string;
  readonly title: string;
  readonly line?: OnWall['line'] | undefined;
}

const DAY_MS = 86_400_000;

/**
 * A year of a room as it goes home; left out, the one that is shown first on the day of `now` (ms since the epoch). `sheets`:
 * what hangs there, as it is shown there, so that who is left out is left out here too.
 */
export function yearLineOf(
  { name, meetings, entries }: Pick<CommonsSnapshot, 'name' | 'meetings' | 'entries'>,
  sheets: readonly OnYear[],
  wanted: number | null,
  now: number,
): YearLine {
  const titles = new Map(sheets.map(({ id, title }) => [id, title]));
  const lines = sheets.flatMap(({ title, line, roundedOff }) => (line ? [{ title, line, roundedOff }] : []));
  const today = dayAt(Math.floor(now / DAY_MS));
  const year =
    wanted ??
    yearNow(
      yearsWith(
        meetings.map(({ date }) => date),
        lines.map(({ line }) => line),
        today,
      ),
      today,
    );
  return {
    room: name,
    year,
    meetings: meetings
      .filter(({ date }) => schoolYearOf(date) === year)
      .map(({ id, date, name: called }) => ({
        date,
        name: called,
        entries: entries
          .filter(({ meeting }) => meeting === id)
          .map(({ way, sheet, words }) => ({ way, words: (sheet !== null && titles.get(sheet)) || words })),
      })),
    themes: lines
      .filter(({ line }) => schoolYearOf(line.from) <= year && schoolYearOf(line.to) >= year)
      .map(({ title, roundedOff, line: { from, to, meetings: days, manifestation } }) => ({
        title,
        from,
        to,
        meetings: days.map(({ day }) => day),
        manifestation,
        roundedOff,
      })),
  };
}
