import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useCloth } from '../cloth-context.tsx';
import { useLeading } from '../follow/use-leading.ts';
import { usePage, usePageState } from '../page.ts';
import { useRunning } from '../use-running.ts';
import { firstStop, neighbourOf, type Stop, stopsOf } from './stops.ts';

export interface Walk {
  readonly stops: readonly Stop[];
  /** The edge one stands at; null when one does not walk. */
  readonly stop: Stop | null;
  /** The whole group walks together. */
  readonly together: boolean;
  /** Whether this person says where to go next: on a walk of their own, or leading. */
  readonly leads: boolean;
  begin(): void;
  go(seat: string): void;
  step(by: 1 | -1): void;
  /** Takes everyone along, or lets each go on alone. */
  gather(together: boolean): void;
  end(): void;
}

/** The walk round the table as this page takes part in it. */
export function useWalk(): Walk {
  const page = usePage();
  const { session } = useCloth();
  const snapshot = useStore(session.snapshot);
  const stops = useMemo(() => stopsOf(snapshot), [snapshot]);
  const own = usePageState(({ walk }) => walk);
  const { walk } = useRunning();
  const { leading, away } = useLeading();
  const guides = session.role === 'facilitator';
  const together = leading?.by === 'walk' && !away;
  const at = together ? (walk?.seat ?? null) : own;
  const go = (seat: string) => {
    if (together && guides) session.setSession({ walk: { seat, turn: (walk?.turn ?? 0) + 1 } });
    else page.setState({ walk: seat });
  };
  return {
    stops,
    stop: stops.find(({ seat }) => seat === at) ?? null,
    together,
    leads: !together || guides,
    begin() {
      const first = firstStop(stops, session.me.getState().seat);
      if (first) page.setState({ walk: first.seat });
    },
    go,
    step(by) {
      const next = neighbourOf(stops, at, by);
      if (next) go(next.seat);
    },
    gather(all) {
      if (at !== null) page.setState({ walk: at });
      session.setSession({ walk: all && at !== null ? { seat: at, turn: 0 } : null });
    },
    end() {
      page.setState({ walk: null });
      if (together && guides) session.setSession({ walk: null });
    },
  };
}
