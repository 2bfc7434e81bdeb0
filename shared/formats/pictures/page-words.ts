import type { ClothSnapshot } from '../../model/snapshot.ts';
import type { CompareKind } from '../../scene/compare-marks.ts';
import type { PageTexts } from '../../scene/page.ts';
import type { Language } from '../../text/language.ts';
import { positionName } from '../network/graph.ts';
import { wordsOf } from '../report/words.ts';
import { fieldWords } from './field-words.ts';

/** What stands round a cloth on paper, beside its name and the day; the interface's own texts say the same. */
const WORDS: Readonly<Record<Language, Pick<PageTexts, 'atTable' | 'lines' | 'contacts' | 'writer'>>> = {
  nl: {
    atTable: 'Aan tafel:',
    lines: { expected: 'wordt nog verwacht', direct: 'nog zonder schakel' },
    contacts: { story: 'verhaal klaar', agreed: 'gesprek afgesproken', talked: 'gesproken' },
    writer: 'kleur van wie het schreef',
  },
  en: {
    atTable: 'Round the table:',
    lines: { expected: 'is expected as yet', direct: 'no connector as yet' },
    contacts: { story: 'story is ready', agreed: 'talk agreed on', talked: 'talked' },
    writer: 'colour of who wrote it',
  },
};

interface MarkWords {
  readonly words: Readonly<Record<CompareKind, string>>;
  /** The title of a page that shows what became of a cloth since a moment of that name; it may have none. */
  readonly title: (title: string, moment: string) => string;
}

const MARKS: Readonly<Record<Language, MarkWords>> = {
  nl: {
    words: {
      added: 'nieuw',
      gone: 'weg',
      reworded: 'anders verwoord',
      tied: 'nieuwe verbinding',
      untied: 'verbinding weg',
      provedReal: 'nu echt zo',
      onlyExpected: 'nu verwacht',
      gained: 'letter erbij',
      lost: 'letter weg',
    },
    title: (title, moment) => `${title} – sinds ${moment ? `“${moment}”` : 'een eerder moment'}`,
  },
  en: {
    words: {
      added: 'new',
      gone: 'gone',
      reworded: 'worded otherwise',
      tied: 'new tie',
      untied: 'tie gone',
      provedReal: 'really so now',
      onlyExpected: 'expected now',
      gained: 'letter added',
      lost: 'letter gone',
    },
    title: (title, moment) => `${title} – since ${moment ? `“${moment}”` : 'an earlier moment'}`,
  },
};

/** What stands on the sheets of a large page that is glued together, and on the plan of it. */
export interface TileWords {
  readonly plan: string;
  readonly sheet: (name: string) => string;
  readonly told: (sheets: number, columns: number, rows: number, paper: string) => string;
  readonly steps: readonly string[];
}

const TILE_WORDS: Readonly<Record<Language, TileWords>> = {
  nl: {
    plan: 'Plan',
    sheet: (name) => `Vel ${name}`,
    told: (sheets, columns, rows, paper) =>
      `${sheets} vellen ${paper}: ${columns} naast elkaar, ${rows} onder elkaar. Druk ze af op ware grootte (100%).`,
    steps: [
      'Knip van elk vel de witte rand links en boven af, langs de streepjes.',
      'Begin bij A1. Leg het volgende vel over de rand van het vorige, tot aan de streepjes daar.',
      'Kijk of de lijnen doorlopen en plak het vast. Eerst een rij, dan de rijen onder elkaar.',
    ],
  },
  en: {
    plan: 'Plan',
    sheet: (name) => `Sheet ${name}`,
    told: (sheets, columns, rows, paper) =>
      `${sheets} sheets of ${paper}: ${columns} across, ${rows} down. Print them at actual size (100%).`,
    steps: [
      'Cut off the white edge at the left and top of each sheet, along the marks.',
      'Begin with A1. Lay the next sheet over the edge of the one before, up to the marks there.',
      'See that the lines run on, and glue it down. First a row, then the rows below each other.',
    ],
  },
};

export const tileWords = (language: Language): TileWords => TILE_WORDS[language];

/** What a page says that shows what became of a cloth since a moment. */
export const markWords = (language: Language): MarkWords => MARKS[language];

/** The words on a page that is made where there is no interface. `now`: the day it says, ms since the epoch. */
export function pageWords(cloth: ClothSnapshot, language: Language, now: number): PageTexts {
  const name = (letter: Parameters<typeof positionName>[0]) => positionName(letter, language);
  return {
    ...WORDS[language],
    ...fieldWords(language),
    title: cloth.initiative || cloth.meta.title || wordsOf(language).untitled,
    date: new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(now),
    positions: { i: name('i'), p: name('p'), s: name('s'), l: name('l'), g: name('g') },
  };
}
