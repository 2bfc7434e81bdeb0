import { useMemo } from 'react';
import { useStore } from 'zustand';
import { ownTabsOf } from '../../device/own-tabs.ts';
import type { Attendee } from '../../document/cloth-session.ts';
import { useCloth } from '../cloth-context.tsx';

/** Who leads besides this person, whose own other tabs do not count: their key goes when this one's does. */
export function useOtherLeaders(): readonly Attendee[] {
  const { session } = useCloth();
  const present = useStore(session.present);
  const own = useStore(ownTabsOf(session));
  return useMemo(() => present.filter(({ id, role }) => role === 'facilitator' && !own.has(id)), [present, own]);
}
