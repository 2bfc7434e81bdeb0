import { type RefObject, useCallback } from 'react';
import { useCloth } from '../../panels/cloth-context.tsx';
import { useLedByPosition } from '../../panels/positions/use-led-by-position.ts';

/** Takes this page along to the view by position, but nobody from the words they are writing. Shows nothing itself. */
export function LedByPosition({ capture }: { readonly capture: RefObject<HTMLTextAreaElement | null> }) {
  const { view } = useCloth();
  const isBusy = useCallback(
    () => view.getState().editing !== null || (capture.current?.value ?? '') !== '',
    [view, capture],
  );
  useLedByPosition(isBusy);
  return null;
}
