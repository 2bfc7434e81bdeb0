import { setAsked } from '../../../shared/commands/items.ts';
import { isOwn } from '../../../shared/method/steps.ts';
import type { Item } from '../../../shared/model/snapshot.ts';
import type { ClothContext } from '../canvas-handle.ts';
import { type Action, action } from './action.ts';
import { mayRelate, selectedItems } from './selected.ts';

/** Asking another what is meant, and taking the question back. */
export const ASK_ACTIONS: readonly Action[] = [
  action('ask', {
    keys: ['?'],
    enabled: (context) => askable(context) !== null,
    run: (context) => {
      const item = askable(context);
      if (item) context.session.perform((cloth) => setAsked(cloth, item.id, !item.asked));
    },
    pressed: (context) => askable(context)?.asked ?? false,
  }),
];

/** The one selected thing, when another wrote it and it can be read; while all keep to their own edge nobody asks. */
function askable(context: ClothContext): Item | null {
  const [item, ...more] = selectedItems(context);
  if (!item || more.length > 0 || item.masked || !mayRelate(context)) return null;
  const { role, me } = context.session;
  return isOwn({ role, ...me.getState() }, item) ? null : item;
}
