import { useStore } from 'zustand';
import { useCloth } from '../cloth-context.tsx';
import { useRunning } from '../use-running.ts';
import { pointStore, setPointing } from './point-store.ts';

/** What who leads can do with everyone's eyes: bring them along, and point out a place. */
export function useLeadTools() {
  const { session } = useCloth();
  const { follow } = useRunning();
  const pointing = useStore(pointStore, (state) => state.pointing);
  const followed = follow === session.connection;
  return {
    followed,
    pointing,
    come: () =>
      session.setSession(followed ? { follow: null, locked: false } : { follow: session.connection, walk: null }),
    point: () => setPointing(!pointing),
  };
}
