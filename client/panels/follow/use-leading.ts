import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useCloth } from '../cloth-context.tsx';
import { usePageState } from '../page.ts';
import { useRunning } from '../use-running.ts';
import { type Leading, leadingKey, leadingOf } from './leading.ts';

export interface BeingLed {
  readonly leading: Leading | null;
  /** This person chose to look elsewhere for the time being. */
  readonly away: boolean;
  /** Nobody may. */
  readonly locked: boolean;
}

/** Whether and where this page is led now. */
export function useLeading(): BeingLed {
  const { session } = useCloth();
  const { walk, follow, locked } = useRunning();
  const present = useStore(session.present);
  const leading = useMemo(
    () => leadingOf({ walk, follow }, session.connection, present),
    [walk, follow, present, session],
  );
  const away = usePageState((state) => state.away);
  const bound = locked && session.role !== 'facilitator';
  return { leading, away: leading !== null && !bound && away === leadingKey(leading), locked: bound };
}
