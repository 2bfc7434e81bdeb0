import { type RefObject, useEffect, useEffectEvent } from 'react';
import type { ViewState } from '../../canvas/view-store.ts';
import { useCloth } from '../cloth-context.tsx';

const isBusy = ({ editing, question }: ViewState) => editing !== null || question !== null;

/**
 * Brings the keyboard back to the tree from what was opened there and is answered on the cloth: "through whom?", and the
 * words of the initiative or a new connector. `onBack` is called with what was written on, if anything.
 */
export function useBackToTree(tree: RefObject<HTMLElement | null>, onBack: (id: string | null) => void): void {
  const { view } = useCloth();
  const back = useEffectEvent(onBack);
  useEffect(() => {
    let owed = false;
    let written: string | null = null;
    let frame = 0;
    const stop = view.subscribe((now, before) => {
      if (!isBusy(before) && isBusy(now)) owed ||= tree.current?.contains(document.activeElement) ?? false;
      if (now.editing !== null) written = now.editing;
      if (!isBusy(before) || isBusy(now) || !owed) return;
      // An answer may open the next thing: only when all is closed, and nothing else took the keyboard.
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (isBusy(view.getState())) return;
        const at = document.activeElement;
        if (at === document.body || at?.closest('.cloth-canvas')) back(written);
        owed = false;
        written = null;
      });
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [view, tree]);
}
