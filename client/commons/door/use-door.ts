import { useEffect, useState } from 'react';
import { DOOR_NEWS, type DoorNews } from '../../../shared/model/door.ts';
import { SHEET_ADDRESSES } from '../../../shared/model/sheets.ts';
import { commonsApi, type Door } from '../../document/commons-api.ts';

/** The open door of a room, for who has no key of it; null when there is none, or nobody is to `ask`. */
export function useDoor(room: string, ask = true): Door | 'asking' | null {
  const [answer, setAnswer] = useState<{ readonly of: string; readonly door: Door | null } | null>(null);
  useEffect(() => {
    let left = false;
    const heed = (door: Door | null): void => {
      if (!left) setAnswer({ of: room, door });
    };
    if (ask) commonsApi.door(room).then(heed, () => heed(null));
    return () => {
      left = true;
    };
  }, [room, ask]);
  if (!ask) return null;
  return answer?.of === room ? answer.door : 'asking';
}

/** Leaves for the school's sign-in, which leads back to the room, or to a sheet that hangs there (`to`, its path). */
export function signIn(room: string, to?: string): void {
  const query = to === undefined ? '' : `?${new URLSearchParams({ to })}`;
  location.assign(`/api/${SHEET_ADDRESSES.commons.api}/${encodeURIComponent(room)}/sign-in${query}`);
}

/** How somebody came back from the sign-in who did not get in, as the address says; null when it says nothing. */
export function doorNews(): DoorNews | null {
  const said = new URLSearchParams(location.search).get('door');
  return DOOR_NEWS.find((news) => news === said) ?? null;
}
