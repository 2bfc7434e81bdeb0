import { useEffect } from 'react';

/**
 * Keeps the page at its own size while a cloth is on it. A pinch, or Ctrl with the wheel, over a bar or a dialog would
 * enlarge the page with all its bars, and what lies over the cloth would hang off the screen; over the cloth itself it zooms
 * the cloth. The browser's own zoom (Ctrl and +) is left alone: it is for who reads large letters.
 */
export function usePageStays(): void {
  useEffect(() => {
    const { style } = document.documentElement;
    const stop = new AbortController();
    const listening = { signal: stop.signal, passive: false };
    const onWheel = (event: WheelEvent): void => {
      if (event.ctrlKey || event.metaKey) event.preventDefault();
    };
    document.addEventListener('wheel', onWheel, listening);
    // Safari's own events of a pinch; what touch-action says it heeds for some elements only.
    for (const type of ['gesturestart', 'gesturechange']) {
      document.addEventListener(type, (event) => event.preventDefault(), listening);
    }
    style.touchAction = 'pan-x pan-y';
    return () => {
      stop.abort();
      style.touchAction = '';
    };
  }, []);
}
