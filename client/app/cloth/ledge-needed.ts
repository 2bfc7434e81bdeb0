import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { LastingSession } from '../../../shared/model/session.ts';
import type { ClothSession } from '../../document/cloth-session.ts';
import { usePageState } from '../../panels/page.ts';

/**
 * Whether anything has yet had to be said on the cloth's near edge. From then on it stays, so that what ends there is
 * ended by what began it: the view that goes back to the whole cloth after a walk.
 */
export function useLedge(session: ClothSession): boolean {
  const led = useStore(session.live, (live) => live !== null && isLed(live));
  const walks = usePageState(({ walk }) => walk !== null);
  const points = usePageState(({ pointing }) => pointing);
  const asked = useStore(session.snapshot, ({ items }) => items.some((item) => item.asked));
  const now = led || walks || points || asked;
  const [ever, setEver] = useState(false);
  useEffect(() => {
    if (now) setEver(true);
  }, [now]);
  return now || ever;
}

function isLed({ walk, follow, byPosition, moment }: LastingSession): boolean {
  return walk !== null || follow !== null || byPosition || moment !== null;
}
