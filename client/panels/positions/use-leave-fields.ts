import { useCloth } from '../cloth-context.tsx';
import { useLeads, useRunning } from '../use-running.ts';
import { closeFields } from './fields-store.ts';

/** Back to the cloth; who leads takes the others back along. */
export function useLeaveFields(): () => void {
  const { session } = useCloth();
  const { byPosition } = useRunning();
  const leads = useLeads();
  return () => {
    if (leads && byPosition) session.setSession({ byPosition: false });
    closeFields();
  };
}
