import { CLOSE, ROLES, type Role } from '../../shared/model/protocol.ts';
import type { Sheet } from '../../shared/model/sheets.ts';
import type { Device } from '../device/device.ts';
import { type Api, ApiError } from './api.ts';

/** What a key opens. */
export interface Access {
  readonly role: Role;
  readonly epoch: string;
  /** This device had the cloth open before, so its local copy comes first. */
  readonly remembered: boolean;
  /** The close code of a cloth that the server no longer has, of which this device does; else null. */
  readonly gone: number | null;
}

/**
 * Finds out what a key opens, and remembers it. A device that had the cloth open before does not ask: it can open
 * without the network, and the server checks the key on the socket in any case. By way of a network room (`via`) it asks
 * each time, and remembers nothing. Throws {@link ApiError}.
 */
export async function findAccess(
  id: string,
  key: string,
  device: Device,
  api: Api,
  via?: string,
  sheet: Sheet = 'cloth',
): Promise<Access> {
  if (via !== undefined) {
    const { role, epoch } = await api.describeThrough(id, via, key);
    return { role, epoch, remembered: false, gone: null };
  }

  const known = device.cloths.find(id);
  const role = ROLES.find((each) => known?.keys[each] === key);
  const here = known && role && known.epoch !== '' ? { role, epoch: known.epoch, remembered: true } : null;
  if (here && !known?.gone) return { ...here, gone: null };
  try {
    const found = await api.describeCloth(id, key, sheet);
    const { parent } = found;
    const keys = { [found.role]: key };
    device.cloths.remember(id, { epoch: found.epoch, keys, gone: false, ...(parent !== undefined && { parent }) });
    return { role: found.role, epoch: found.epoch, remembered: found.epoch === known?.epoch, gone: null };
  } catch (error) {
    if (here && error instanceof ApiError) return { ...here, gone: CLOSE.unknownCloth };
    throw error;
  }
}
