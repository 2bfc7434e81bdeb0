import { useEffect, useState } from 'react';
import type { ClothSession } from '../../session/cloth-session.ts';
import type { Device } from '../../session/device.ts';

/**
 * Who takes part sits down first, under a name. A device that held a seat at this table takes it again without asking; a
 * facilitator, who may not want to write along, is asked only when they do; a viewer never.
 */
export function useSeatFirst(session: ClothSession, device: Device): { asksName: boolean; sit(name: string): void } {
  const [sitting, setSitting] = useState(() => session.role !== 'participant' || heldSeat(session, device) !== null);

  useEffect(() => {
    const held = heldSeat(session, device);
    if (held) session.sitDown(held.name || device.name);
  }, [session, device]);

  return {
    asksName: !sitting,
    sit(name) {
      session.sitDown(name);
      setSitting(true);
    },
  };
}

function heldSeat(session: ClothSession, device: Device) {
  const { seats } = session.snapshot.getState();
  return seats.find((seat) => seat.holder === device.participant) ?? null;
}
