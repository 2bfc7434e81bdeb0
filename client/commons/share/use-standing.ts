import { useEffect, useState } from 'react';
import { commonsApi, type Door } from '../../document/commons-api.ts';
import { useRoom } from '../room-context.tsx';

/** How one is in the room: until when (ms since the epoch), if by signing in; and the room's door, where there is one. */
export interface Standing {
  readonly expiresAt?: number | undefined;
  readonly door?: Door | undefined;
}

/** How this page is in the room, as the server knows it; null until it has said so. */
export function useStanding(): Standing | null {
  const { session } = useRoom();
  const [standing, setStanding] = useState<Standing | null>(null);
  useEffect(() => {
    // Without an answer it is as in a room without a door: what cannot be done is said where it is tried.
    commonsApi.describe(session.id, session.key).then(setStanding, () => setStanding({}));
  }, [session]);
  return standing;
}
