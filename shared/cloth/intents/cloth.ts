import { type Change, write } from '../change.ts';
import { cleanName } from '../clean-text.ts';
import { type ClothDoc, type ClothKind, LIMITS } from '../schema.ts';

/** The cloth's own name, for lists and file names; the initiative's name stands in the middle and is words of its own. */
export function setTitle(cloth: ClothDoc, title: string): Change[] {
  return write(cloth, (writer) => writer.set(['meta'], 'title', cleanName(title, LIMITS.name)));
}

/** Initiative becomes theme, or back: kindred initiatives may turn out to be one theme. */
export function setClothKind(cloth: ClothDoc, kind: ClothKind): Change[] {
  return write(cloth, (writer) => writer.set(['meta'], 'kind', kind));
}
