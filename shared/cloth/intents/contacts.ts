import { type Change, write } from '../change.ts';
import type { Approach, ClothDoc, Contacted } from '../schema.ts';

/** How a connector will be approached; null for not decided. */
export function setApproach(cloth: ClothDoc, id: string, approach: Approach | null): Change[] {
  return write(cloth, (writer) => writer.set(['items', id], 'approach', approach ?? undefined));
}

/** Whether the conversation with a connector is planned or done; null for neither. */
export function setContacted(cloth: ClothDoc, id: string, contacted: Contacted | null): Change[] {
  return write(cloth, (writer) => writer.set(['items', id], 'contacted', contacted ?? undefined));
}
