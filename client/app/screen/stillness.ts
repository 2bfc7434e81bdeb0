import { useEffect, useState } from 'react';

/** Without a hand on mouse, screen or keys for so long, nobody is working this page, ms. */
const STILL_MS = 3_000;
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;

/** True while nobody touches this page: then its cursor and its one button are only in the way. */
export function useStillness(): boolean {
  const [still, setStill] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const sign = () => {
      clearTimeout(timer);
      setStill(false);
      timer = setTimeout(() => setStill(true), STILL_MS);
    };
    sign();
    for (const type of SIGNS) window.addEventListener(type, sign, { passive: true, capture: true });
    return () => {
      clearTimeout(timer);
      for (const type of SIGNS) window.removeEventListener(type, sign, { capture: true });
    };
  }, []);
  return still;
}
