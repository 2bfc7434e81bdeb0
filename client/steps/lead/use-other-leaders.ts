import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useCloth } from '../../panels/cloth-context.tsx';

/** Remembers on a device that leads when it has seen somebody else lead too: then it is not the last that can. */
export function useOtherLeaders(): void {
  const { session, device } = useCloth();
  const seen = useStore(session.present, (others) => others.some(({ role }) => role === 'facilitator'));
  useEffect(() => {
    if (seen && session.role === 'facilitator') device.cloths.remember(session.id, { othersLead: true });
  }, [seen, session, device]);
}
