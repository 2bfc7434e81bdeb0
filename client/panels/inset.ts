import { type RefObject, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Role } from '../../shared/protocol.ts';
import type { Inset } from '../canvas/camera.ts';
import { useWide } from '../look/use-wide.ts';

/** What the bars take of each side but the top, CSS px. */
const INSETS = {
  wide: { right: 20, bottom: 96, left: 92 },
  besideOutline: { right: 356, bottom: 96, left: 92 },
  narrow: { right: 8, bottom: 150, left: 8 },
  watching: { right: 12, bottom: 20, left: 12 },
} as const satisfies Record<string, Omit<Inset, 'top'>>;

/** Air above the bars at the top and below them, CSS px. */
const ROUND_TOP = 24;

/** How high the bars at the top are: they grow with what a step puts at hand. */
const topBars = createStore(() => 56);

/** Keeps account of how high the bars at the top are. */
export function useTopBars(bars: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = bars.current;
    if (!element) return;
    const observer = new ResizeObserver(() => topBars.setState(element.offsetHeight, true));
    observer.observe(element);
    return () => observer.disconnect();
  }, [bars]);
}

/** The part of the canvas under bars, by the width of the page: fitting the cloth keeps clear of it. */
export function useInset(role: Role, outlineOpen = false): Inset {
  const wide = useWide();
  const top = useStore(topBars) + ROUND_TOP;
  const sides =
    role === 'viewer' ? INSETS.watching : wide ? (outlineOpen ? INSETS.besideOutline : INSETS.wide) : INSETS.narrow;
  return useMemo(() => ({ ...sides, top }), [sides, top]);
}
