import type { YearLine } from '../../method/year-line.ts';
import { ENTRY_WAYS } from '../../model/commons.ts';
import { type LaidPage, leafPage } from '../../scene/page-choice.ts';
import { yearLeaf } from '../../scene/year-leaf.ts';
import { fontMeasure } from '../../text/text-measure.ts';
import type { Told, ToldLine } from '../report/told.ts';
import { titledWords } from './page-words.ts';
import type { PictureChoice } from './pictures.ts';
import { yearTexts } from './year-words.ts';

export type YearChoice = Pick<PictureChoice, 'language' | 'now' | 'page'>;

/** What the page of a year is called. */
export function yearTitle({ room, year }: YearLine, { language }: Pick<YearChoice, 'language'>): string {
  return yearTexts(language).titleOf(room, year);
}

/** A room's year laid on a page; `aspects` for papers of other shapes than was chosen. */
export function yearLaid(line: YearLine, choice: YearChoice, aspects?: readonly number[]): LaidPage {
  const { language, now, page } = choice;
  const leaf = yearLeaf(line, yearTexts(language), fontMeasure);
  const texts = titledWords(yearTitle(line, choice), language, now);
  return leafPage(leaf, { choice: page, texts, ...(aspects && { aspects }) }, fontMeasure);
}

/** A room's year in words: its meetings with what comes up at them, and its themes. */
export function toldYear(line: YearLine, choice: YearChoice): Told {
  const texts = yearTexts(choice.language);
  const title = yearTitle(line, choice);
  const meetings = line.meetings.flatMap(({ date, name, entries }): ToldLine[] => [
    { as: 'H2', text: [texts.fullDayOf(date), name].filter(Boolean).join(' – ') },
    ...ENTRY_WAYS.flatMap((way): ToldLine[] => {
      const here = entries.filter((entry) => entry.way === way);
      if (here.length === 0) return [];
      return [
        { as: 'H3', text: texts.ways[way] },
        ...here.map(({ words }): ToldLine => ({ as: 'P', text: `• ${words}` })),
      ];
    }),
  ]);
  const themes = line.themes.map(({ title: name, from, to, roundedOff, manifestation }): ToldLine => {
    const ends = roundedOff ? texts.roundedOffOn(roundedOff) : manifestation || texts.manifestation;
    return { as: 'P', text: `• ${name || texts.untitled}: ${texts.fullDayOf(from)} – ${texts.fullDayOf(to)}, ${ends}` };
  });
  const inOneGo = [
    title,
    ...line.meetings.map(({ date, name }) => [texts.fullDayOf(date), name].filter(Boolean).join(', ')),
  ];
  return {
    language: choice.language,
    title,
    inOneGo: inOneGo.join('. '),
    lines: [
      { as: 'H1', text: title },
      ...meetings,
      ...(themes.length > 0 ? [{ as: 'H2', text: texts.themes } as const, ...themes] : []),
    ],
  };
}
