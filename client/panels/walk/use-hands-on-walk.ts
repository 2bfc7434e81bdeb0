import { useEffect, useRef } from 'react';
import { OWN_KEYS } from '../../canvas/input/keyboard.ts';
import { useCloth } from '../cloth-context.tsx';
import type { Walk } from './use-walk.ts';

/** A finger that went so far sideways, so quickly and so level has swiped: px, ms, and times as far as up or down. */
const SWIPE = { far: 70, within: 500, level: 2 } as const;

/** Lets a walker go on by arrow keys and by a swipe over the cloth, and stop by Escape. */
export function useHandsOnWalk(walk: Walk): void {
  const { canvas, view } = useCloth();
  const now = useRef(walk);
  useEffect(() => {
    now.current = walk;
  }, [walk]);

  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const step = (by: 1 | -1) => {
      if (now.current.leads) now.current.step(by);
    };
    const keydown = (event: KeyboardEvent) => {
      const at = event.target instanceof Element ? event.target : null;
      if (at?.closest(OWN_KEYS) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const { selection, editing } = view.getState();
      if (selection.size > 0 || editing !== null || !now.current.leads) return;
      if (event.key === 'ArrowRight') step(1);
      else if (event.key === 'ArrowLeft') step(-1);
      else if (event.key === 'Escape') now.current.end();
      else return;
      event.preventDefault();
    };
    // Before the cloth's own keys, for which arrows shift the view.
    window.addEventListener('keydown', keydown, { signal, capture: true });

    const element = canvas?.element;
    let from: { readonly x: number; readonly y: number; readonly time: number } | null = null;
    let fingers = 0;
    const down = ({ pointerType, clientX: x, clientY: y, timeStamp: time }: PointerEvent) => {
      if (pointerType !== 'touch') return;
      fingers++;
      from = fingers === 1 ? { x, y, time } : null;
    };
    const up = ({ type, pointerType, clientX, clientY, timeStamp }: PointerEvent) => {
      if (pointerType !== 'touch') return;
      fingers = Math.max(0, fingers - 1);
      const began = from;
      from = null;
      if (!began || type === 'pointercancel' || timeStamp - began.time > SWIPE.within) return;
      if (view.getState().handsBusy) return;
      const [dx, dy] = [clientX - began.x, clientY - began.y];
      if (Math.abs(dx) >= SWIPE.far && Math.abs(dx) >= SWIPE.level * Math.abs(dy)) step(dx < 0 ? 1 : -1);
    };
    element?.addEventListener('pointerdown', down, { signal });
    element?.addEventListener('pointerup', up, { signal });
    element?.addEventListener('pointercancel', up, { signal });
    return () => stop.abort();
  }, [canvas, view]);
}
