import type { Device } from '../device/device.ts';
import type { Access } from './access.ts';
import type { Wire, WireOptions } from './connection.ts';
import type { OpenLocalCopy } from './local-copy.ts';

/** What it takes to open a cloth. */
export interface OpenClothOptions {
  readonly id: string;
  readonly key: string;
  /** The network room through which it is opened, with a key of that room: this device then remembers nothing of it. */
  readonly via?: string | undefined;
  readonly access: Access;
  readonly device: Device;
  readonly connect: (options: WireOptions) => Wire;
  readonly openLocalCopy: OpenLocalCopy;
}
