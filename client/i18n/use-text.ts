import { useContext } from 'react';
import { useStore } from 'zustand';
import type { Language } from '../../shared/text/language.ts';
import { KindInTheMiddle, OnThemeSheet, textsOfKind, textsOnSheet } from './kind.ts';
import { allTexts, firstTexts, languageNow, languageStore } from './language.ts';
import type { FirstTexts } from './nl/first.ts';
import type { Texts } from './nl.ts';

/**
 * All texts in the reader's language, for what stands in the middle of the cloth; renders again when either changes. For
 * whatever is fetched later than a cloth's first screen: parts and other pages, which have them brought.
 */
export function useText(): Texts {
  const language = useLanguage();
  const kind = useContext(KindInTheMiddle);
  const isSheet = useContext(OnThemeSheet);
  const texts = allTexts.in(language);
  return isSheet ? textsOnSheet(texts) : textsOfKind(texts, firstTexts.in(language).theme, kind);
}

/** Those of a cloth's first screen: what is in its first load has no others. */
export function useFirstText(): FirstTexts {
  const { first, theme } = firstTexts.in(useLanguage());
  return textsOfKind(first, theme, useContext(KindInTheMiddle));
}

/** The same outside React, as they read now where an initiative lies in the middle. */
export function firstTextsNow(): FirstTexts {
  return firstTexts.in(languageNow()).first;
}

export function useLanguage(): Language {
  return useStore(languageStore, languageNow);
}
