import type { ViewStore } from '../../canvas/view-store.ts';
import type { Device } from '../../device/device.ts';

const STORED_AS = 'tafelkleed.letter-keys';

/** Whether single letters are keys, as this device was last told. */
export function recallLetterKeys(view: ViewStore, { storage }: Pick<Device, 'storage'>): void {
  view.setState({ letterKeys: storage.get(STORED_AS) !== 'off' });
}

/** Switches keys that are a single letter on or off, on this device. */
export function setLetterKeys(view: ViewStore, { storage }: Pick<Device, 'storage'>, on: boolean): void {
  storage.set(STORED_AS, on ? null : 'off');
  view.setState({ letterKeys: on });
}
