import { useEffect, useState } from 'react';
import { useCloth } from '../cloth-context.tsx';
import { usePage } from '../page.ts';
import { useLeads } from '../use-running.ts';
import { useLookedAt } from './for-all.ts';
import { LookBack } from './LookBack.tsx';

interface MomentForAllProps {
  /** Whoever is busy writing is not taken from their words. */
  readonly isBusy: () => boolean;
}

/**
 * Takes this page along to the moment that all look at: back to the cloth of then, or to what has changed since, laid over the
 * cloth of now. Ended by who leads; all others may look elsewhere meanwhile.
 */
export default function MomentForAll({ isBusy }: MomentForAllProps) {
  const page = usePage();
  const { session } = useCloth();
  const leads = useLeads();
  const looked = useLookedAt();
  const [id, as] = [looked?.moment.id ?? null, looked?.as ?? null];
  const compared = as === 'compare' && !looked?.left ? id : null;

  const [key, setKey] = useState<string | null>(null);
  const now = id === null ? null : `${as} ${id}`;
  useEffect(() => {
    if (now === key) return;
    setKey(now);
    // Comparing lies over the cloth and takes nobody from it; looking back does.
    looked?.leave(as === 'back' && !leads && isBusy());
  }, [now, key, as, leads, looked, isBusy]);

  useEffect(() => {
    if (compared === null) return;
    page.setState({ compared: compared });
    return () => {
      if (page.getState().compared === compared) page.setState({ compared: null });
    };
  }, [compared, page.setState, page.getState]);

  if (!looked || looked.left || looked.as !== 'back' || now !== key) return null;
  const back = () => (leads ? session.setSession({ moment: null }) : looked.leave(true));
  return <LookBack moment={looked.moment} at={null} onBack={back} />;
}
