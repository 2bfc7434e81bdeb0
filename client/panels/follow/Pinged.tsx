import { useEffect, useState } from 'react';
import { useCloth } from '../cloth-context.tsx';
import { part } from '../part.ts';
import type { Ping } from './PingedPlace.tsx';

const PingedPlace = part(() => import('./PingedPlace.tsx'));

/** So long a place stays pointed out, ms: the rings have gone out, and whoever looked up late has seen the arrow. */
const SHOWN_MS = 9_000;

/** "Look here": rings where who leads points, and an arrow at the screen's edge for whom that is out of sight. */
export default function Pinged() {
  const { session } = useCloth();
  const [ping, setPing] = useState<Ping | null>(null);
  useEffect(
    () =>
      session.live.subscribe((now, before) => {
        // A page that only now hears of the session was not there when it was shown.
        if (before && now?.ping && now.ping.n !== before.ping?.n) setPing(now.ping);
      }),
    [session],
  );
  useEffect(() => {
    if (!ping) return;
    const timer = setTimeout(() => setPing(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [ping]);
  return ping && <PingedPlace key={ping.n} ping={ping} onSeen={() => setPing(null)} />;
}
