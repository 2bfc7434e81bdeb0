import { createContext } from 'react';
import type { ClothKind } from '../../shared/model/schema.ts';
import type { Texts } from './nl.ts';
import { over } from './over.ts';

/** Some of the texts, at any depth. */
type Some<T> = T extends string | ((...about: never[]) => unknown) ? T : { readonly [K in keyof T]?: Some<T[K]> };

/** The texts that read otherwise when the middle is a theme. */
export type TextsOfKind = Some<Texts>;

/** What stands in the middle of the cloth that is being looked at; away from any cloth, an initiative. */
export const KindInTheMiddle = createContext<ClothKind>('initiative');

/** Whether it is a theme sheet that is being looked at: a sheet with boxes, which is no tablecloth. */
export const OnThemeSheet = createContext(false);

const themed = new WeakMap<object, object>();
const onSheet = new WeakMap<object, object>();

/** These texts as they read on a theme sheet. The same object every time. */
export function textsOnSheet(texts: Texts): Texts {
  const known = onSheet.get(texts);
  if (known) return known as Texts;
  const made = over(texts, texts.themeSheet.instead);
  onSheet.set(texts, made);
  return made;
}

/** These texts as they read on a cloth of this kind, `theme` being what reads otherwise. The same object every time. */
export function textsOfKind<T extends object>(texts: T, theme: TextsOfKind, kind: ClothKind): T {
  if (kind === 'initiative') return texts;
  const known = themed.get(texts);
  if (known) return known as T;
  const made = over(texts, theme);
  themed.set(texts, made);
  return made;
}
