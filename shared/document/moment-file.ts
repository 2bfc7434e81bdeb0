import { recordAt } from './change.ts';
import type { ClothDoc } from './cloth-doc.ts';

/** The cloth as it was at a moment, as the text of a cloth file; null when there is no such moment. Read by who looks back. */
export function momentFile(cloth: ClothDoc, id: string): string | null {
  const file = recordAt(cloth, ['moments', id])?.get('file');
  return typeof file === 'string' ? file : null;
}
