import type { Device } from './device.ts';
import { copyName, deleteLocalCopy } from './local-copy.ts';
import { countWaiting, forgetWaiting } from './waiting-changes.ts';

/** How many changes to a cloth are on this device only; ask before {@link forgetCloth} when it is not 0. */
export function waitingOnDevice(device: Device, id: string): number {
  const known = device.cloths.find(id);
  return known ? countWaiting(device.storage, copyName(id, known.epoch)) : 0;
}

/** Removes all this device has of a cloth: its keys, its local copy, and changes that never reached the server. */
export async function forgetCloth(device: Device, id: string): Promise<void> {
  const known = device.cloths.find(id);
  if (!known) return;
  device.cloths.forget(id);
  forgetWaiting(device.storage, copyName(id, known.epoch));
  await deleteLocalCopy(id, known.epoch);
}
