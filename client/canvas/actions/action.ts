import type { ClothContext } from '../canvas-handle.ts';

/**
 * One thing a person can do with the cloth, by button or by key. The same entry serves the toolbar, the palette, the
 * keyboard and the list of shortcuts, so they can never differ.
 */
export interface Action {
  readonly id: ActionId;
  /** Where its name stands in the dictionaries. */
  readonly labelKey: `action.${ActionId}`;
  /** Keys that do it when nobody is typing, the first being the one to show. See `keys.ts` for how they are written. */
  readonly keys: readonly string[];
  enabled(context: ClothContext): boolean;
  run(context: ClothContext): void;
  /** For buttons that stay down: whether it is on now. */
  pressed?(context: ClothContext): boolean;
}

export const ACTION_IDS = [
  'select',
  'new-ingredient',
  'new-connector',
  'tie',
  'tie-to-initiative',
  'expected',
  'multi-select',
  'undo',
  'redo',
  'edit',
  'ask',
  'pick-up',
  'duplicate',
  'delete',
  'to-connector',
  'to-ingredient',
  'position-i',
  'position-p',
  'position-s',
  'position-l',
  'position-g',
  'select-all',
  'escape',
  'nudge-left',
  'nudge-right',
  'nudge-up',
  'nudge-down',
  'nudge-far-left',
  'nudge-far-right',
  'nudge-far-up',
  'nudge-far-down',
  'fit',
  'fit-selection',
  'zoom-in',
  'zoom-out',
  'zoom-actual',
  'only-cloth',
  'step-on',
  'step-back',
] as const;
export type ActionId = (typeof ACTION_IDS)[number];

export type ActionParts = Omit<Action, 'id' | 'labelKey'>;

/** An action with its label's place, which follows from its id. */
export function action(id: ActionId, parts: ActionParts): Action {
  return { id, labelKey: `action.${id}`, ...parts };
}
