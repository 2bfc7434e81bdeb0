import { type RefObject, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Role } from '../../shared/protocol.ts';
import type { Inset } from '../canvas/camera.ts';
import { useLow, useWide } from '../look/use-wide.ts';
import { sideStore } from './side/side-store.ts';

/** What the bars take of each side but the top, CSS px. Beside a phone's keyboard the field to write in goes on standing above it. */
const INSETS = {
  wide: { right: 20, bottom: 96, left: 92, overKeyboard: 84 },
  narrow: { right: 8, bottom: 150, left: 8, overKeyboard: 76 },
  watching: { right: 12, bottom: 20, left: 12 },
} as const satisfies Record<string, Omit<Inset, 'top'>>;

/** The same on a phone on its side. */
const LOW_INSETS = {
  wide: { right: 8, bottom: 76, left: 124, overKeyboard: 68 },
  narrow: { right: 8, bottom: 76, left: 8, overKeyboard: 68 },
} as const;

/** What the panel at the side takes of a wide page, CSS px. */
const BESIDE_PANEL = 356;

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

/** The part of the canvas under bars and the panel at the side: fitting the cloth, and what stands near a thing, keep clear. */
export function useInset(role: Role): Inset {
  const wide = useWide();
  const low = useLow();
  const beside = useStore(sideStore, ({ open }) => wide && open !== null);
  const top = useStore(topBars) + ROUND_TOP;
  const taken = low ? LOW_INSETS : INSETS;
  const bars = role === 'viewer' ? INSETS.watching : wide ? taken.wide : taken.narrow;
  return useMemo(() => ({ ...bars, top, ...(beside && { right: BESIDE_PANEL }) }), [bars, top, beside]);
}
