import type { EntryWay } from '../../model/commons.ts';
import type { YearTexts } from '../../scene/year-leaf.ts';
import type { Language } from '../../text/language.ts';

interface YearWords extends Pick<YearTexts, 'ways' | 'themes' | 'untitled' | 'manifestation'> {
  readonly yearLine: string;
  /** What a meeting is called that has no name. */
  readonly meeting: string;
  readonly roundedOff: (day: string) => string;
}

const WAYS: Readonly<Record<Language, Readonly<Record<EntryWay, string>>>> = {
  nl: {
    plans: 'Plannen bespreken',
    inform: 'Tussendoor vertellen',
    experience: 'Ervaringen uitwisselen',
    margin: 'Buiten de bijeenkomst regelen',
  },
  en: {
    plans: 'Discuss plans',
    inform: 'Tell in between',
    experience: 'Exchange experience',
    margin: 'Arrange outside the meeting',
  },
};

const WORDS: Readonly<Record<Language, YearWords>> = {
  nl: {
    yearLine: 'jaarlijn',
    meeting: 'Bijeenkomst',
    ways: WAYS.nl,
    themes: 'Thema’s',
    untitled: 'Nog zonder naam',
    manifestation: 'manifestatie',
    roundedOff: (day) => `afgerond op ${day}`,
  },
  en: {
    yearLine: 'year line',
    meeting: 'Meeting',
    ways: WAYS.en,
    themes: 'Themes',
    untitled: 'No name yet',
    manifestation: 'manifestation',
    roundedOff: (day) => `rounded off on ${day}`,
  },
};

/** What the year line says by itself, on a page, in a calendar and in the interface. */
export const yearWords = (language: Language): YearWords => WORDS[language];

/** The same for its page, with days written out. */
export function yearTexts(language: Language): YearTexts {
  const { yearLine, roundedOff, ...words } = WORDS[language];
  const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);
  const long = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const dayAndMonth = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  return {
    ...words,
    titleOf: (room, year) => `${room} – ${yearLine} ${year}–${year + 1}`,
    dayOf: (day) => dayAndMonth.format(dateOf(day)),
    fullDayOf: (day) => long.format(dateOf(day)),
    monthOf: (day) => short.format(dateOf(day)).replace('.', ''),
    roundedOffOn: (day) => roundedOff(long.format(dateOf(day))),
  };
}
