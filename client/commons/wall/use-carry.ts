import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react';

/** A press becomes carrying after this far, CSS px: less is a hand that is not quite still. */
const FAR = 8;
/** A finger that rests on a sheet for so long, ms, takes hold of it; one that moves before that scrolls the wall. */
const REST_MS = 450;
/** A sheet that is wider than this part of the page has none beside it. */
const WIDE = 0.6;

/** Where a carried sheet is let go: before or after another. */
export interface Dropped {
  readonly sheet: string;
  readonly beside: string;
  readonly after: boolean;
}

/**
 * Carrying sheets along the wall: with a mouse or pen at once, with a finger after it rested on one, for a finger that moves
 * scrolls the wall. Gives the sheet that is carried, and how to take hold of one; its menu moves a sheet too.
 */
export function useCarry(drop: (dropped: Dropped) => void): {
  readonly carried: string | null;
  readonly grab: (sheet: string, event: ReactPointerEvent<HTMLElement>) => void;
} {
  const [carried, setCarried] = useState<string | null>(null);
  const stop = useRef<(() => void) | null>(null);
  const holds = useRef(false);
  useEffect(() => {
    // Asked before each step of a finger, so it has to be there before the finger is: while one carries, nothing scrolls.
    const still = (event: TouchEvent) => holds.current && event.cancelable && event.preventDefault();
    window.addEventListener('touchmove', still, { passive: false });
    return () => {
      window.removeEventListener('touchmove', still);
      stop.current?.();
    };
  }, []);

  const grab = (
    sheet: string,
    { pointerType, button, clientX, clientY, currentTarget }: ReactPointerEvent<HTMLElement>,
  ) => {
    if (button !== 0 || stop.current) return;
    const byFinger = pointerType === 'touch';
    const tile = currentTarget.closest<HTMLElement>('[data-sheet]');
    if (!tile) return;
    let isCarrying = false;
    const rested = byFinger ? setTimeout(() => carry(), REST_MS) : undefined;
    const carry = () => {
      isCarrying = true;
      holds.current = true;
      setCarried(sheet);
    };
    const end = new AbortController();
    const { signal } = end;
    const finish = () => {
      clearTimeout(rested);
      end.abort();
      holds.current = false;
      tile.style.translate = '';
      setCarried(null);
      stop.current = null;
    };
    stop.current = finish;
    const move = (event: PointerEvent) => {
      const [dx, dy] = [event.clientX - clientX, event.clientY - clientY];
      if (!isCarrying && Math.hypot(dx, dy) < FAR) return;
      if (!isCarrying && byFinger) return finish();
      if (!isCarrying) carry();
      tile.style.translate = `${dx}px ${dy}px`;
    };
    const up = (event: PointerEvent) => {
      const place = isCarrying ? placeAt(event.clientX, event.clientY, tile) : null;
      // The press that ends carrying opens nothing.
      if (isCarrying) window.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
      finish();
      if (place && place.beside !== sheet) drop({ sheet, ...place });
    };
    window.addEventListener('pointermove', move, { signal });
    window.addEventListener('pointerup', up, { signal });
    window.addEventListener('pointercancel', finish, { signal });
    // A finger that rests on a link would otherwise bring up what the browser can do with one.
    if (byFinger) window.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
    window.addEventListener('keydown', ({ key }) => key === 'Escape' && finish(), { signal });
  };
  return { carried, grab };
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

/** The sheet that lies nearest to a place on the page, and on which side of it that place is. */
function placeAt(x: number, y: number, but: HTMLElement): Omit<Dropped, 'sheet'> | null {
  let nearest: { readonly beside: string; readonly after: boolean; readonly far: number } | null = null;
  for (const tile of document.querySelectorAll<HTMLElement>('[data-sheet]')) {
    if (tile === but) continue;
    const { left, top, width, height } = tile.getBoundingClientRect();
    const far = Math.hypot(x - left - width / 2, y - top - height / 2);
    const beside = tile.dataset.sheet ?? '';
    // On a phone the wall is a list, and what comes after lies below.
    const isList = width > innerWidth * WIDE;
    const after = isList ? y > top + height / 2 : x > left + width / 2;
    if (!nearest || far < nearest.far) nearest = { beside, after, far };
  }
  return nearest && { beside: nearest.beside, after: nearest.after };
}
