import { type RefObject, useEffect, useState } from 'react';
import type { Room } from '../../../shared/layout/fields.ts';

/** The room inside an element, px, as it is now; null until it is known. */
export function useRoom(element: RefObject<HTMLElement | null>): Room | null {
  const [room, setRoom] = useState<Room | null>(null);
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = () => {
      const { clientWidth: w, clientHeight: h } = current;
      setRoom((before) => (before?.w === w && before.h === h ? before : { w, h }));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
