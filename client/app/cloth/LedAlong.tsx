import { type RefObject, useCallback } from 'react';
import { useStore } from 'zustand';
import { useCloth } from '../../panels/cloth-context.tsx';
import { part } from '../../panels/part.ts';
import { useLedByPosition } from '../../panels/positions/use-led-by-position.ts';

const MomentForAll = part(() => import('../../panels/moments/MomentForAll.tsx'));

/** Takes this page along to the view by position and to a moment that all look at, but nobody from the words they are writing. */
export function LedAlong({ capture }: { readonly capture: RefObject<HTMLTextAreaElement | null> }) {
  const { session, view } = useCloth();
  const isBusy = useCallback(
    () => view.getState().editing !== null || (capture.current?.value ?? '') !== '',
    [view, capture],
  );
  useLedByPosition(isBusy);
  const looksAtMoment = useStore(session.live, (live) => live?.moment != null);
  return looksAtMoment && <MomentForAll isBusy={isBusy} />;
}
