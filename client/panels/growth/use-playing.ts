import { useEffect, useState } from 'react';
import { lengthOf, type Shot, shotAt } from '../../../shared/method/growth.ts';

/** Where in a film one is, and whether it goes on by itself. */
export interface Playing {
  /** Seconds of the film. */
  readonly second: number;
  /** Number of the shot that is seen. */
  readonly nth: number;
  readonly on: boolean;
  play(): void;
  pause(): void;
  /** Goes to a time, and stands still there. */
  goTo(second: number): void;
  /** To so many shots further, or back. */
  step(by: number): void;
}

/** Plays a film; stands at its end when it is over, and begins anew when it is played again. */
export function usePlaying(shots: readonly Shot[], ready: boolean): Playing {
  const [second, setSecond] = useState(0);
  const [on, setOn] = useState(false);
  const length = lengthOf(shots);
  const nth = shotAt(shots, second);

  // Another speed shows the same picture at another time.
  const [timed, setTimed] = useState(shots);
  if (timed !== shots) {
    const was = shotAt(timed, second);
    setTimed(shots);
    setSecond(shots[Math.min(was, shots.length - 1)]?.from ?? 0);
  }

  useEffect(() => {
    if (!on || !ready) return;
    let frame = 0;
    let before = performance.now();
    const tick = (now: number) => {
      const passed = Math.max(0, now - before) / 1_000;
      before = now;
      setSecond((at) => Math.min(length, at + passed));
      frame = requestAnimationFrame(tick);
    };
    frame = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(frame);
  }, [on, ready, length]);
  useEffect(() => {
    if (second >= length) setOn(false);
  }, [second, length]);

  const goTo = (to: number) => {
    setOn(false);
    setSecond(Math.min(Math.max(0, to), length));
  };
  return {
    second,
    nth,
    on,
    play() {
      if (second >= length) setSecond(0);
      setOn(true);
    },
    pause: () => setOn(false),
    goTo,
    step: (by) => goTo(shots[Math.min(Math.max(0, nth + by), shots.length - 1)]?.from ?? 0),
  };
}
