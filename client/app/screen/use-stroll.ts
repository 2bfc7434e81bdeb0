import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useCloth } from '../../panels/cloth-context.tsx';
import { usePage } from '../../panels/page.ts';
import { firstStop, neighbourOf, type Stop, stopsOf } from '../../panels/walk/stops.ts';

/** How long a screen stands still before an edge: to arrive there, and then to read it aloud, word by word. ms. */
const ARRIVING_MS = 4_000;
const READING_MS = 900;
const LONGEST_MS = 24_000;
/** After somebody looked elsewhere by hand, it walks on in this time, ms. */
const TAKEN_MS = 45_000;

/** How long one stands before an edge, ms. */
export function standingTime({ count }: Pick<Stop, 'count'>): number {
  return Math.min(LONGEST_MS, ARRIVING_MS + count * READING_MS);
}

/**
 * A slow walk of the screen by itself, from edge to edge, for those who sit far from it: on while the view says so and
 * nobody leads the screen elsewhere. New words and new edges are walked by as they come.
 */
export function useStroll(led: boolean): void {
  const page = usePage();
  const { session, view, canvas } = useCloth();
  const strolling = useStore(view, (state) => state.strolling);
  useEffect(() => {
    if (!canvas || !strolling || led) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const next = () => {
      const stops = stopsOf(session.snapshot.getState());
      const { walk: at } = page.getState();
      const stop = at === null ? firstStop(stops, null) : neighbourOf(stops, at, 1);
      page.setState({ walk: stop?.seat ?? null });
      timer = setTimeout(next, standingTime(stop ?? { count: 0 }));
    };
    next();
    const stopListening = canvas.camera.onTaken(() => {
      clearTimeout(timer);
      timer = setTimeout(next, TAKEN_MS);
    });
    return () => {
      clearTimeout(timer);
      stopListening();
      page.setState({ walk: null });
    };
  }, [session, canvas, strolling, led, page.setState, page.getState]);
}
