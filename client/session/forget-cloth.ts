import type { Device } from './device.ts';
import { keepDraft } from './draft.ts';
import { copyName, deleteLocalCopy } from './local-copy.ts';
import { countWaiting, forgetWaiting } from './waiting-changes.ts';

/** How many changes to a cloth are on this device only; ask before {@link forgetCloth} when it is not 0. */
export function waitingOnDevice(device: Device, id: string): number {
  const known = device.cloths.find(id);
  return known ? countWaiting(device.storage, copyName(id, known.epoch)) : 0;
}

/**
 * Forgets a cloth: its keys at once, its local copy and what never reached the server after `regretMs`, so that until
 * then it can be taken back. Returns the way to take it back. A page that is left meanwhile keeps the copy.
 */
export function forgetCloth(device: Device, id: string, regretMs: number): () => void {
  const known = device.cloths.find(id);
  if (!known) return () => {};
  device.cloths.forget(id);
  const removal = setTimeout(() => {
    // Opened again by its link in the meantime: then it is known once more, and in use.
    if (device.cloths.find(id)) return;
    forgetWaiting(device.storage, copyName(id, known.epoch));
    keepDraft(device.storage, id, '');
    void deleteLocalCopy(id, known.epoch);
  }, regretMs);
  return () => {
    clearTimeout(removal);
    const { id: _id, ...record } = known;
    device.cloths.remember(id, record);
  };
}
