import { useEffect, useState } from 'react';
import { hasRunOut, isPaused, timeLeft } from '../../../shared/method/timer.ts';
import { useCloth } from '../../panels/cloth-context.tsx';
import { useRunning } from '../../panels/use-running.ts';

/** The session's timer as of now: ms left by the server's clock, told anew each second; null when there is none. */
export function useCountdown(): number | null {
  const { session } = useCloth();
  const { timer } = useRunning();
  const [, tick] = useState(0);
  const left = timer && timeLeft(timer, session.now());
  useEffect(() => {
    if (!timer || isPaused(timer)) return;
    let next: ReturnType<typeof setTimeout>;
    const wait = () => {
      const still = timeLeft(timer, session.now());
      // Just past the next whole second: what is shown is rounded up.
      if (still > 0) next = setTimeout(again, (still % SECOND) + 5);
    };
    const again = () => {
      tick((n) => n + 1);
      wait();
    };
    wait();
    return () => clearTimeout(next);
  }, [timer, session]);
  return left;
}

/** Whether the time has run out and nobody has gone on yet. */
export function useTimeIsUp(): boolean {
  const { session } = useCloth();
  const { timer } = useRunning();
  useCountdown();
  return timer !== null && hasRunOut(timer, session.now());
}

const SECOND = 1_000;
