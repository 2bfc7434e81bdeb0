import { useEffect, useState } from 'react';
import type { Role } from '../../../shared/protocol.ts';
import type { Inset } from '../../canvas/camera.ts';

const WIDE = '(min-width: 701px)';
/** What the bars take of each side, CSS px. */
const INSETS = {
  wide: { top: 84, right: 20, bottom: 96, left: 80 },
  narrow: { top: 72, right: 8, bottom: 150, left: 8 },
  watching: { top: 72, right: 12, bottom: 20, left: 12 },
} as const satisfies Record<string, Inset>;

/** The part of the canvas under bars, by the width of the page: fitting the cloth keeps clear of it. */
export function useInset(role: Role): Inset {
  const [wide, setWide] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const query = matchMedia(WIDE);
    const look = () => setWide(query.matches);
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, []);
  if (role === 'viewer') return INSETS.watching;
  return wide ? INSETS.wide : INSETS.narrow;
}
