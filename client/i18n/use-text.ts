import { useContext } from 'react';
import { useStore } from 'zustand';
import { KindInTheMiddle, textsOfKind } from './kind.ts';
import { type Language, languageStore } from './language.ts';
import type { Texts } from './nl.ts';

/** All texts in the reader's language, for what stands in the middle of the cloth; renders again when either changes. */
export function useText(): Texts {
  const { texts, language } = useStore(languageStore);
  return textsOfKind(texts, language, useContext(KindInTheMiddle));
}

export function useLanguage(): Language {
  return useStore(languageStore, (state) => state.language);
}
