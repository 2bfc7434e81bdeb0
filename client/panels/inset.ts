import { type RefObject, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Role } from '../../shared/model/protocol.ts';
import type { Inset } from '../canvas/camera/camera.ts';
import { larger, USUAL_REM } from '../canvas/camera/readers-letters.ts';
import type { ViewStore } from '../canvas/view-store.ts';
import { useLow, useWide } from '../look/use-wide.ts';
import { useCloth } from './cloth-context.tsx';
import { usePage, usePageState } from './page.ts';

/**
 * What the bars take of each side, where they do not measure themselves, CSS px. Beside a phone's keyboard the field to
 * write in goes on standing above it.
 */
const INSETS = {
  wide: { right: 12, left: 92, overKeyboard: 72 },
  narrow: { right: 2, bottom: 150, left: 2, overKeyboard: 72 },
  watching: { right: 12, bottom: 20, left: 12 },
} as const satisfies Record<string, Partial<Inset>>;

/** The same on a phone on its side. */
const LOW_INSETS = {
  wide: { right: 8, bottom: 76, left: 124, overKeyboard: 68 },
  narrow: { right: 2, bottom: 76, left: 2, overKeyboard: 68 },
} as const;

/** How wide the panel at the side is, rem, as its style has it, and what lies round it, CSS px. */
const SIDE_PANEL = { rem: 21, round: 20 } as const;

/** From a bar to the screen's edge, and to the cloth, CSS px: as `--space-2` has it. */
const ROUND_BAR = 8 + 6;
/** Between two bars that lie above each other, CSS px. */
const BETWEEN_BARS = 8;

/** What the row of boxes takes above the bar one writes in, on a theme sheet, CSS px. */
const BOX_CHOOSER = 58;

/** Where no bars are. */
const ROUND_CLOTH: Inset = { top: 6, right: 6, bottom: 6, left: 6 };

/** Keeps account of how high the bars at one side are. */
export function useBars(side: 'top' | 'bottom', element: RefObject<HTMLElement | null>): void {
  const page = usePage();
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const observer = new ResizeObserver(() =>
      page.setState(({ bars }) => ({ bars: { ...bars, [side]: current.offsetHeight } })),
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, [page, side, element]);
}

/** The part of the canvas under bars and the panel at the side: fitting the cloth, and what stands near a thing, keep clear. */
export function useInset(role: Role, view: ViewStore): Inset {
  const wide = useWide();
  const low = useLow();
  // As the stylesheet has it: only where there is room round the cloth.
  const lowBars = useStore(view, (state) => state.lowBars) && wide && !low;
  const beside = usePageState(({ side }) => wide && side !== null);
  const onlyCloth = useStore(view, (state) => state.onlyCloth && !state.elsewhere);
  const high = usePageState(({ bars }) => bars);
  const { session } = useCloth();
  const more = useStore(session.snapshot, ({ meta }) => (meta.sheet === 'theme' ? BOX_CHOOSER : 0));
  const taken = low ? LOW_INSETS : INSETS;
  const sides = role === 'viewer' ? INSETS.watching : wide ? taken.wide : taken.narrow;
  return useMemo(
    () =>
      onlyCloth
        ? ROUND_CLOTH
        : {
            ...sides,
            left: sides.left * larger(),
            bottom:
              ('bottom' in sides ? sides.bottom : high.bottom + ROUND_BAR) +
              (role === 'viewer' ? 0 : more) +
              (lowBars ? high.top + BETWEEN_BARS : 0),
            top: lowBars ? ROUND_BAR : high.top + ROUND_BAR,
            ...(beside && {
              right: Math.min(SIDE_PANEL.rem * USUAL_REM * larger(), innerWidth / 2) + SIDE_PANEL.round,
            }),
          },
    [sides, high, beside, onlyCloth, more, role, lowBars],
  );
}
