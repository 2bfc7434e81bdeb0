import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Device } from '../../device/device.ts';
import type { ClothSession } from '../../document/cloth-session.ts';

/**
 * Who takes part sits down first, under a name. Who has a seat at this table (held by their device before, or at the cloth
 * that was made for them) takes it again without being asked; a facilitator, who may not want to write along, is asked only
 * when they do; a viewer never.
 */
export function useSeatFirst(
  session: ClothSession,
  device: Device,
): { asksName: boolean; sit(name: string, claim?: string): void } {
  const [sitting, setSitting] = useState(() => session.role !== 'participant' || heldSeat(session) !== null);

  // Whose seat went to another device of theirs is asked again: never a second of them by accident.
  const moved = useStore(session.me, (me) => me.moved === true);

  useEffect(() => {
    const held = heldSeat(session);
    if (held) session.sitDown(held.name || device.name);
  }, [session, device]);

  return {
    asksName: !sitting || (moved && session.role === 'participant'),
    sit(name, claim) {
      session.sitDown(name, claim);
      setSitting(true);
    },
  };
}

/** The names for which places were laid and nobody has come yet, as they stand round the table; each once. */
export function useExpected({ snapshot }: ClothSession): readonly string[] {
  const seats = useStore(snapshot, (cloth) => cloth.seats);
  return useMemo(
    () => [...new Set(seats.flatMap(({ name, holder }) => (holder === null && name !== '' ? [name] : [])))],
    [seats],
  );
}

function heldSeat({ snapshot, me }: ClothSession) {
  const held = me.getState().seat;
  return snapshot.getState().seats.find(({ id }) => id === held) ?? null;
}
