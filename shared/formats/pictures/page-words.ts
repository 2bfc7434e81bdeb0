import type { ClothSnapshot } from '../../model/snapshot.ts';
import type { PageTexts } from '../../scene/page.ts';
import type { Language } from '../../text/language.ts';
import { positionName } from '../network/graph.ts';
import { wordsOf } from '../report/words.ts';

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

/** The words on a page that is made where there is no interface. `now`: the day it says, ms since the epoch. */
export function pageWords(cloth: ClothSnapshot, language: Language, now: number): PageTexts {
  const name = (letter: Parameters<typeof positionName>[0]) => positionName(letter, language);
  return {
    ...WORDS[language],
    title: cloth.initiative || cloth.meta.title || wordsOf(language).untitled,
    date: new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(now),
    positions: { i: name('i'), p: name('p'), s: name('s'), l: name('l'), g: name('g') },
  };
}
