import { type RefObject, useEffect, useState } from 'react';
import type { Inset } from '../../canvas/camera/camera.ts';

/** Air between the cloth and the papers, and the screen's edge, CSS px. */
const AIR = 12;

/** The part of the screen that lies under the papers: a column at the right, or on an upright screen a strip above. */
export function usePapersInset(papers: RefObject<HTMLElement | null>): Inset {
  const [inset, setInset] = useState<Inset>({ top: AIR, right: AIR, bottom: AIR, left: AIR });
  useEffect(() => {
    const element = papers.current;
    if (!element) return;
    const measure = () => {
      const { width, height } = element.getBoundingClientRect();
      const beside = width < window.innerWidth / 2;
      setInset({
        top: AIR + (beside ? 0 : Math.round(height)),
        right: AIR + (beside ? Math.round(width) : 0),
        bottom: AIR,
        left: AIR,
      });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [papers]);
  return inset;
}
