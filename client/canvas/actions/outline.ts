import { INITIATIVE, POSITION_LETTERS } from '../../../shared/model/schema.ts';
import { byId } from '../../../shared/model/snapshot.ts';
import { permissionsIn } from '../../facilitation/permissions.ts';
import type { ClothContext } from '../canvas-handle.ts';
import type { ActionId } from './action.ts';
import { byKeys } from './keys.ts';
import { mayRelate } from './selected.ts';
import { actionById } from './table.ts';

/** What only the outline does with a row; all else that can be done with one is an entry of the table of actions. */
export type Errand = 'show' | 'rename' | 'tie' | 'kind' | 'edge' | 'clarify' | 'contact' | 'add';

export type RowAct =
  | { readonly errand: Errand; readonly action?: never; readonly keys: readonly string[] }
  | { readonly action: ActionId; readonly errand?: never; readonly keys: readonly string[] };

const errand = (id: Errand, keys: readonly string[]): RowAct => ({ errand: id, keys });
const entry = (action: ActionId): RowAct => ({ action, keys: actionById(action).keys });

/**
 * All that can be done with a row of the outline, in the order of its menu: by key while the row has the focus, by the
 * menu, and in the list of keys.
 */
export const ROW_ACTS: readonly RowAct[] = [
  errand('show', []),
  errand('rename', ['F2']),
  errand('tie', actionById('tie').keys),
  entry('tie-to-initiative'),
  entry('expected'),
  ...POSITION_LETTERS.map((letter) => entry(`position-${letter}`)),
  errand('clarify', ['a']),
  entry('ask'),
  errand('contact', ['o']),
  errand('kind', ['k']),
  errand('edge', ['m']),
  errand('add', ['Insert']),
  entry('duplicate'),
  entry('delete'),
];

/** The act that a key press means on a row of the outline, or null. */
export const rowActForKey = byKeys(ROW_ACTS);

/** Whether an act makes sense for what a row stands for (an item, a tie or `initiative`) and may be done now. */
export function mayDo(act: RowAct, context: ClothContext, target: string | null): boolean {
  if (act.errand === 'add') return context.session.mayWrite;
  if (target === null) return false;
  if (act.action !== undefined) return target !== INITIATIVE && actionById(act.action).enabled(context);
  const { session } = context;
  if (act.errand === 'show') return true;
  if (act.errand === 'tie') return mayRelate(context) && !isTie(context, target);
  if (target === INITIATIVE) return act.errand === 'rename' && session.mayWrite;
  const item = byId(session.snapshot.getState().items).get(target);
  const permissions = permissionsIn(session);
  if (!item || !session.mayWrite || !permissions.mayChange(item)) return false;
  switch (act.errand) {
    case 'contact':
      return item.kind === 'connector';
    case 'edge':
      return item.kind === 'ingredient';
    case 'kind':
      return mayRelate(context);
    default:
      return true;
  }
}

function isTie({ session }: ClothContext, id: string): boolean {
  return byId(session.snapshot.getState().ties).has(id);
}
