import { useEffect } from 'react';
import { useStore } from 'zustand';
import { byId } from '../../../shared/model/snapshot.ts';
import { useCloth } from '../cloth-context.tsx';
import { useLeads, useRunning } from '../use-running.ts';

/** Who the group talks about now, contact by contact: the connector's name; empty for nobody, or somebody without a name. */
export function useTalkedAbout(): string {
  const { session } = useCloth();
  const { step, contact } = useRunning();
  return useStore(session.snapshot, ({ items }) =>
    step === 5 && contact ? (byId(items).get(contact)?.text ?? '') : '',
  );
}

/** As long as who leads goes contact by contact, tells every screen to whom they have come. */
export function useTellContact(connector: string | null): void {
  const { session } = useCloth();
  const { step } = useRunning();
  const leads = useLeads() && step === 5;
  useEffect(() => {
    if (leads) session.setSession({ contact: connector });
  }, [leads, connector, session]);
  useEffect(() => {
    if (!leads) return;
    return () => {
      session.setSession({ contact: null });
    };
  }, [leads, session]);
}
