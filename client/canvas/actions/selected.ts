import { byId, type Item, type Tie } from '../../../shared/cloth/snapshot.ts';
import type { ClothContext } from '../canvas-handle.ts';

/** Selected items, in the order of the cloth's own list. */
export function selectedItems({ session, view }: ClothContext): Item[] {
  return pick(byId(session.snapshot.getState().items), view.getState().selection);
}

export function selectedTies({ session, view }: ClothContext): Tie[] {
  return pick(byId(session.snapshot.getState().ties), view.getState().selection);
}

/** Whether the page may write and something is selected that is an item. */
export function canChangeItems(context: ClothContext): boolean {
  return context.session.mayWrite && selectedItems(context).length > 0;
}

function pick<T>(records: ReadonlyMap<string, T>, ids: ReadonlySet<string>): T[] {
  return [...ids].flatMap((id) => {
    const record = records.get(id);
    return record === undefined ? [] : [record];
  });
}
