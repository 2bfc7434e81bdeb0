import type { Device } from '../device/device.ts';
import { apiOf } from './api.ts';
import type { ClothSession } from './cloth-session.ts';

/** A cloth and a key that opens it. */
export interface Way {
  readonly id: string;
  readonly key: string;
}

/** The way from a joint cloth to this person's own: known on this device, or asked for now. Throws `ApiError`. */
export async function wayToOwn(joint: ClothSession, linkKey: string, seat: string, device: Device): Promise<Way> {
  const known = device.cloths.individualOf(joint.id);
  if (known?.keys.participant) return { id: known.id, key: known.keys.participant };
  const { id, epoch, keys } = await apiOf(joint).openIndividual(joint.id, linkKey, seat, device.secret);
  const { initiative, meta } = joint.snapshot.getState();
  device.cloths.remember(id, {
    epoch,
    keys,
    ...(meta.sheet && { sheet: meta.sheet }),
    parent: joint.id,
    title: initiative || meta.title,
    lastOpened: Date.now(),
  });
  return { id, key: keys.participant };
}

/** The way from an individual cloth back to the joint one; null on a device that has no key for that. */
export function wayToJoint(device: Device, own: string): Way | null {
  const parent = device.cloths.find(own)?.parent;
  const known = parent === undefined ? null : device.cloths.strongestKey(parent);
  return parent !== undefined && known ? { id: parent, key: known.key } : null;
}
