import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react';

/** A press becomes carrying after this far, CSS px: less is a hand that is not quite still. */
const FAR = 8;

/** Where a carried sheet is let go: before or after another. */
export interface Dropped {
  readonly sheet: string;
  readonly beside: string;
  readonly after: boolean;
}

/**
 * Carrying sheets along the wall, with a mouse or pen. With a finger the wall scrolls; there the menu moves a sheet. Gives the
 * sheet that is carried, and how to take hold of one.
 */
export function useCarry(drop: (dropped: Dropped) => void): {
  readonly carried: string | null;
  readonly grab: (sheet: string, event: ReactPointerEvent<HTMLElement>) => void;
} {
  const [carried, setCarried] = useState<string | null>(null);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const grab = (
    sheet: string,
    { pointerType, button, clientX, clientY, currentTarget }: ReactPointerEvent<HTMLElement>,
  ) => {
    if (pointerType === 'touch' || button !== 0) return;
    const tile = currentTarget.closest<HTMLElement>('[data-sheet]');
    if (!tile) return;
    let isCarrying = false;
    const end = new AbortController();
    const { signal } = end;
    const finish = () => {
      end.abort();
      tile.style.translate = '';
      setCarried(null);
      stop.current = null;
    };
    stop.current = finish;
    const move = (event: PointerEvent) => {
      const [dx, dy] = [event.clientX - clientX, event.clientY - clientY];
      if (!isCarrying && Math.hypot(dx, dy) < FAR) return;
      isCarrying = true;
      setCarried(sheet);
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
    if (!nearest || far < nearest.far) nearest = { beside, after: x > left + width / 2, far };
  }
  return nearest && { beside: nearest.beside, after: nearest.after };
}
