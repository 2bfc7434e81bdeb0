import type { Device } from '../device/device.ts';
import { forgetDrafts } from '../device/draft.ts';
import { copyName, deleteLocalCopy } from './local-copy.ts';
import { countWaiting, forgetWaiting } from './waiting-changes.ts';

/** How many changes to a cloth are on this device only; ask before {@link forgetCloth} when it is not 0. */
export function waitingOnDevice(device: Device, id: string): number {
  const known = device.cloths.find(id);
  return known ? countWaiting(device.storage, copyName(id, known.epoch)) : 0;
}

/**
 * Forgets a cloth: its keys at once, its local copy and what never reached the server after `regretMs`, so that until
 * then it can be taken back. Returns the way to take it back. What a page that is left meanwhile leaves of it, the next
 * one wipes out ({@link finishForgetting}).
 */
export function forgetCloth(device: Device, id: string, regretMs: number): () => void {
  const known = device.cloths.find(id);
  if (!known) return () => {};
  const { epoch } = known;
  device.cloths.forget(id);
  device.storage.set(notedAs(id, epoch), String(Date.now() + regretMs));
  const removal = setTimeout(() => wipeOut(device, id, epoch), regretMs);
  return () => {
    clearTimeout(removal);
    device.storage.set(notedAs(id, epoch), null);
    const { id: _id, ...record } = known;
    device.cloths.remember(id, record);
  };
}

/** Wipes out what is left of cloths that were forgotten on pages that are gone. */
export function finishForgetting(device: Device): void {
  for (const key of device.storage.keys()) {
    const [id, epoch] = key.startsWith(NOTED) ? key.slice(NOTED.length).split('/') : [];
    // Not yet: on the page where it was forgotten it may still be taken back.
    if (!id || epoch === undefined || Number(device.storage.get(key)) > Date.now()) continue;
    wipeOut(device, id, epoch);
  }
}

function wipeOut(device: Device, id: string, epoch: string): void {
  device.storage.set(notedAs(id, epoch), null);
  // Opened again by its link in the meantime: then it is known once more, and in use.
  if (device.cloths.find(id)) return;
  forgetWaiting(device.storage, copyName(id, epoch));
  forgetDrafts(device, id);
  void deleteLocalCopy(id, epoch);
}

const NOTED = 'tafelkleed.forgotten.';

/** Where it is noted until when a forgotten cloth may be taken back, ms since the epoch. */
function notedAs(id: string, epoch: string): string {
  return `${NOTED}${id}/${epoch}`;
}
