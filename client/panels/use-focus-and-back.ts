import { type RefObject, useEffect, useEffectEvent } from 'react';
import { useCloth } from './cloth-context.tsx';

/**
 * Takes the keyboard to what opens over the cloth (to what in it comes `first`, a selector), and back when that goes with the keyboard in it: to the button that
 * opened it, or to the cloth when that is gone, or is a field, which would bring up a phone's keyboard.
 */
export function useFocusAndBack(whole: RefObject<HTMLElement | null>, first?: string): void {
  const { canvas } = useCloth();
  const giveBack = useEffectEvent((opener: Element | null) => {
    // Somebody who went on elsewhere is left there.
    if (document.activeElement !== document.body) return;
    if (opener instanceof HTMLButtonElement && isShown(opener)) opener.focus({ preventScroll: true });
    else canvas?.focus();
  });
  useEffect(() => {
    const opener = document.activeElement;
    const inside = first === undefined ? null : whole.current?.querySelector<HTMLElement>(first);
    (inside ?? whole.current)?.focus({ preventScroll: true });
    return () => giveBack(opener);
  }, [whole, first]);
}

/** `checkVisibility` came to Safari with 17.4 only. */
const isShown = (element: Element) => element.getClientRects().length > 0;
