import type { ViewStore } from '../../canvas/view-store.ts';
import type { Device } from '../../device/device.ts';

const STORED_AS = 'tafelkleed.low-bars';

/** Whether all bars lie along the lower edge, as this device was last told. */
export function recallLowBars(view: ViewStore, { storage }: Pick<Device, 'storage'>): void {
  view.setState({ lowBars: storage.get(STORED_AS) === 'on' });
}

/** Lays all bars along the lower edge, or round the cloth again, on this device. */
export function setLowBars(view: ViewStore, { storage }: Pick<Device, 'storage'>, on: boolean): void {
  storage.set(STORED_AS, on ? 'on' : null);
  view.setState({ lowBars: on });
}
