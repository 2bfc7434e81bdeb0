import { useCallback, useSyncExternalStore } from 'react';
import type { ActionId } from '../canvas/actions/action.ts';
import { actionById } from '../canvas/actions/table.ts';
import { useText } from '../i18n/use-text.ts';
import { contextOf, useCloth } from './cloth-context.tsx';
import { shownKeys } from './shown-keys.ts';

/** One action as a button needs it. */
export interface UsableAction {
  readonly label: string;
  /** The key that does the same, as it is shown; undefined where there is none. */
  readonly keys: string | undefined;
  readonly enabled: boolean;
  /** For buttons that stay down; undefined for others. */
  readonly pressed: boolean | undefined;
  run(): void;
}

/** An entry of the table of actions, kept up to date with the cloth, the selection and the right to write. */
export function useAction(id: ActionId): UsableAction {
  const cloth = useCloth();
  const text = useText();
  const { session, view } = cloth;
  const action = actionById(id);
  const subscribe = useCallback(
    (tell: () => void) => {
      const stops = [session.snapshot, session.history, session.saved, session.held, session.live, view].map((store) =>
        store.subscribe(tell),
      );
      return () => {
        for (const stop of stops) stop();
      };
    },
    [session, view],
  );
  // One number, so that React compares by value: 1 enabled, 2 pressed.
  const state = useSyncExternalStore(subscribe, () => {
    const context = contextOf(cloth);
    return context ? Number(action.enabled(context)) + 2 * Number(action.pressed?.(context) ?? false) : 0;
  });
  const [key] = action.keys;
  return {
    label: text.action[id],
    keys: key === undefined ? undefined : shownKeys(key, text.shortcuts.keys),
    enabled: (state & 1) === 1,
    pressed: action.pressed && (state & 2) === 2,
    run() {
      const context = contextOf(cloth);
      if (context && action.enabled(context)) action.run(context);
    },
  };
}
