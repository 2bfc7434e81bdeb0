import { useStore } from 'zustand';
import { type Language, languageStore } from './language.ts';
import type { Texts } from './nl.ts';

/** All texts in the reader's language; renders again when they switch. */
export function useText(): Texts {
  return useStore(languageStore, (state) => state.texts);
}

export function useLanguage(): Language {
  return useStore(languageStore, (state) => state.language);
}
