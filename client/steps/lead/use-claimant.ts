import { useStore } from 'zustand';
import type { ClothSession } from '../../document/cloth-session.ts';

/** The connection of somebody who says that this page's seat is theirs, on another device; null for nobody. */
export function useClaimant(session: ClothSession): number | null {
  const seat = useStore(session.me, (me) => me.seat);
  const by = useStore(session.people, (people) => people.find(({ claims }) => claims !== null && claims === seat)?.id);
  return seat === null ? null : (by ?? null);
}
