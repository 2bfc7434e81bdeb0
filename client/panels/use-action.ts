import { useCallback, useSyncExternalStore } from 'react';
import type { ActionId } from '../canvas/actions/action.ts';
import { actionById } from '../canvas/actions/table.ts';
import type { ViewStore } from '../canvas/view-store.ts';
import type { ClothSession } from '../document/cloth-session.ts';
import { onNextFrame } from '../document/frame.ts';
import { useFirstText } from '../i18n/use-text.ts';
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
  const text = useFirstText();
  const { session, view } = cloth;
  const action = actionById(id);
  const subscribe = useCallback((tell: () => void) => changesOf(session, view).subscribe(tell), [session, view]);
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

/** Buttons follow at once what happens after a pause, and in a burst (typing, a drag) no more often than this, ms. */
const LOOK_EVERY_MS = 150;

interface Changes {
  subscribe(tell: () => void): () => void;
}

const known = new WeakMap<ViewStore, Changes>();

/** All that actions depend on, for all buttons together: a keystroke changes several of these, and they look once for it. */
function changesOf(session: ClothSession, view: ViewStore): Changes {
  const before = known.get(view);
  if (before) return before;
  const tells = new Set<() => void>();
  const look = onNextFrame(() => {
    lookedAt = performance.now();
    for (const tell of tells) tell();
  });
  let lookedAt = -Infinity;
  let soon: ReturnType<typeof setTimeout> | undefined;
  const ask = () => {
    clearTimeout(soon);
    const wait = lookedAt + LOOK_EVERY_MS - performance.now();
    if (wait <= 0) look.ask();
    else soon = setTimeout(look.ask, wait);
  };
  let stops: (() => void)[] = [];
  const changes: Changes = {
    subscribe(tell) {
      tells.add(tell);
      if (tells.size === 1) {
        stops = [session.snapshot, session.history, session.saved, session.held, session.live, view].map((store) =>
          store.subscribe(ask),
        );
      }
      return () => {
        tells.delete(tell);
        if (tells.size > 0) return;
        clearTimeout(soon);
        look.stop();
        for (const stop of stops) stop();
      };
    },
  };
  known.set(view, changes);
  return changes;
}
