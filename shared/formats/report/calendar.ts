import type { Language } from '../../text/language.ts';
import { soundText } from '../../text/sound-text.ts';
import type { Contact } from './contact-list.ts';
import { wordsOf } from './words.ts';

interface CalendarOptions {
  readonly language: Language;
  /** What the talks are about. */
  readonly title: string;
  /** When it was made, ms since the epoch. */
  readonly now: number;
}

/** The contacts that name a day as whole days of a calendar (iCalendar, RFC 5545). */
export async function writeCalendar(
  contacts: readonly Contact[],
  { language, title, now }: CalendarOptions,
): Promise<string> {
  const { default: ical } = await import('ical-generator');
  const { contacts: words } = wordsOf(language);
  const calendar = ical({ name: title, prodId: '//Tafelkleed//Tafelkleed//EN' });
  for (const { id, day, whom, who, together, when, story, ingredients } of contacts) {
    if (!day) continue;
    const { columns } = words;
    const told: readonly (readonly [title: string, said: string])[] = [
      [columns.who, who],
      [columns.together, together.join(', ')],
      [columns.when, when],
      [columns.story, story],
      [columns.ingredients, ingredients.join(', ')],
    ];
    calendar.createEvent({
      id: `${id}@tafelkleed`,
      stamp: new Date(now),
      start: new Date(day.year, day.month - 1, day.date),
      allDay: true,
      summary: clean(words.talk(whom, title)),
      description: told.flatMap(([name, said]) => (said === '' ? [] : [`${name}: ${clean(said)}`])).join('\n'),
    });
  }
  return calendar.toString();
}

/** RFC 5545 has line ends of one kind in its words, which it writes as `\n`. */
function clean(text: string): string {
  return soundText(text).replace(/\r\n?/g, '\n');
}
