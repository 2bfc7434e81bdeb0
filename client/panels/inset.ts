import type { Role } from '../../shared/protocol.ts';
import type { Inset } from '../canvas/camera.ts';
import { useWide } from '../look/use-wide.ts';

/** What the bars take of each side, CSS px. */
const INSETS = {
  wide: { top: 84, right: 20, bottom: 96, left: 92 },
  besideOutline: { top: 84, right: 356, bottom: 96, left: 92 },
  narrow: { top: 132, right: 8, bottom: 150, left: 8 },
  watching: { top: 84, right: 12, bottom: 20, left: 12 },
} as const satisfies Record<string, Inset>;

/** The part of the canvas under bars, by the width of the page: fitting the cloth keeps clear of it. */
export function useInset(role: Role, outlineOpen = false): Inset {
  const wide = useWide();
  if (role === 'viewer') return INSETS.watching;
  if (!wide) return INSETS.narrow;
  return outlineOpen ? INSETS.besideOutline : INSETS.wide;
}
