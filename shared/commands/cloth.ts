import { type Change, write } from '../document/change.ts';
import type { ClothDoc } from '../document/cloth-doc.ts';
import { type ClothKind, LIMITS, minutesKey, type StepNumber } from '../model/schema.ts';
import { cleanName } from '../text/clean-text.ts';

/** The cloth's own name, for lists and file names; the initiative's name stands in the middle and is words of its own. */
export function setTitle(cloth: ClothDoc, title: string): Change[] {
  return write(cloth, (writer) => writer.set(['meta'], 'title', cleanName(title, LIMITS.name)));
}

/** Initiative becomes theme, or back: kindred initiatives may turn out to be one theme. */
export function setClothKind(cloth: ClothDoc, kind: ClothKind): Change[] {
  return write(cloth, (writer) => writer.set(['meta'], 'kind', kind));
}

/** How long a step (1–5) is meant to take, whole minutes; null for no intention. */
export function setStepMinutes(cloth: ClothDoc, step: StepNumber, minutes: number | null): Change[] {
  const length = minutes === null ? undefined : Math.min(600, Math.max(1, Math.round(minutes)));
  return write(cloth, (writer) => writer.set(['meta'], minutesKey(step), length));
}

/** In which language the cloth opens for who has not chosen one, as a BCP 47 tag. */
export function setClothLanguage(cloth: ClothDoc, language: string): Change[] {
  return write(cloth, (writer) => writer.set(['meta'], 'language', language));
}
