import { type Device, openDevice } from '../session/device.ts';

/** What this page has once, whatever it shows: the memory of this device. */
export const device: Device = openDevice();
