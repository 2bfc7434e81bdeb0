import type { ClothContext } from '../canvas-handle.ts';
import { ACTION_IDS, type Action, type ActionId } from './action.ts';
import { ASK_ACTIONS } from './ask.ts';
import { CHANGE_ACTIONS } from './change.ts';
import { LEAD_ACTIONS } from './lead.ts';
import { LOOK_ACTIONS } from './look.ts';
import { TOOL_ACTIONS } from './tools.ts';

const known = new Map(
  [...TOOL_ACTIONS, ...ASK_ACTIONS, ...CHANGE_ACTIONS, ...LOOK_ACTIONS, ...LEAD_ACTIONS].map((action) => [
    action.id,
    action,
  ]),
);

/** Every action, in the order of the list of shortcuts. */
export const ACTIONS: readonly Action[] = ACTION_IDS.map(actionById);

export function actionById(id: ActionId): Action {
  const action = known.get(id);
  if (!action) throw new Error(`no action ${id}`);
  return action;
}

/** Does it if it can be done now; says whether. */
export function runAction(id: ActionId, context: ClothContext): boolean {
  const action = actionById(id);
  if (!action.enabled(context)) return false;
  action.run(context);
  return true;
}
