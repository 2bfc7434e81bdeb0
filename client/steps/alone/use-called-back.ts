import { useEffect, useState } from 'react';
import type { ClothSession } from '../../document/cloth-session.ts';
import { useCloth } from '../../panels/cloth-context.tsx';
import { chime, soundIsOn } from '../timer/chime.ts';

/** So long after the call one is taken along, ms; and so much later for who asks for a moment. */
const ALONG_MS = 15_000;
const MOMENT_MS = 30_000;

/** The call back to the table, for somebody at a cloth of their own. */
interface CalledBack {
  /** In how many seconds one is taken along; null when nobody called. */
  readonly seconds: number | null;
  /** Asks for a moment more. */
  wait(): void;
}

/** Hears that the group goes on together, sounds, and after a while goes along. Who comes here later is not called. */
export function useCalledBack(joint: ClothSession | null, goBack: () => void): CalledBack {
  const { device } = useCloth();
  /** When one goes along, ms since the epoch on this device. */
  const [at, setAt] = useState<number | null>(null);
  const [, tick] = useState(0);

  useEffect(
    () =>
      joint?.live.subscribe((now, before) => {
        if (!now || !before || now.alone === before.alone) return;
        setAt(now.alone ? null : Date.now() + ALONG_MS);
        if (!now.alone && soundIsOn(device.storage)) chime();
      }),
    [joint, device],
  );

  const left = at === null ? null : Math.max(0, at - Date.now());
  useEffect(() => {
    if (at === null) return;
    const timer = setInterval(() => {
      if (Date.now() < at) return tick((n) => n + 1);
      clearInterval(timer);
      goBack();
    }, 1_000);
    return () => clearInterval(timer);
  }, [at, goBack]);

  return {
    seconds: left === null ? null : Math.ceil(left / 1_000),
    wait: () => setAt((before) => before && Math.max(before, Date.now()) + MOMENT_MS),
  };
}
