import { useEffect } from 'react';
import { useCloth } from '../../panels/cloth-context.tsx';
import { useOtherLeaders } from '../../panels/people/use-other-leaders.ts';

/** Another of this person's own tabs has said so by then, ms. */
const OWN_TABS_MS = 1_000;

/** Remembers on a device that leads when it has seen somebody else lead too: then it is not the last that can. */
export function useRememberingLeaders(): void {
  const { session, device } = useCloth();
  const seen = useOtherLeaders().length > 0;
  useEffect(() => {
    if (!seen || session.role !== 'facilitator') return;
    const remember = () => device.cloths.remember(session.id, { othersLead: true });
    const timer = setTimeout(remember, OWN_TABS_MS);
    return () => clearTimeout(timer);
  }, [seen, session, device]);
}
