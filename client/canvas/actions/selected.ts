import { type ById, byId, type Item, type Tie } from '../../../shared/model/snapshot.ts';
import { permissionsIn } from '../../facilitation/permissions.ts';
import type { ClothContext } from '../canvas-handle.ts';

/** Selected items, in the order in which they were selected. */
export function selectedItems({ session, view }: ClothContext): Item[] {
  return pick(byId(session.snapshot.getState().items), view.getState().selection);
}

export function selectedTies({ session, view }: ClothContext): Tie[] {
  return pick(byId(session.snapshot.getState().ties), view.getState().selection);
}

/** Of the selected items those that this person may change now. */
export function changeableItems(context: ClothContext): Item[] {
  return selectedItems(context).filter(permissionsIn(context.session).mayChange);
}

/** Of the selected items those that this person may move now. */
export function movableItems(context: ClothContext): Item[] {
  return selectedItems(context).filter(permissionsIn(context.session).mayMove);
}

/** Whether the page may write and something is selected that is an item and may be changed. */
export function canChangeItems(context: ClothContext): boolean {
  return context.session.mayWrite && changeableItems(context).length > 0;
}

/** Whether the page may write, and connectors and ties are free to be made and taken away. */
export function mayRelate({ session }: ClothContext): boolean {
  return session.mayWrite && permissionsIn(session).mayRelate();
}

function pick<T>(records: ById<T>, ids: ReadonlySet<string>): T[] {
  return [...ids].flatMap((id) => {
    const record = records.get(id);
    return record === undefined ? [] : [record];
  });
}
