import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useCloth } from '../cloth-context.tsx';
import { leadingKey } from '../follow/leading.ts';
import { useLeading } from '../follow/use-leading.ts';
import { usePage } from '../page.ts';

/**
 * Goes along with who leads: to the view by position when all look that way, and back to the cloth when they no longer
 * do, or are brought to a place on it. Whoever `isBusy` writing is not taken from their words, and whoever left stays away.
 */
export function useLedByPosition(isBusy: () => boolean): void {
  const page = usePage();
  const { session } = useCloth();
  const { leading, away } = useLeading();
  // Out of reach of the server nothing is known to have changed.
  const together = useStore(session.live, (live) => live?.byPosition ?? null);
  const before = useRef(false);
  useEffect(() => {
    if (together === null || together === before.current) return;
    before.current = together;
    if (!together) page.closeFields();
    else if (!isBusy()) page.openFields();
  }, [together, isBusy, page.closeFields, page.openFields]);
  const led = away || together ? null : leadingKey(leading);
  useEffect(() => {
    if (led !== null) page.closeFields();
  }, [led, page.closeFields]);
}
