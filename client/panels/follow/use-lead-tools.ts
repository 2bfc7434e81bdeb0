import { useCloth } from '../cloth-context.tsx';
import { usePage, usePageState } from '../page.ts';
import { useRunning } from '../use-running.ts';

/** What who leads can do with everyone's eyes: bring them along, and point out a place. */
export function useLeadTools() {
  const page = usePage();
  const { session } = useCloth();
  const { follow } = useRunning();
  const pointing = usePageState(({ pointing }) => pointing);
  const followed = follow === session.connection;
  return {
    followed,
    pointing,
    come: () =>
      session.setSession(followed ? { follow: null, locked: false } : { follow: session.connection, walk: null }),
    point: () => page.setState({ pointing: !pointing }),
  };
}
