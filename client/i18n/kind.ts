import { createContext } from 'react';
import type { ClothKind } from '../../shared/model/schema.ts';
import { themeEn } from './en/theme.ts';
import type { Language } from './language.ts';
import { themeNl } from './nl/theme.ts';
import type { Texts } from './nl.ts';

/** Some of the texts, at any depth. */
type Some<T> = T extends string | ((...about: never[]) => unknown) ? T : { readonly [K in keyof T]?: Some<T[K]> };

/** The texts that read otherwise when the middle is a theme. */
export type TextsOfKind = Some<Texts>;

const THEME: Readonly<Record<Language, TextsOfKind>> = { nl: themeNl, en: themeEn };

/** What stands in the middle of the cloth that is being looked at; away from any cloth, an initiative. */
export const KindInTheMiddle = createContext<ClothKind>('initiative');

const themed = new Map<Language, Texts>();

/** All texts as they read on a cloth of this kind. The same object every time. */
export function textsOfKind(texts: Texts, language: Language, kind: ClothKind): Texts {
  if (kind === 'initiative') return texts;
  const known = themed.get(language);
  if (known) return known;
  const made = over(texts, THEME[language]);
  themed.set(language, made);
  return made;
}

/** `texts` with those of `others` in their places. */
function over<T extends object>(texts: T, others: object): T {
  const changed = Object.entries(others).map(([key, other]) => {
    const text: unknown = Reflect.get(texts, key);
    return [key, isSection(text) && isSection(other) ? over(text, other) : other];
  });
  return { ...texts, ...Object.fromEntries(changed) };
}

function isSection(text: unknown): text is object {
  return typeof text === 'object' && text !== null;
}
