import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { sameName } from '../../../shared/commands/seats.ts';
import type { Seat } from '../../../shared/model/snapshot.ts';
import type { ClothSession } from '../../document/cloth-session.ts';

/** Another device's seat with the name that somebody fills in, and how far asking for it has come. */
export interface Claim {
  readonly seat: Seat;
  /** `ask`: is that you? `waiting`: who sits there now was asked. `refused`: they sit there themselves. */
  readonly state: 'ask' | 'waiting' | 'refused';
}

/**
 * Lets somebody take their seat on another device: at once when nobody sits there, else when who does gives it (which frees
 * it, so that whoever leads can settle it as well). `onSeat` takes the seat.
 */
export function useClaim(session: ClothSession, onSeat: (name: string, seat: string) => void) {
  const [claim, setClaim] = useState<Claim | null>(null);
  const { snapshot, people, present, me } = session;
  const [waitsFor, name] = claim?.state === 'waiting' ? [claim.seat.id, claim.seat.name] : [null, ''];
  const isFree = useStore(snapshot, ({ seats }) => seats.some(({ id, holder }) => id === waitsFor && holder === null));
  const isRefused = useStore(people, (all) => all.some(({ denies }) => denies === session.connection));
  // Whoever sat there may just leave.
  const isLeft = useStore(present, (all) => waitsFor !== null && !all.some(({ seat }) => seat === waitsFor));

  useEffect(() => {
    session.showClaim(waitsFor);
    return () => session.showClaim(null);
  }, [session, waitsFor]);
  useEffect(() => {
    if (waitsFor !== null && (isFree || isLeft)) onSeat(name, waitsFor);
    else if (waitsFor !== null && isRefused) setClaim((before) => before && { ...before, state: 'refused' });
  });

  return {
    claim,
    /** Whether the name is one that another device sits under; then that is asked first. */
    mustAsk(wanted: string): boolean {
      const { participant } = me.getState();
      const seat = snapshot
        .getState()
        .seats.find(
          (each) => each.holder !== null && each.holder !== participant && sameName(each.name, wanted.trim()),
        );
      setClaim(seat ? { seat, state: 'ask' } : null);
      return seat !== undefined;
    },
    /** "That is me": takes the seat, or asks who sits there. */
    take(): void {
      if (!claim) return;
      if (present.getState().some(({ seat }) => seat === claim.seat.id)) setClaim({ ...claim, state: 'waiting' });
      else onSeat(claim.seat.name, claim.seat.id);
    },
    /** "Another of that name", or never mind. */
    drop: () => setClaim(null),
  };
}
