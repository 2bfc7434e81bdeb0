import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { SavedState } from '../../document/cloth-session.ts';

/** How long everything must have been saved before that is said, ms. */
const SETTLED_MS = 500;

/**
 * Where changes are, told calmly: while somebody types it stays "saving" instead of changing with every keystroke. It never
 * says "saved" too early, only a moment later than it was.
 */
export function useUnhurried(saved: StoreApi<SavedState>): SavedState {
  const told = useRef(saved.getState());
  const subscribe = useCallback(
    (tell: () => void) => {
      let waiting: ReturnType<typeof setTimeout> | undefined;
      const take = (next: SavedState) => {
        clearTimeout(waiting);
        const settle = () => {
          told.current = next;
          tell();
        };
        if (next.kind === 'saved' && told.current.kind === 'saving') waiting = setTimeout(settle, SETTLED_MS);
        else if (next.kind !== 'saving' || told.current.kind !== 'saving') settle();
      };
      take(saved.getState());
      const stop = saved.subscribe(take);
      return () => {
        clearTimeout(waiting);
        stop();
      };
    },
    [saved],
  );
  return useSyncExternalStore(subscribe, () => told.current);
}
