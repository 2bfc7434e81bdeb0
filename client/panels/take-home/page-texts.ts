import { fieldWords } from '../../../shared/formats/pictures/field-words.ts';
import { POSITION_LETTERS } from '../../../shared/model/schema.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import type { PageTexts } from '../../../shared/scene/page.ts';
import { languageNow } from '../../i18n/language.ts';
import { firstTextsNow } from '../../i18n/use-text.ts';

/** The words on a page that is made of a cloth, in the language of who makes it. `day`: which it says, ms since the epoch. */
export function pageTexts(cloth: ClothSnapshot, day = Date.now()): PageTexts {
  const texts = firstTextsNow();
  const names = POSITION_LETTERS.map((letter) => [letter, texts.positions[letter].name]);
  return {
    ...fieldWords(languageNow()),
    title: cloth.initiative || cloth.meta.title || texts.top.untitled,
    date: new Intl.DateTimeFormat(languageNow(), { dateStyle: 'long' }).format(day),
    atTable: texts.takeHome.atTable,
    lines: texts.takeHome.lines,
    contacts: texts.takeHome.contacts,
    writer: texts.takeHome.writer,
    positions: Object.fromEntries(names) as PageTexts['positions'],
  };
}
