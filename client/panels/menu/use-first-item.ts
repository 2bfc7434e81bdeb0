import { type RefObject, useEffect, useRef } from 'react';

/**
 * Brings the keyboard to the first item of a menu that was opened by it, so that Enter does something at once. Who opened it
 * by hand sees nothing stand out.
 */
export function useFirstItem(anchor: RefObject<HTMLElement | null>): RefObject<HTMLDivElement | null> {
  const popup = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!anchor.current?.matches(':focus-visible')) return;
    // The menu itself takes the focus when it has its place.
    const frame = requestAnimationFrame(() => popup.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus());
    return () => cancelAnimationFrame(frame);
  }, [anchor]);
  return popup;
}
