import { POSITION_LETTERS } from '../../../shared/model/schema.ts';
import type { ClothContext } from '../canvas-handle.ts';
import { ACTION_IDS, type Action, type ActionId } from './action.ts';
import { ASK_ACTIONS } from './ask.ts';
import { CHANGE_ACTIONS } from './change.ts';
import { LEAD_ACTIONS } from './lead.ts';
import { LOOK_ACTIONS } from './look.ts';
import { TOOL_ACTIONS } from './tools.ts';

/** What makes no sense on a theme sheet, where nothing is tied and nobody has a position. */
const ONLY_ON_CLOTH: ReadonlySet<ActionId> = new Set([
  'new-connector',
  'tie',
  'tie-to-initiative',
  'expected',
  'to-connector',
  ...POSITION_LETTERS.map((letter): ActionId => `position-${letter}`),
  'step-on',
  'step-back',
]);

const known = new Map(
  [...TOOL_ACTIONS, ...ASK_ACTIONS, ...CHANGE_ACTIONS, ...LOOK_ACTIONS, ...LEAD_ACTIONS].map((action) => [
    action.id,
    ONLY_ON_CLOTH.has(action.id) ? onlyOnCloth(action) : action,
  ]),
);

function onlyOnCloth(action: Action): Action {
  const isCloth = ({ session }: ClothContext) => session.snapshot.getState().meta.sheet !== 'theme';
  return { ...action, enabled: (context) => isCloth(context) && action.enabled(context) };
}

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
