import { useEffect, useState } from 'react';

/** So long a mouse rests on a button before its words appear, ms. */
const REST_MS = 450;

/** The element whose tip is to be shown now: under a resting mouse or the keyboard's focus, never under a finger. */
export function useTipped(): HTMLElement | null {
  const [tipped, setTipped] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => {
      clearTimeout(timer);
      setTipped(null);
    };
    const enter = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse') return;
      const bearer = bearerOf(event.target);
      hide();
      if (bearer) timer = setTimeout(() => setTipped(bearer), REST_MS);
    };
    const focus = (event: FocusEvent) => {
      const bearer = bearerOf(event.target);
      if (bearer?.matches(':focus-visible')) setTipped(bearer);
    };
    document.addEventListener('pointerover', enter, { signal });
    document.addEventListener('pointerdown', hide, { signal });
    document.addEventListener('keydown', hide, { signal });
    document.addEventListener('focusin', focus, { signal });
    document.addEventListener('focusout', hide, { signal });
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, []);
  return tipped;
}

function bearerOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
}
