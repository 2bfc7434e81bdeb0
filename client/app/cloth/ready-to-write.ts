import { type RefObject, useEffect, useRef } from 'react';

/**
 * Puts the caret in the capture bar, once, when a cloth opens on a device with a mouse: one types at once, and what one
 * types is words, never a key for something else. Not under a finger, where a keyboard would come up over the cloth;
 * and not when something else is being written in already.
 */
export function useReadyToWrite(field: RefObject<HTMLElement | null>, mayWrite: boolean): void {
  const done = useRef(false);
  useEffect(() => {
    if (done.current || !mayWrite) return;
    done.current = true;
    const elsewhere = document.activeElement !== null && document.activeElement !== document.body;
    if (!elsewhere && matchMedia('(pointer: fine)').matches) field.current?.focus({ preventScroll: true });
  }, [field, mayWrite]);
}
