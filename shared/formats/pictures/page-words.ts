import type { ClothSnapshot } from '../../model/snapshot.ts';
import type { PageTexts } from '../../scene/page.ts';
import type { Language } from '../../text/language.ts';
import { positionName } from '../network/graph.ts';
import { wordsOf } from '../report/words.ts';
import { fieldWords } from './field-words.ts';
import { pathTexts } from './path-words.ts';

/** What stands round a cloth on paper, beside its name and the day. */
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

/** The words on a page of a cloth, in a language. `now`: the day it says, ms since the epoch. */
export function pageWords({ initiative, meta }: ClothSnapshot, language: Language, now: number): PageTexts {
  return titledWords(initiative || meta.title || wordsOf(language).untitled, language, now);
}

/** The same of what is called so, and may be no cloth. */
export function titledWords(title: string, language: Language, now: number): PageTexts {
  const name = (letter: Parameters<typeof positionName>[0]) => positionName(letter, language);
  return {
    ...WORDS[language],
    ...fieldWords(language),
    path: pathTexts(language),
    title,
    date: new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(now),
    positions: { i: name('i'), p: name('p'), s: name('s'), l: name('l'), g: name('g') },
  };
}
