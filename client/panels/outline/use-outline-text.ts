import type { Language } from '../../../shared/text/language.ts';
import { useLanguage } from '../../i18n/use-text.ts';
import { outlineEn } from './en.ts';
import { type OutlineTexts, outlineNl } from './nl.ts';

const OWN_TEXTS: Readonly<Record<Language, OutlineTexts>> = { nl: outlineNl, en: outlineEn };

/** The outline's own texts, which come with it. */
export function useOutlineText(): OutlineTexts {
  return OWN_TEXTS[useLanguage()];
}
