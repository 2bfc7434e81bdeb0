import { type RefObject, useEffect } from 'react';

/** Less than this is the browser's own bar coming and going, CSS px. */
const LEAST_KEYBOARD = 120;

/**
 * Keeps bars above an on-screen keyboard that covers the page instead of making it smaller (Safari on iPhone and iPad):
 * `--keyboard` on the element is the height it covers, CSS px, and `data-keyboard` is there as long as it does. Where
 * the keyboard makes the page smaller nothing is covered.
 */
export function useKeyboardRoom(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    if (!viewport) return;
    const measure = () => {
      // Pinched into the page itself the viewport is smaller too; that is no keyboard.
      const covered = viewport.scale > 1.01 ? 0 : window.innerHeight - viewport.height - viewport.offsetTop;
      element.current?.style.setProperty('--keyboard', `${Math.max(0, Math.round(covered))}px`);
      element.current?.toggleAttribute('data-keyboard', covered >= LEAST_KEYBOARD);
    };
    viewport.addEventListener('resize', measure);
    viewport.addEventListener('scroll', measure);
    return () => {
      viewport.removeEventListener('resize', measure);
      viewport.removeEventListener('scroll', measure);
    };
  }, [element]);
}
