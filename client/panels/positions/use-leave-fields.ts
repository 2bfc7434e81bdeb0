import { useCloth } from '../cloth-context.tsx';
import { usePage } from '../page.ts';
import { useLeads, useRunning } from '../use-running.ts';

/** Back to the cloth; who leads takes the others back along. */
export function useLeaveFields(): () => void {
  const page = usePage();
  const { session } = useCloth();
  const { byPosition } = useRunning();
  const leads = useLeads();
  return () => {
    if (leads && byPosition) session.setSession({ byPosition: false });
    page.closeFields();
  };
}
