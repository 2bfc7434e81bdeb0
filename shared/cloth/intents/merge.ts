import { nanoid } from 'nanoid';
import { type Change, recordAt, textAt, together, write } from '../change.ts';
import { isBlank } from '../clean-text.ts';
import { readAll, readTie } from '../read.ts';
import { type ClothDoc, POSITION_LETTERS, positionKey } from '../schema.ts';
import { addTies, type NewTie } from './ties.ts';

/** Words of an item that may differ between two that are one. */
const WORDS = ['clarification', 'story'] as const;

/**
 * Makes one of two items that mean the same: `keep` takes over the other's ties, positions and explanations, and the
 * double is taken off the cloth. One action, so one undo parts them again.
 */
export function mergeItems(cloth: ClothDoc, keep: string, double: string, createdAt: number): Change[] {
  const kept = recordAt(cloth, ['items', keep]);
  const other = recordAt(cloth, ['items', double]);
  if (!kept || !other || keep === double) return [];
  return together(cloth, () => [
    ...addTies(cloth, tiesTakenOver(cloth, keep, double, createdAt)),
    ...write(cloth, (writer) => {
      for (const letter of POSITION_LETTERS) {
        if (other.get(positionKey(letter)) === true) writer.set(['items', keep], positionKey(letter), true);
      }
      for (const key of WORDS) {
        const own = textAt(cloth, ['items', keep, key])?.toString() ?? '';
        const added = textAt(cloth, ['items', double, key])?.toString() ?? '';
        if (!isBlank(added) && added !== own) {
          writer.setText(['items', keep, key], isBlank(own) ? added : `${own}\n${added}`);
        }
      }
      writer.set(['items', double], 'removed', true);
    }),
  ]);
}

function tiesTakenOver(cloth: ClothDoc, keep: string, double: string, createdAt: number): NewTie[] {
  const ties: NewTie[] = [];
  for (const tie of readAll(cloth.ties, readTie)) {
    const other = tie.from === double ? tie.to : tie.to === double ? tie.from : null;
    if (other !== null && other !== keep) ties.push({ id: nanoid(), from: keep, to: other, createdAt });
  }
  return ties;
}
