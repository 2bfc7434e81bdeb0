import { type Device, openDevice } from '../device/device.ts';

/** What this page has once, whatever it shows: the memory of this device. */
export const device: Device = openDevice();
