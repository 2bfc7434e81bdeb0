import type { FieldsTexts } from '../../scene/fields-shape.ts';
import type { Language } from '../../text/language.ts';

type FieldWords = Pick<FieldsTexts, 'waiting' | 'unnamed'>;

const WORDS: Readonly<Record<Language, FieldWords>> = {
  nl: { waiting: 'Nog zonder positie', unnamed: 'Nog zonder naam' },
  en: { waiting: 'Without a position yet', unnamed: 'No name yet' },
};

/** What stands on a page by position, beside the positions' own names; the interface's own texts say the same. */
export const fieldWords = (language: Language): FieldWords => WORDS[language];
