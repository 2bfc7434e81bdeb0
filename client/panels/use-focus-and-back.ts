import { type RefObject, useEffect, useEffectEvent } from 'react';
import { useCloth } from './cloth-context.tsx';

/**
 * Takes the keyboard to what opens over the cloth, and back when that goes with the keyboard in it: to the button that
 * opened it, or to the cloth when that is gone, or is a field, which would bring up a phone's keyboard.
 */
export function useFocusAndBack(whole: RefObject<HTMLElement | null>): void {
  const { canvas } = useCloth();
  const giveBack = useEffectEvent((opener: Element | null) => {
    // Somebody who went on elsewhere is left there.
    if (document.activeElement !== document.body) return;
    if (opener instanceof HTMLButtonElement && isShown(opener)) opener.focus({ preventScroll: true });
    else canvas?.focus();
  });
  useEffect(() => {
    const opener = document.activeElement;
    whole.current?.focus({ preventScroll: true });
    return () => giveBack(opener);
  }, [whole]);
}

/** `checkVisibility` came to Safari with 17.4 only. */
const isShown = (element: Element) => element.getClientRects().length > 0;
