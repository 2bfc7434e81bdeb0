import { useStore } from 'zustand';
import { type Step, stepOf, type Tool } from '../../shared/method/steps.ts';
import { FIRST_SESSION, type LastingSession } from '../../shared/model/session.ts';
import { useCloth } from './cloth-context.tsx';

/** The running session; as every session begins, until the server has told. */
export function useRunning(): LastingSession {
  const { session } = useCloth();
  return useStore(session.live) ?? FIRST_SESSION;
}

/** The step at which the group is. */
export function useStep(): Step {
  const { session } = useCloth();
  return stepOf(useStore(session.live, (live) => live?.step ?? FIRST_SESSION.step));
}

/** Whether something is to be taken in hand in this step; what is not stays where it was, only quieter. */
export function useAtHand(tool: Tool): boolean {
  return useStep().atHand.includes(tool);
}

/** Whether this page leads the session and can reach the server to do so. */
export function useLeads(): boolean {
  const { session } = useCloth();
  const connected = useStore(session.live, (live) => live !== null);
  return connected && session.role === 'facilitator';
}
