import { LINE_PLACE } from '../layout/boxes.ts';
import type { Label, LineShape } from '../layout/shapes.ts';
import { dayAt, endsOf, monthsLater, numberOf } from '../model/days.ts';
import type { Programme, ProgrammeMark } from '../model/snapshot.ts';
import { isBlank } from '../text/clean-text.ts';
import type { TextMeasure } from '../text/text-measure.ts';
import { wrapText } from '../text/wrap.ts';
import type { SheetWords } from './theme-words.ts';

/** Where the line lies within its place, and what stands above and below it, mm from the line. */
const LINE = { down: 92, margin: 70 } as const;
const ABOVE = { words: -22, day: -52, line: 24 } as const;
const BELOW = { month: 34, told: 58, activity: 84 } as const;
const SIZES = { words: 21, day: 17, month: 15, told: 17, activity: 16 } as const;
/** Room for the words at a mark, mm. */
const WIDE = { least: 90, most: 260 } as const;

const Y = LINE_PLACE.y + LINE.down;
const FROM = LINE_PLACE.x + LINE.margin;
const TO = LINE_PLACE.x + LINE_PLACE.w - LINE.margin;

/** How far along the sheet a day of the period lies, mm. What lies outside the period stands at its end. */
function placeOf(day: string, from: string, to: string): number {
  const part = (numberOf(day) - numberOf(from)) / Math.max(1, numberOf(to) - numberOf(from));
  return FROM + Math.min(1, Math.max(0, part)) * (TO - FROM);
}

/** The line of a theme as it is drawn in its box; only a faint one while no period was chosen. */
export function lineShape(
  programme: Programme | undefined,
  words: SheetWords,
  language: string | undefined,
  measure: TextMeasure,
): LineShape {
  const ends = endsOf(programme?.period ?? '');
  const bare = { from: [FROM, Y], to: [TO, Y], months: [], marks: [], stretches: [], said: [], noted: [] } as const;
  if (!programme || !ends) return { ...bare, laid: false };
  const { from, to } = ends;
  const at = (day: string) => placeOf(day, from, to);
  const dated = programme.marks.filter(({ kind }) => kind !== 'manifestation').sort(byDay);
  const meetings = dated.filter(({ kind }) => kind === 'meeting');
  const ending = programme.marks.find(({ kind }) => kind === 'manifestation');
  const dates = new Intl.DateTimeFormat(language ?? 'nl', { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const date = (day: string) => dates.format(new Date(`${day}T00:00:00Z`));
  const stops = [...meetings.map(({ day }) => at(day)), TO];
  const preparations = [...meetings, ending].map((mark) => mark?.preparation ?? '');
  const said: Label[] = [];
  const noted: Label[] = [];
  const write = (
    list: Label[],
    text: string,
    x: number,
    down: number,
    size: number,
    align: Label['align'] = 'center',
  ) => list.push({ text, at: [x, Y + down], size, align });

  write(said, words.start, FROM, ABOVE.words, SIZES.words);
  write(noted, date(from), FROM, ABOVE.day + 6, SIZES.day);
  const last = isBlank(ending?.words ?? '') ? words.manifestation : (ending?.words ?? '');
  for (const [mark, x, before, after] of meetings.map((mark, nth) => {
    return [mark, at(mark.day), stops[nth - 1] ?? FROM, stops[nth + 1] ?? TO] as const;
  })) {
    const room = Math.min(WIDE.most, Math.max(WIDE.least, Math.min(x - before, after - x) - 12));
    const lines = shortened(mark.words, room, measure);
    lines.forEach((line, nth) => {
      write(said, line, x, ABOVE.words - (lines.length - 1 - nth) * ABOVE.line, SIZES.words);
    });
    write(noted, date(mark.day), x, ABOVE.words - lines.length * ABOVE.line, SIZES.day);
  }
  const lastLines = shortened(last, WIDE.most / 1.6, measure);
  lastLines.forEach((line, nth) => {
    write(said, line, TO, ABOVE.words - (lastLines.length - 1 - nth) * ABOVE.line, SIZES.words);
  });
  const ended = programme.roundedOff === '' ? date(to) : `${words.roundedOff}, ${date(programme.roundedOff)}`;
  write(noted, ended, TO, ABOVE.words - lastLines.length * ABOVE.line, SIZES.day);
  stops.forEach((stop, nth) => {
    const before = stops[nth - 1] ?? FROM;
    const [line] = shortened(preparations[nth] ?? '', Math.max(0, stop - before - 30), measure, SIZES.told);
    if (line) write(noted, line, (before + stop) / 2, BELOW.told, SIZES.told);
  });
  const months = monthsIn(from, to);
  const short = new Intl.DateTimeFormat(language ?? 'nl', { month: 'short', timeZone: 'UTC' });
  for (const day of months) {
    write(noted, short.format(new Date(`${day}T00:00:00Z`)), at(day) + 4, BELOW.month, SIZES.month, 'left');
  }
  const activities = dated.filter(({ activity }) => activity !== null);
  let free = -Infinity;
  for (const { activity, day } of activities) {
    if (activity === null) continue;
    const text = words.activities[activity];
    const width = measure.width(text, SIZES.activity, 500) + 26;
    const x = Math.min(Math.max(at(day), free), TO - width);
    free = x + width;
    write(noted, text, x + 12, BELOW.activity, SIZES.activity, 'left');
  }
  return {
    ...bare,
    laid: true,
    months: months.map(at),
    marks: [
      ...meetings.map(({ day }) => ({ kind: 'meeting' as const, at: [at(day), Y] as const })),
      ...activities.map(({ day }) => ({ kind: 'activity' as const, at: [at(day), Y + BELOW.activity - 5] as const })),
    ],
    stretches: stops.map((stop, nth) => {
      return { from: stops[nth - 1] ?? FROM, to: stop, told: !isBlank(preparations[nth] ?? '') };
    }),
    said,
    noted,
  };
}

function byDay(a: ProgrammeMark, b: ProgrammeMark): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1;
}

/** The firsts of the months that begin within a period. */
function monthsIn(from: string, to: string): string[] {
  const months: string[] = [];
  let month = monthsLater(`${from.slice(0, 8)}01`, 1);
  while (month <= to && months.length < 60) {
    months.push(month);
    month = monthsLater(month, 1);
  }
  return months.length > 24 ? months.filter((day) => dayAt(numberOf(day)).slice(5, 7) === '01') : months;
}

/** Words in at most two lines of this width; one for smaller letters. What is left out shows as an ellipsis. */
function shortened(text: string, width: number, measure: TextMeasure, size: number = SIZES.words): readonly string[] {
  if (isBlank(text) || width < 40) return [];
  const most = size === SIZES.words ? 2 : 1;
  const { lines } = wrapText(text, { size, weight: 500, lineHeight: size * 1.2 }, width, measure);
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]?.trimEnd()}…`];
}
