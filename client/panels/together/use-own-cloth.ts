import { useState } from 'react';
import { useStore } from 'zustand';
import { wayToOwn } from '../../document/own-cloth.ts';
import { useFirstText } from '../../i18n/use-text.ts';
import { useCloth } from '../cloth-context.tsx';
import { problemText } from '../problem-text.ts';
import { sayProblem } from '../toasts/toast-store.ts';

/** The way from the joint cloth to one's own. */
interface OwnCloth {
  /** Whether this person has a place at the table, and with it a cloth of their own to go to. */
  readonly can: boolean;
  /** Whether this device has had it open. */
  readonly known: boolean;
  readonly busy: boolean;
  go(): void;
}

export function useOwnCloth(): OwnCloth {
  const text = useFirstText();
  const { session, device, linkKey, goTo } = useCloth();
  const seat = useStore(session.me, (me) => me.seat);
  const known = useStore(device.cloths.store, () => device.cloths.individualOf(session.id) !== null);
  const [busy, setBusy] = useState(false);
  const go = () => {
    if (seat === null || busy) return;
    setBusy(true);
    wayToOwn(session, linkKey, seat, device).then(goTo, (error: unknown) => {
      setBusy(false);
      sayProblem(problemText(error, text));
    });
  };
  return { can: seat !== null && session.role !== 'viewer', known, busy, go };
}
